import { OwnAccountDocument } from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { strings } from '../strings';
import { EmailCard } from './email-card';
import { PasswordCard } from './password-card';
import { ProfileCard } from './profile-card';
import { SecondFactorCard } from './second-factor-card';
import { SessionsCard } from './sessions-card';

/** Own profile, email address, password, second factor and sessions. */
export function AccountPage() {
  return (
    <div className="stack narrow">
      <h1>{strings.sections.account}</h1>
      <QueryBoundary query={OwnAccountDocument} variables={{}}>
        {({ me: { staffMember }, secondFactor }, refetch) =>
          staffMember && (
            <>
              <ProfileCard person={staffMember} />
              <EmailCard address={staffMember.email} />
              <PasswordCard />
              <SecondFactorCard status={secondFactor} onChange={refetch} />
            </>
          )
        }
      </QueryBoundary>
      <SessionsCard />
    </div>
  );
}

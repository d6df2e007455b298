import { BusinessSettingsDocument } from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { useViewer } from '../session/viewer';
import { Logo } from './logo';
import { Money } from './money';
import { NewJobs } from './new-jobs';
import { CardPayments } from './payments/card-payments';
import { HowClientsPay } from './payments/how-clients-pay';
import { Profile } from './profile';
import { Reminders } from './reminders';
import { Webhooks } from './webhooks/webhooks';

/** The sections of Business Settings that this person may change, besides Site. */
export function BusinessSections() {
  const { may } = useViewer();
  return (
    <QueryBoundary query={BusinessSettingsDocument} variables={{}}>
      {({ business }) =>
        business && (
          <>
            {may('SWITCH_PORTAL') && (
              <>
                <Profile business={business} />
                <Logo logoUrl={business.logoUrl} />
                <Money business={business} />
              </>
            )}
            {may('MANAGE_PAYMENT_TERMS') && (
              <>
                <HowClientsPay business={business} />
                <Reminders business={business} />
                <CardPayments />
              </>
            )}
            {may('SWITCH_PORTAL') && (
              <>
                <NewJobs keepInSync={business.keepInSyncByDefault ?? false} />
                <Webhooks />
              </>
            )}
          </>
        )
      }
    </QueryBoundary>
  );
}

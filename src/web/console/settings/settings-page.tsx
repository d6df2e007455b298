import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import {
  SiteSettingsDocument,
  type SiteSettingsQuery,
  UpdateSiteSettingsDocument,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { QueryBoundary } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { ApiKeys } from './api-keys/api-keys';
import { BusinessSections } from './business-sections';
import { FormAddress, SlugForm } from './form-address';
import { SecondFactorRoles } from './second-factor-roles';
import { SwitchOffDialog } from './switch-off-dialog';
import { TradiePhotos } from './tradie-photos';

/** Business Settings: Site (Client Portal, enquiry form), profile, money, how clients pay, API keys. */
export default function SettingsPage() {
  const { may } = useViewer();
  return (
    <div className="stack narrow">
      <h1>{strings.settings.title}</h1>
      {may('SWITCH_PORTAL') && <Site />}
      <BusinessSections />
      <SecondFactorRoles />
      <ApiKeys />
    </div>
  );
}

function Site() {
  return (
    <QueryBoundary query={SiteSettingsDocument} variables={{}}>
      {({ business }) =>
        business && (
          <>
            <PortalSwitch isOn={business.clientPortalEnabled ?? false} />
            <FormSwitch business={business} />
            <TradiePhotos isAllowed={business.tradiesMayTogglePhotos ?? false} />
          </>
        )
      }
    </QueryBoundary>
  );
}

function PortalSwitch({ isOn }: { isOn: boolean }) {
  const update = useMutationWithPrompt(UpdateSiteSettingsDocument);
  const [isConfirming, setConfirming] = useState(false);
  const setEnabled = async (clientPortalEnabled: boolean) => {
    const { data } = await update.run({ input: { clientPortalEnabled } });
    if (data) setConfirming(false);
  };
  return (
    <Card title={strings.settings.portal} className="stack">
      <p className="row">
        <OnOffBadge isOn={isOn} />
        <span className="muted">
          {isOn ? strings.settings.portalOn : strings.settings.portalOff}
        </span>
      </p>
      {!isConfirming && <ErrorMessage error={update.error} />}
      <p>
        {isOn ? (
          <Button variant="danger" onClick={() => setConfirming(true)}>
            {strings.settings.switchOff}
          </Button>
        ) : (
          <Button variant="primary" isBusy={update.isBusy} onClick={() => setEnabled(true)}>
            {strings.settings.switchOn}
          </Button>
        )}
      </p>
      {isConfirming && (
        <SwitchOffDialog
          isBusy={update.isBusy}
          error={update.error}
          onSwitchOff={() => setEnabled(false)}
          onClose={() => setConfirming(false)}
        />
      )}
    </Card>
  );
}

function FormSwitch({ business }: { business: NonNullable<SiteSettingsQuery['business']> }) {
  const isOn = business.enquiryFormEnabled ?? false;
  const update = useMutationWithPrompt(UpdateSiteSettingsDocument);
  return (
    <Card title={strings.settings.form} className="stack">
      <p className="row">
        <OnOffBadge isOn={isOn} />
        <span className="muted">{isOn ? strings.settings.formOn : strings.settings.formOff}</span>
      </p>
      {business.enquiryFormUrl && (
        <FormAddress address={business.enquiryFormUrl} business={business.name} />
      )}
      <ErrorMessage error={update.error} />
      <p>
        <Button
          isBusy={update.isBusy}
          onClick={() => update.run({ input: { enquiryFormEnabled: !isOn } })}
        >
          {isOn ? strings.settings.formSwitchOff : strings.settings.formSwitchOn}
        </Button>
      </p>
      {isOn && <SlugForm slug={business.slug ?? ''} />}
    </Card>
  );
}

function OnOffBadge({ isOn }: { isOn: boolean }) {
  return <Badge tone={isOn ? 'good' : 'plain'}>{isOn ? strings.on : strings.off}</Badge>;
}

import { useState } from 'react';
import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { ChangeSiteDocument, SiteSettingsDocument } from '../../gen/operations';
import { Asked } from '../app/asked';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { words } from '../words';
import { SwitchOff } from './switch-off';

/** Business Settings → Site: what outsiders can reach. */
export default function SettingsPage() {
  return (
    <div className="stack narrow">
      <h1>{words.settings.title}</h1>
      <Asked query={SiteSettingsDocument} variables={{}}>
        {({ business }) =>
          business && (
            <>
              <PortalSwitch isOn={business.clientPortalEnabled ?? false} />
              <FormSwitch
                isOn={business.enquiryFormEnabled ?? false}
                address={business.enquiryFormUrl}
              />
            </>
          )
        }
      </Asked>
    </div>
  );
}

function PortalSwitch({ isOn }: { isOn: boolean }) {
  const change = useChange(ChangeSiteDocument);
  const [isAsking, setAsking] = useState(false);
  const turn = async (clientPortalEnabled: boolean) => {
    const { data } = await change.run({ input: { clientPortalEnabled } });
    if (data) setAsking(false);
  };
  return (
    <Card title={words.settings.portal} className="stack">
      <p className="row">
        <State isOn={isOn} />
        <span className="soft">{isOn ? words.settings.portalOn : words.settings.portalOff}</span>
      </p>
      {!isAsking && <Problem error={change.error} />}
      <p>
        {isOn ? (
          <Button look="danger" onClick={() => setAsking(true)}>
            {words.settings.switchOff}
          </Button>
        ) : (
          <Button look="primary" isBusy={change.isBusy} onClick={() => turn(true)}>
            {words.settings.switchOn}
          </Button>
        )}
      </p>
      {isAsking && (
        <SwitchOff
          isBusy={change.isBusy}
          error={change.error}
          onSwitchOff={() => turn(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function FormSwitch({ isOn, address }: { isOn: boolean; address: string | null }) {
  const change = useChange(ChangeSiteDocument);
  return (
    <Card title={words.settings.form} className="stack">
      <p className="row">
        <State isOn={isOn} />
        <span className="soft">{isOn ? words.settings.formOn : words.settings.formOff}</span>
      </p>
      {address && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      )}
      <Problem error={change.error} />
      <p>
        <Button
          isBusy={change.isBusy}
          onClick={() => change.run({ input: { enquiryFormEnabled: !isOn } })}
        >
          {isOn ? words.settings.formSwitchOff : words.settings.formSwitchOn}
        </Button>
      </p>
    </Card>
  );
}

function State({ isOn }: { isOn: boolean }) {
  return <Badge tone={isOn ? 'good' : 'plain'}>{isOn ? words.on : words.off}</Badge>;
}

import type { CombinedError } from 'urql';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { WhatClientsWouldLoseDocument, type WhatClientsWouldLoseQuery } from '../../gen/operations';
import { Asked } from '../app/asked';
import { Problem } from '../app/problem';
import { words } from '../words';

interface SwitchOffParts {
  isBusy: boolean;
  error: CombinedError | null;
  onSwitchOff: () => void;
  onClose: () => void;
}

/** Shows what clients would lose, and only then offers to switch the portal off. */
export function SwitchOff({ isBusy, error, onSwitchOff, onClose }: SwitchOffParts) {
  return (
    <Dialog title={words.settings.sure} onClose={onClose}>
      <div className="stack">
        <p>{words.settings.cutsAtOnce}</p>
        <Asked query={WhatClientsWouldLoseDocument} variables={{}}>
          {({ portalSwitchOffImpact: impact }) => (
            <>
              <Losses impact={impact} />
              <p className="row">
                <Button look="danger" isBusy={isBusy} onClick={onSwitchOff}>
                  {words.settings.reallySwitchOff}
                </Button>
                <Button onClick={onClose}>{words.settings.keepOn}</Button>
              </p>
            </>
          )}
        </Asked>
        <Problem error={error} />
      </div>
    </Dialog>
  );
}

type Impact = WhatClientsWouldLoseQuery['portalSwitchOffImpact'];

function Losses({ impact }: { impact: Impact }) {
  return (
    <div className="losses stack">
      <Loss
        title={words.settings.unanswered(impact.unansweredQuoteCount)}
        of={impact.unansweredQuotes}
      />
      <Loss title={words.settings.unpaid(impact.unpaidInvoiceCount)} of={impact.unpaidInvoices} />
      <Loss
        title={words.settings.viewing(impact.viewsInLast15MinutesCount)}
        of={impact.viewsInLast15Minutes}
      />
    </div>
  );
}

function Loss({ title, of }: { title: string; of: Impact['unpaidInvoices'] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {of.map(({ label, job }) => (
          <li key={`${job.id} ${label}`} className="soft">
            {label} · {words.jobNamed(job.number, job.title)}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { CombinedError } from 'urql';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import {
  PortalSwitchOffImpactDocument,
  type PortalSwitchOffImpactQuery,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { QueryBoundary } from '../app/query-boundary';
import { strings } from '../strings';

interface SwitchOffDialogProps {
  isBusy: boolean;
  error: CombinedError | null;
  onSwitchOff: () => void;
  onClose: () => void;
}

/** Confirmation before the portal is disabled: shows what clients would lose first. */
export function SwitchOffDialog({ isBusy, error, onSwitchOff, onClose }: SwitchOffDialogProps) {
  return (
    <Dialog title={strings.settings.switchOffTitle} onClose={onClose}>
      <div className="stack">
        <p>{strings.settings.switchOffImpact}</p>
        <QueryBoundary query={PortalSwitchOffImpactDocument} variables={{}}>
          {({ portalSwitchOffImpact: impact }) => (
            <>
              <ImpactLists impact={impact} />
              <p className="row">
                <Button variant="danger" isBusy={isBusy} onClick={onSwitchOff}>
                  {strings.settings.confirmSwitchOff}
                </Button>
                <Button onClick={onClose}>{strings.settings.cancelSwitchOff}</Button>
              </p>
            </>
          )}
        </QueryBoundary>
        <ErrorMessage error={error} />
      </div>
    </Dialog>
  );
}

type Impact = PortalSwitchOffImpactQuery['portalSwitchOffImpact'];

function ImpactLists({ impact }: { impact: Impact }) {
  return (
    <div className="impact stack">
      <ImpactList
        title={strings.settings.unanswered(impact.unansweredQuoteCount)}
        items={impact.unansweredQuotes}
      />
      <ImpactList
        title={strings.settings.unpaid(impact.unpaidInvoiceCount)}
        items={impact.unpaidInvoices}
      />
      <ImpactList
        title={strings.settings.payingNow(impact.paymentsUnderWayCount)}
        items={impact.paymentsUnderWay}
      />
      <ImpactList
        title={strings.settings.viewedRecently(impact.viewsInLast15MinutesCount)}
        items={impact.viewsInLast15Minutes}
      />
    </div>
  );
}

function ImpactList({ title, items }: { title: string; items: Impact['unpaidInvoices'] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map(({ label, job }) => (
          <li key={`${job?.id} ${label}`} className="muted">
            {label}
            {job && ` · ${strings.jobNamed(job.number, job.title)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

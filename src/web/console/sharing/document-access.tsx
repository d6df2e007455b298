import {
  InvoiceAccessDocument,
  type LinkStateFragment,
  QuoteAccessDocument,
  type VisibilityResultFragment,
} from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { LinkList } from './links';
import { VisibilityResult } from './visibility-checks';

/** Whether the client has a quote, with the links that were mailed with it. Only for staff who may share. */
export function QuoteAccess({ id }: { id: string }) {
  const { may } = useViewer();
  if (!may('SHARE')) return null;
  return (
    <QueryBoundary query={QuoteAccessDocument} variables={{ id }}>
      {({ quote, documentVisibility }, refetch) => (
        <Access result={documentVisibility} links={quote?.portalLinks ?? []} refetch={refetch} />
      )}
    </QueryBoundary>
  );
}

/** The same of an invoice. */
export function InvoiceAccess({ id }: { id: string }) {
  const { may } = useViewer();
  if (!may('SHARE')) return null;
  return (
    <QueryBoundary query={InvoiceAccessDocument} variables={{ id }}>
      {({ invoice, documentVisibility }, refetch) => (
        <Access result={documentVisibility} links={invoice?.portalLinks ?? []} refetch={refetch} />
      )}
    </QueryBoundary>
  );
}

interface AccessProps {
  result: VisibilityResultFragment;
  links: LinkStateFragment[];
  refetch: () => void;
}

function Access({ result, links, refetch }: AccessProps) {
  return (
    <section className="card stack" aria-labelledby="client-access">
      <h2 id="client-access">{strings.sharing.clientAccess}</h2>
      <VisibilityResult result={result} />
      {/* On a shared job, the job's own links open it. */}
      {links.length > 0 && <h3>{strings.sharing.links}</h3>}
      {links.length > 0 && <LinkList links={links} refetch={refetch} />}
    </section>
  );
}

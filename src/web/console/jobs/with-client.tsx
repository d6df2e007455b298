import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { Badge } from '../../design/badge';
import { ItemsWithClientDocument } from '../../gen/operations';
import { useJobChanges } from '../app/job-changes';
import { useViewer } from '../session/viewer';
import { sharingStrings } from '../sharing-strings';

/** Whether the client has a record as it is now, by the ID of the record; records that it does not have are missing. */
const WithClientContext = createContext<ReadonlyMap<string, boolean>>(new Map());

/** Reads what of a job its client has, for the badges of {@link WithClient}. Asks nothing for staff who may not share. */
export function WithClientProvider({ jobId, children }: { jobId: string; children: ReactNode }) {
  const pause = !useViewer().may('SHARE');
  const variables = { id: jobId };
  const [{ data }, execute] = useQuery({ query: ItemsWithClientDocument, variables, pause });
  const jobChange = useJobChanges();
  useEffect(() => {
    if (jobChange && !pause) execute({ requestPolicy: 'network-only' });
  }, [jobChange, pause, execute]);
  const items = data?.job?.itemsWithClient;
  const byRecord = useMemo(
    () => new Map(items?.map(({ recordId, isCurrent }) => [recordId ?? '', isCurrent])),
    [items],
  );
  return <WithClientContext value={byRecord}>{children}</WithClientContext>;
}

/** Badge of a record that the client has. Nothing for others, and for staff who may not share. */
export function WithClient({ id }: { id: string }) {
  const isCurrent = useContext(WithClientContext).get(id);
  if (isCurrent === undefined) return null;
  return (
    <Badge tone={isCurrent ? 'good' : 'warn'}>
      {isCurrent ? sharingStrings.clientHasThis : sharingStrings.clientHasOlder}
    </Badge>
  );
}

import type { MikroORM } from '@mikro-orm/postgresql';
import type { Lookup } from '../../database/reader/reader.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { ShareableRow } from '../../shareable/shareable.js';
import type { ClientView } from '../state/client-view.js';
import type { OwnPageState, ProjectForClient } from '../state/share-state.js';
import { rowColumns } from '../state/share-state-statement.js';
import { type OwnPageKind, pageNoun } from './own-page-kind.js';

/** A quote or invoice and the page of its own, read by one statement. */
export interface PageState {
  kind: OwnPageKind;
  id: string;
  businessId: string;
  clientId: string | null;
  jobId: string | null;
  jobClientId: string | null;
  portalEnabled: boolean;
  clientEmail: string | null;
  /** Whether its job is shared with its client: then it is shown there, or left out. */
  isJobShared: boolean;
  /** The row as its client would see it now. */
  content: ClientView;
  /** Reason why its client must not be shown the row as it is now; null if it may. */
  refusal: string | null;
  /** Newest publication for its client; null before the first. */
  page: OwnPageState | null;
}

export type PageLookups = Record<OwnPageKind, Lookup<PageState>>;

/** Lookups of the page states of quotes and of invoices, by ID. */
export function pageLookups(orm: MikroORM, project: ProjectForClient): PageLookups {
  return { QUOTE: lookupOf(orm, project, 'QUOTE'), INVOICE: lookupOf(orm, project, 'INVOICE') };
}

/** Page state within the transaction of a change; null if there is no such quote or invoice. */
export async function readPageState(
  { sql }: Unit,
  lookups: PageLookups,
  kind: OwnPageKind,
  businessId: string,
  id: string,
): Promise<PageState | null> {
  const lookup = lookups[kind];
  const [row] = await sql.rows<Record<string, unknown>>(lookup.sql, [businessId, [id]]);
  return row ? lookup.answer(row) : null;
}

type StateRow = Omit<PageState, 'kind' | 'content' | 'refusal' | 'page'> & {
  row: ShareableRow<unknown>;
  page: Omit<OwnPageState, 'kind' | 'id'> | null;
};

function lookupOf(orm: MikroORM, project: ProjectForClient, kind: OwnPageKind): Lookup<PageState> {
  const noun = pageNoun(kind);
  const { className, tableName } = orm.getMetadata().get(noun.record);
  const subject = kind === 'QUOTE' ? 'quote_id' : 'invoice_id';
  return {
    sql: `
      select s.id, s.business_id as "businessId", s.client_id as "clientId", s.job_id as "jobId",
        j.client_id as "jobClientId", b.client_portal_enabled as "portalEnabled", c.email as "clientEmail",
        exists (select from publications p where p.job_id = j.id and p.client_id = j.client_id
          and p.client_id = coalesce(s.client_id, j.client_id)) as "isJobShared",
        (select row_to_json(x) from (select ${rowColumns(orm, noun)}) x) as row,
        (select row_to_json(x) from (select o.version, o.view from page_publications o
          where o.${subject} = s.id and o.client_id = s.client_id order by o.version desc limit 1) x) as page
      from ${tableName} s
      join businesses b on b.id = s.business_id
      left join jobs j on j.id = s.job_id
      left join clients c on c.id = coalesce(s.client_id, j.client_id)
      where s.business_id = $1 and s.id = any($2)`,
    answer: (found) => {
      const { row, page, ...state } = found as unknown as StateRow;
      const { clientId, jobClientId, id } = state;
      return {
        ...state,
        kind,
        content: project(className, row) as ClientView,
        refusal: noun.hiddenReason(row, { clientId: jobClientId ?? clientId }),
        page: page && { ...page, kind, id },
      };
    },
  };
}

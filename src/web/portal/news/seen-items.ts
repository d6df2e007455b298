import type { PortalContentFragment } from '../../gen/portal-operations';
import { digestOf } from '../digest';
import type { Section } from '../texts';
import { isStillListed } from '../visits/still-listed';

/** Digest of each thing on the page, by a short key: `notes <id>`. */
export type SeenItems = Record<string, string>;

type Entry = [section: Section, id: string, content: unknown];

/** Everything on the page that can be new to the client. What it did itself (its answers, its messages) is not. */
export function itemsOf(portal: PortalContentFragment): SeenItems {
  return Object.fromEntries(
    entriesOf(portal).map(([section, id, content]) => [
      `${section} ${id}`,
      digestOf(JSON.stringify(content)),
    ]),
  );
}

/** The keys of what was not there, or was different, when the page was last seen. */
export function newItems(before: SeenItems, now: SeenItems): Set<string> {
  return new Set(Object.keys(now).filter((key) => before[key] !== now[key]));
}

function entriesOf({ job, quote, invoice, messages }: PortalContentFragment): Entry[] {
  const quotes = job?.quotes ?? (quote ? [quote] : []);
  const invoices = job?.invoices ?? (invoice ? [invoice] : []);
  return [
    ...(job ? ofJob(job) : []),
    ...quotes.map(({ id, version, totalCents, validUntil, status }): Entry => {
      return ['quotes', id, [version, totalCents, validUntil, status === 'WITHDRAWN']];
    }),
    ...invoices.map(({ id, kind, totalCents, paidCents, creditedCents, dueOn, status }): Entry => {
      return [
        'invoices',
        id,
        [kind, totalCents, paidCents, creditedCents, dueOn, status === 'VOID'],
      ];
    }),
    ...(messages ?? [])
      .filter(({ from }) => from === 'BUSINESS')
      .map(({ id, body }): Entry => ['messages', id, body]),
  ];
}

function ofJob(job: NonNullable<PortalContentFragment['job']>): Entry[] {
  const { title, description, siteAddress, status } = job;
  return [
    ['job', 'head', [title, description, siteAddress, status]],
    ...job.visits.map(({ id, startsAt, endsAt }): Entry => ['visits', id, [startsAt, endsAt]]),
    ...job.cancelledVisits
      .filter(isStillListed)
      .map(({ id }): Entry => ['visits', id, 'cancelled']),
    ...job.notes.map(({ id, body }): Entry => ['notes', id, body]),
    ...job.todos.map(({ id, title: text, done }): Entry => ['todos', id, [text, done]]),
    ...job.photos.map(({ id, caption }): Entry => ['photos', id, caption]),
  ];
}

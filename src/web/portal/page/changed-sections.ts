import { useEffect, useRef } from 'react';
import type { PortalContentFragment } from '../../gen/portal-operations';
import { type Section, useTexts } from '../texts';

const LISTS = ['visits', 'notes', 'todos', 'photos', 'quotes', 'invoices'] as const;

/** Announces to screen readers which sections of the page have changed. */
export function useChangesAnnounced(
  portal: PortalContentFragment,
  announce: (sentence: string) => void,
): void {
  const { strings } = useTexts();
  const previous = useRef(portal);
  useEffect(() => {
    const sections = changedSections(previous.current, portal);
    previous.current = portal;
    if (sections.length > 0) announce(strings.changed(sections));
  }, [portal, announce, strings]);
}

function changedSections(before: PortalContentFragment, after: PortalContentFragment): Section[] {
  const lists = LISTS.filter((list) => differs(listOf(before, list), listOf(after, list)));
  const hasNewMessages = differs(before.messages, after.messages);
  return [
    ...(differs(headOf(before), headOf(after)) ? (['job'] as const) : []),
    ...lists,
    ...(hasNewMessages ? (['messages'] as const) : []),
  ];
}

/** Cancelling moves a visit from `visits` to `cancelledVisits`: both belong to the section. */
function listOf({ job, quote, invoice }: PortalContentFragment, list: (typeof LISTS)[number]) {
  if (list === 'quotes') return job?.quotes ?? quote;
  if (list === 'invoices') return job?.invoices ?? invoice;
  return list === 'visits' ? [job?.visits, job?.cancelledVisits] : job?.[list];
}

function headOf({ business, job }: PortalContentFragment) {
  return [business, job?.title, job?.description, job?.siteAddress, job?.status];
}

function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

import { createContext, useContext, useEffect, useState } from 'react';
import type { PortalContentFragment } from '../../gen/portal-operations';
import { digestOf } from '../digest';
import { type Section } from '../texts';
import { itemsOf, newItems, type SeenItems } from './seen-items';

/** What is new to this browser since it last showed the page. */
export interface NewSinceLastLook {
  /** ISO 8601; null on the first visit, when nothing is new. */
  lastSeenAt: string | null;
  /** Number of new things by section, in the order of the page. */
  counts: [Section, number][];
  isNew(section: Section, id: string): boolean;
}

const NOTHING: NewSinceLastLook = { lastSeenAt: null, counts: [], isNew: () => false };
const ORDER: Section[] = [
  'job',
  'visits',
  'messages',
  'quotes',
  'invoices',
  'photos',
  'notes',
  'todos',
];

export const NewsContext = createContext<NewSinceLastLook>(NOTHING);

/** New on the page; nothing in a preview. */
export function useNews(): NewSinceLastLook {
  return useContext(NewsContext);
}

/** Compares the page with what this browser last showed of it, and stores what it shows now. */
export function useWhatIsNew(portal: PortalContentFragment): NewSinceLastLook {
  const [seen] = useState(() => read(keyOf(portal)));
  useEffect(() => {
    const keep = () => document.visibilityState === 'visible' && store(portal, seen);
    keep();
    document.addEventListener('visibilitychange', keep);
    return () => document.removeEventListener('visibilitychange', keep);
  }, [portal, seen]);
  return seen ? newsOf(portal, seen) : NOTHING;
}

function newsOf(portal: PortalContentFragment, { at, items }: Baseline): NewSinceLastLook {
  const added = newItems(items, itemsOf(portal));
  const counts = ORDER.map((section): [Section, number] => [
    section,
    [...added].filter((key) => key.startsWith(`${section} `)).length,
  ]);
  return {
    lastSeenAt: at,
    counts: counts.filter(([, count]) => count > 0),
    isNew: (section, id) => added.has(`${section} ${id}`),
  };
}

interface Baseline {
  /** Time of that look, ISO 8601. */
  at: string;
  items: SeenItems;
}

/** The last look, and the one before it: a reload soon afterwards belongs to the same look. */
interface Stored extends Baseline {
  before: Baseline | null;
}

const PREFIX = 'jobglass.seen.';
/** A page opened again within this time continues the same look. */
const SAME_LOOK_MS = 15 * 60_000;
const MAX_PAGES = 30;

/** By client and subject, so that the link of the next mail continues where this one was left. */
function keyOf({ client, job, quote, invoice }: PortalContentFragment): string {
  return PREFIX + digestOf(`${client.id} ${(job ?? quote ?? invoice)?.id}`);
}

function read(key: string): Baseline | null {
  const stored = parsed(key);
  if (!stored) return null;
  const isSameLook = Date.now() - Date.parse(stored.at) < SAME_LOOK_MS;
  return isSameLook ? stored.before : { at: stored.at, items: stored.items };
}

function store(portal: PortalContentFragment, before: Baseline | null): void {
  const look: Stored = { at: new Date().toISOString(), items: itemsOf(portal), before };
  try {
    localStorage.setItem(keyOf(portal), JSON.stringify(look));
    removeOldest();
  } catch {
    // Storage is full or switched off: the next visit shows nothing as new.
  }
}

function removeOldest(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  if (keys.length <= MAX_PAGES) return;
  const byAge = keys.map((key) => [parsed(key)?.at ?? '', key] as const).sort();
  for (const [, key] of byAge.slice(0, keys.length - MAX_PAGES)) localStorage.removeItem(key);
}

function parsed(key: string): Stored | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null;
    return stored && typeof stored.items === 'object' && stored.items ? stored : null;
  } catch {
    return null;
  }
}

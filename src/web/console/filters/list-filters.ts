import { useFilters } from '../app/router';

/** Maximum length of a search, as the API takes it. */
export const MAX_SEARCH_LENGTH = 200;

/** Words to search for, from the address; null without any. */
export function useSearch(): string | null {
  return useFilters().get('search')?.trim().slice(0, MAX_SEARCH_LENGTH) || null;
}

/** Status from the address; null for all, and for one that does not exist. */
export function useStatus<Status extends string>(labels: Record<Status, string>): Status | null {
  const status = useFilters().get('status') ?? '';
  return Object.hasOwn(labels, status) ? (status as Status) : null;
}

/** Day such as 2026-11-03 from the address; empty without one. */
export function useDayFilter(name: string): string {
  const day = useFilters().get(name) ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return isDay ? day : '';
}

import type { ReactNode } from 'react';

/** Words that a person wrote, within a sentence of the page: their direction does not turn the sentence around. */
export function Written({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>;
}

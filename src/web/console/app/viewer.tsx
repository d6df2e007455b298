import { createContext, useContext } from 'react';
import { type InWords, inWords } from '../../design/in-words';
import type { ConsoleStartQuery, Permission } from '../../gen/operations';

export interface Viewer {
  name: string;
  staffId: string | null;
  role: string;
  /** Decides what the console offers; it never looks at the role. */
  may(permission: Permission): boolean;
  business: NonNullable<ConsoleStartQuery['business']>;
  inWords: InWords;
}

const ViewerContext = createContext<Viewer | null>(null);
export const ViewerProvider = ViewerContext.Provider;

/** Who is signed in, and what they may do. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in here.');
  return viewer;
}

export function viewerOf({ me, business }: ConsoleStartQuery): Viewer | null {
  if (!business) return null;
  return {
    name: me.name ?? '',
    staffId: me.staffId,
    role: me.role ?? '',
    may: (permission) => me.permissions?.includes(permission) ?? false,
    business,
    inWords: inWords(business),
  };
}

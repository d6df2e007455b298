import { createContext, useContext } from 'react';
import { type AmountInput, amountInputOf } from '../../design/currency';
import { type Formats, formatsFor } from '../../design/formats';
import type { ConsoleStartQuery, Permission, StaffRole } from '../../gen/operations';
import { phoneText } from '../app/phone-text';

export interface Viewer {
  name: string;
  staffId: string | null;
  role: string;
  /** Whether a permission is granted. The console checks permissions only, never the role. */
  may(permission: Permission): boolean;
  /** Whether a note, photo or material that this person added may be changed and removed. */
  mayChangeWorkOf(person: { id: string } | null): boolean;
  /** Roles of the staff members that may be added, changed and removed. */
  manageableRoles: readonly StaffRole[];
  business: NonNullable<ConsoleStartQuery['business']>;
  formats: Formats;
  /** A phone number as written in the country of the business. */
  phoneText(phone: string | null): string | null;
  /** Reads viewer and business again, after a change of them. */
  refresh(): void;
}

const ViewerContext = createContext<Viewer | null>(null);
export const ViewerProvider = ViewerContext.Provider;

/** The signed-in staff member and their permissions. Throws outside of a session. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer requires a ViewerProvider.');
  return viewer;
}

/** ID of the signed-in staff member; null where nobody is signed in. */
export function useStaffId(): string | null {
  return useContext(ViewerContext)?.staffId ?? null;
}

/** How amounts are typed; in dollars where nobody is signed in. */
export function useAmountInput(): AmountInput {
  return useContext(ViewerContext)?.formats.amount ?? IN_DOLLARS;
}

const IN_DOLLARS = amountInputOf('AUD');

export function viewerOf(
  { me, business }: ConsoleStartQuery,
  refresh: Viewer['refresh'],
): Viewer | null {
  if (!business) return null;
  const may = (permission: Permission) => me.permissions?.includes(permission) ?? false;
  return {
    name: me.name ?? '',
    staffId: me.staffId,
    role: me.role ?? '',
    may,
    mayChangeWorkOf: (person) =>
      may('CHANGE_ALL_WORK') ||
      (may('WORK_ON_JOBS') && person !== null && person.id === me.staffId),
    manageableRoles: me.manageableRoles ?? [],
    business,
    formats: formatsFor(business),
    phoneText: (phone) => phone && phoneText(business.country, phone),
    refresh,
  };
}

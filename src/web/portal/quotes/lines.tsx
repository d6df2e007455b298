import type { ReactNode } from 'react';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';

interface Line {
  id: string;
  description: string;
  groupName?: string | null;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

interface LinesProps<L extends Line> {
  label: string;
  lines: L[];
  /** Rows below the lines, in order. */
  sums: { name: string; cents: number; isMain?: boolean }[];
  /** The sums are about to change. */
  isBusy?: boolean;
  /** Content in place of the description, such as a box to tick. */
  describe?: (line: L) => ReactNode;
}

/** Lines in their groups, and sums, of a quote or an invoice. */
export function Lines<L extends Line>({ label, lines, sums, isBusy, describe }: LinesProps<L>) {
  const { strings } = useTexts();
  const { formats } = usePortalPage();
  return (
    <table className="lines">
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{strings.line.description}</th>
          <th scope="col">{strings.line.net}</th>
        </tr>
      </thead>
      {inGroups(lines).map(([group, members]) => (
        <tbody key={group ?? ''}>
          {group && (
            <tr className="group">
              <th scope="rowgroup" colSpan={2}>
                <bdi>{group}</bdi>
              </th>
            </tr>
          )}
          {members.map((line) => (
            <tr key={line.id}>
              <td>
                {describe?.(line) ?? (
                  <span>
                    <bdi>{line.description}</bdi>
                  </span>
                )}
                <span className="muted small">
                  {strings.times(formats.number(line.quantity), formats.money(line.unitPriceCents))}
                </span>
              </td>
              <td className="amount">{formats.money(line.netCents)}</td>
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot aria-live="polite" aria-busy={isBusy}>
        {sums.map(({ name, cents, isMain }) => (
          <tr key={name} className={isMain ? 'main' : ''}>
            <th scope="row">{name}</th>
            <td className="amount">{formats.money(cents)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

/** Lines by group, groups in the order of their first lines. */
function inGroups<L extends Line>(lines: L[]): [string | null, L[]][] {
  const groups = new Map<string | null, L[]>();
  for (const line of lines) {
    const group = line.groupName ?? null;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups];
}

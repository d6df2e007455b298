import { usePortalPage } from './portal-context';
import { words } from './words';

interface Line {
  id: string;
  description: string;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

interface LinesParts {
  label: string;
  lines: Line[];
  /** What stands below the lines, in order. */
  sums: { name: string; cents: number; isMain?: boolean }[];
}

/** What a quote or an invoice is made of. */
export function Lines({ label, lines, sums }: LinesParts) {
  const { inWords } = usePortalPage();
  return (
    <table className="lines">
      <caption className="unseen">{label}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.line.description}</th>
          <th scope="col">{words.line.net}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, description, quantity, unitPriceCents, netCents }) => (
          <tr key={id}>
            <td>
              {description}
              <span className="soft small">
                {words.times(inWords.number(quantity), inWords.money(unitPriceCents))}
              </span>
            </td>
            <td className="amount">{inWords.money(netCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(({ name, cents, isMain }) => (
          <tr key={name} className={isMain ? 'main' : ''}>
            <th scope="row">{name}</th>
            <td className="amount">{inWords.money(cents)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

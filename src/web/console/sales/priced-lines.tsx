import { useViewer } from '../app/viewer';
import { words } from '../words';

interface Priced {
  lines: {
    id: string;
    description: string;
    quantity: number;
    unitPriceCents: number;
    netCents: number;
  }[];
  netCents: number;
  taxCents: number;
  totalCents: number;
}

/** Lines with their prices, and what they come to. */
export function PricedLines({ of }: { of: Priced }) {
  const { money, number } = useViewer().inWords;
  const sums = [
    [words.net, of.netCents],
    [words.tax, of.taxCents],
    [words.total, of.totalCents],
  ] as const;
  return (
    <table className="priced card">
      <caption className="unseen">{words.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{words.description}</th>
          <th scope="col">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {of.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.description}
              <span className="soft small block">
                {number(line.quantity)} × {money(line.unitPriceCents)}
              </span>
            </td>
            <td>{money(line.netCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(([name, cents]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{money(cents)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

import { Badge } from '../../design/badge';
import { Written } from '../../design/text/written';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { invoiceStrings } from './invoices/invoice-strings';

interface PricedLine {
  id: string;
  description: string;
  groupName?: string | null;
  optional?: boolean;
  chosen?: boolean;
  quantity: number;
  unitPriceCents: number;
  netCents: number;
}

interface PricedDocument {
  lines: PricedLine[];
  netCents: number;
  taxCents: number;
  totalCents: number;
  /** Sums by tax rate; with more than one rate each is shown. */
  taxes?: { taxRateBasisPoints: number; netCents: number; taxCents: number }[];
  creditedCents?: number;
  paidCents?: number;
  owedCents?: number;
}

interface PricedLinesProps {
  document: PricedDocument;
  /** Whether the client has chosen among the optional lines. */
  isAnswered?: boolean;
}

/** Table of the lines and sums of a quote or an invoice. */
export function PricedLines({ document, isAnswered = false }: PricedLinesProps) {
  const { business, formats } = useViewer();
  const { money, number } = formats;
  const { taxes = [], creditedCents = 0, paidCents = 0, owedCents = 0 } = document;
  const taxRows =
    taxes.length > 1
      ? taxes.map(({ taxRateBasisPoints: rate, netCents, taxCents }) => ({
          name: invoiceStrings.taxOfRate(business.taxName, rate / 100, money(netCents)),
          cents: taxCents,
        }))
      : [{ name: business.taxName, cents: document.taxCents }];
  const settled = [
    { name: invoiceStrings.credited, cents: -creditedCents },
    { name: invoiceStrings.paid, cents: -paidCents },
  ].filter(({ cents }) => cents < 0);
  const sums = [
    { name: strings.net, cents: document.netCents },
    ...taxRows,
    { name: strings.total, cents: document.totalCents },
    ...settled,
    ...(settled.length > 0 ? [{ name: invoiceStrings.stillOwed, cents: owedCents }] : []),
  ];
  return (
    <table className="priced-lines card">
      <caption className="visually-hidden">{strings.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.description}</th>
          <th scope="col">{strings.amount}</th>
        </tr>
      </thead>
      <tbody>
        {document.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.groupName && (
                <span className="muted small block" dir="auto">
                  <Written>{line.groupName}</Written>
                </span>
              )}
              <Description line={line} isAnswered={isAnswered} />
              <span className="muted small block">
                {number(line.quantity)} × {money(line.unitPriceCents)}
              </span>
            </td>
            <td>{money(line.netCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(({ name, cents }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{money(cents)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

/** Text of a line, with what became of an optional one. */
function Description({ line, isAnswered }: { line: PricedLine; isAnswered: boolean }) {
  const { description, optional, chosen } = line;
  if (optional && isAnswered && !chosen)
    return (
      <>
        <s className="muted" dir="auto">
          {description}
        </s>{' '}
        <Badge tone="plain">{strings.notTaken}</Badge>
      </>
    );
  return (
    <>
      <Written>{description}</Written> {optional && <Badge tone="plain">{strings.optional}</Badge>}
    </>
  );
}

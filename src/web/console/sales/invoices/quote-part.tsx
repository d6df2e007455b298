import { Field } from '../../../design/field';
import type { FormValues } from '../../app/form';
import { RouterLink } from '../../app/router';
import { useViewer } from '../../session/viewer';
import type { InvoiceableQuote } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Fields for how much of a quote is invoiced, with what was invoiced of it already. */
export function QuotePart({ quote }: { quote: InvoiceableQuote }) {
  const left = Math.max(0, Math.round((100 - (quote.invoicedPercent ?? 0)) * 100) / 100);
  const invoices = quote.invoices?.filter(({ status }) => status !== 'VOID') ?? [];
  return (
    <>
      {invoices.length > 0 && <Invoiced invoices={invoices} />}
      {left > 0 ? (
        <Field
          label={invoiceStrings.percent}
          name="percent"
          type="number"
          min="0.01"
          max={left}
          step="0.01"
          defaultValue={left}
          required
        />
      ) : (
        <label className="checkbox">
          <input type="checkbox" name="again" required />
          {invoiceStrings.again}
        </label>
      )}
    </>
  );
}

/** The part that was chosen, as fields of the input. */
export function partOfQuote(values: FormValues): { percent: number | null; again: boolean | null } {
  const percent = values.optional('percent');
  return {
    percent: percent === null ? null : Number(percent),
    again: values.isChecked('again') || null,
  };
}

function Invoiced({ invoices }: { invoices: NonNullable<InvoiceableQuote['invoices']> }) {
  const { formats } = useViewer();
  return (
    <section>
      <h3>{invoiceStrings.invoicedAlready}</h3>
      <ul className="list">
        {invoices.map(({ id, kind, number, title, totalCents, quotePercent }) => (
          <li className="list-row" key={id}>
            <div>
              <RouterLink to={['invoices', id]}>
                {invoiceStrings.named(kind, number, title)}
              </RouterLink>
              {quotePercent !== null && (
                <p className="muted small">{invoiceStrings.partOfQuote(quotePercent)}</p>
              )}
            </div>
            <strong className="amount">{formats.money(totalCents)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

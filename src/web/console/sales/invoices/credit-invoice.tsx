import { useRef, useState } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../../design/field';
import { CreditInvoiceDocument } from '../../../gen/operations';
import { Form, type FormValues } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { questionStrings } from '../../jobs/question-strings';
import { useViewer } from '../../session/viewer';
import { addressOf, type InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Form that credits lines of a sent invoice and mails the credit note. */
export function CreditInvoice({ invoice }: { invoice: InvoiceOnPage }) {
  const credit = useMutationWithPrompt(CreditInvoiceDocument);
  const idempotencyKey = useRef(v4());
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{invoiceStrings.credit}</summary>
      <Form
        draft="credit"
        {...credit}
        variant="plain"
        submit={invoiceStrings.sendCredit}
        ask={(values) => ({
          ...questionStrings.sendCredit,
          consequence: values.isChecked('handedOver')
            ? questionStrings.sendCredit.handedOver
            : questionStrings.sendCredit.consequence(addressOf(invoice)),
        })}
        onSubmit={async (values) => {
          const result = await credit.run({
            id: invoice.id,
            reason: values.text('reason'),
            lines: linesOf(values),
            handedOver: values.isChecked('handedOver'),
            key: idempotencyKey.current,
          });
          if (result.data) {
            idempotencyKey.current = v4();
            setOpen(false);
          }
          return result;
        }}
      >
        <p className="muted">{invoiceStrings.creditHint}</p>
        {invoice.lines.map((line) => (
          <CreditLine key={line.id} line={line} />
        ))}
        <Field label={invoiceStrings.creditReason} name="reason" maxLength={1000} required />
        <label className="row">
          <input type="checkbox" name="handedOver" />
          {invoiceStrings.creditHandedOver}
        </label>
      </Form>
    </details>
  );
}

function CreditLine({ line }: { line: InvoiceOnPage['lines'][number] }) {
  const { formats } = useViewer();
  const [isChosen, setChosen] = useState(true);
  return (
    <div>
      <label className="row">
        <input
          type="checkbox"
          name="line"
          value={line.id}
          checked={isChosen}
          onChange={(event) => setChosen(event.target.checked)}
        />
        {invoiceStrings.creditLine(line.description)} ({formats.money(line.netCents)})
      </label>
      {isChosen && line.quantity !== 1 && (
        <Field
          label={invoiceStrings.creditQuantity(line.description)}
          name={`quantity-${line.id}`}
          type="number"
          min="0.01"
          step="0.01"
          max={line.quantity}
          placeholder={formats.number(line.quantity)}
        />
      )}
    </div>
  );
}

/** Chosen lines; without a quantity all that was not credited of a line. */
function linesOf(values: FormValues) {
  return values.all('line').map((lineId) => {
    const quantity = values.optional(`quantity-${lineId}`);
    return { lineId, quantity: quantity === null ? null : Number(quantity) };
  });
}

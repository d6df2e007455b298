import { useRef } from 'react';
import { v4 } from 'uuid';
import { ConfirmButton } from '../../../design/confirm-dialog';
import { Field, TextField } from '../../../design/field';
import { Notice } from '../../../design/notice';
import { SendInvoiceDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { questionStrings } from '../../jobs/question-strings';
import { strings } from '../../strings';
import { addressOf, type InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Form that mails an invoice, with a subject and words of one's own, or notes that it was handed over. */
export function SendInvoice({ invoice }: { invoice: InvoiceOnPage }) {
  const send = useMutationWithPrompt(SendInvoiceDocument);
  const idempotencyKey = useRef(v4());
  const isDraft = invoice.status === 'DRAFT';
  const emailedTo = send.lastData?.sendInvoice.deliveries[0]?.to;
  const run = async (choice: {
    handedOver?: boolean;
    subject?: string | null;
    message?: string | null;
  }) => {
    const result = await send.run({ id: invoice.id, ...choice, key: idempotencyKey.current });
    idempotencyKey.current = v4();
    return result;
  };
  return (
    <>
      {emailedTo && <Notice tone="good">{strings.emailQueued(emailedTo)}</Notice>}
      <Form
        draft="send"
        {...send}
        variant={isDraft || invoice.revision ? 'primary' : 'plain'}
        submit={isDraft ? strings.sendInvoice : strings.sendInvoiceAgain}
        ask={() => ({
          ...questionStrings.sendInvoice,
          consequence: questionStrings.sendInvoice.consequence(addressOf(invoice)),
        })}
        onSubmit={(values) =>
          run({ subject: values.optional('subject'), message: values.optional('message') })
        }
      >
        <details>
          <summary>{invoiceStrings.words}</summary>
          <Field label={invoiceStrings.subject} name="subject" maxLength={200} />
          <TextField label={invoiceStrings.message} name="message" maxLength={2000} />
        </details>
      </Form>
      {isDraft && (
        <div className="row">
          <ConfirmButton
            {...questionStrings.handOver}
            label={strings.markHandedOver}
            variant="plain"
            isBusy={send.isBusy}
            onConfirm={() => run({ handedOver: true })}
          />
        </div>
      )}
    </>
  );
}

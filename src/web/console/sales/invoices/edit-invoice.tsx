import { Field } from '../../../design/field';
import { UpdateInvoiceDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { strings } from '../../strings';
import { LineEditor, useLines } from '../quotes/line-editor';
import { lineInputs } from './invoice-lines';
import type { InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Form that changes an invoice; a sent one keeps the changes until it is sent again. */
export function EditInvoice({ invoice, onDone }: { invoice: InvoiceOnPage; onDone: () => void }) {
  const update = useMutationWithPrompt(UpdateInvoiceDocument);
  const content = editedContent(invoice);
  const { lines, setLines } = useLines('edit', content.lines);
  const isPart = invoice.quotePercent !== null && invoice.quotePercent < 100;
  return (
    <Form
      draft="edit"
      {...update}
      className="card"
      submit={strings.save}
      onCancel={onDone}
      onSubmit={async (values) => {
        const { data } = await update.run({
          input: {
            id: invoice.id,
            title: values.text('title'),
            dueOn: values.optional('dueOn'),
            ...(!isPart && { lines: lineInputs(lines, content.lines) }),
          },
        });
        if (data) onDone();
        return { data };
      }}
    >
      <p className="muted">
        {invoice.status === 'DRAFT' ? invoiceStrings.editDraftHint : invoiceStrings.editSentHint}
      </p>
      <Field
        label={strings.invoiceTitle}
        name="title"
        defaultValue={content.title}
        maxLength={200}
        required
      />
      {!isPart && <LineEditor lines={lines} setLines={setLines} />}
      <Field
        label={strings.dueOn}
        name="dueOn"
        type="date"
        {...DAY_BOUNDS}
        defaultValue={content.dueOn ?? ''}
      />
    </Form>
  );
}

/** Content to edit: the changes that were not sent yet, or what the client has. */
function editedContent({ revision, title, dueOn, lines }: InvoiceOnPage) {
  if (!revision) return { title, dueOn, lines };
  return {
    title: revision.title ?? title,
    dueOn: revision.dueOn,
    lines: (revision.lines ?? []).map((line, at) => ({
      id: `revision-${at}`,
      description: line.description ?? '',
      quantity: line.quantity ?? 1,
      unitPriceCents: line.unitPriceCents ?? 0,
      taxRateBasisPoints: line.taxRateBasisPoints,
    })),
  };
}

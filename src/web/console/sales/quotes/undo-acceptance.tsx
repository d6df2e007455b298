import { TextField } from '../../../design/field';
import { UndoQuoteAcceptanceDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { strings } from '../../strings';

/** Form that takes back an acceptance that was recorded by mistake. */
export function UndoAcceptance({ quoteId, onDone }: { quoteId: string; onDone: () => void }) {
  const undo = useMutationWithPrompt(UndoQuoteAcceptanceDocument);
  return (
    <Form
      draft="undo"
      {...undo}
      className="card"
      variant="plain"
      submit={strings.confirmUndo}
      onCancel={onDone}
      onSubmit={async (values) => {
        const { data } = await undo.run({ quoteId, reason: values.text('reason') });
        if (data) onDone();
        return { data };
      }}
    >
      <TextField label={strings.undoReason} name="reason" required maxLength={500} rows={2} />
    </Form>
  );
}

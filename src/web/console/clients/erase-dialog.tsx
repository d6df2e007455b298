import { Dialog } from '../../design/dialog';
import { Field } from '../../design/field';
import { EraseClientDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import type { ClientChoice } from './client-combobox';
import { clientsStrings } from './clients-strings';

interface EraseDialogProps {
  client: ClientChoice;
  onErased: () => void;
  onClose: () => void;
}

/** Confirmation of an erasure, with its reason. */
export function EraseDialog({ client, onErased, onClose }: EraseDialogProps) {
  const erase = useMutationWithPrompt(EraseClientDocument);
  return (
    <Dialog title={clientsStrings.eraseTitle(client.name)} onClose={onClose}>
      <div className="stack">
        <p>{clientsStrings.eraseHint}</p>
        <Form
          draft="erase"
          {...erase}
          submit={clientsStrings.confirmErase}
          onCancel={onClose}
          onSubmit={async (values) => {
            const result = await erase.run({ id: client.id, reason: values.text('reason') });
            if (result.data) onErased();
            return result;
          }}
        >
          <Field label={clientsStrings.eraseReason} name="reason" required maxLength={500} />
        </Form>
      </div>
    </Dialog>
  );
}

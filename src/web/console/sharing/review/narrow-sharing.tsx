import { type PortalJobFragment, UpdateSharingDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { strings } from '../../strings';

interface NarrowProps {
  jobId: string;
  version: { itemKeys: string[] | null; job: PortalJobFragment | null };
  onDone: () => void;
}

/** Form that withdraws items from the client at once and without an email. */
export function NarrowSharing({ jobId, version, onDone }: NarrowProps) {
  const withdraw = useMutationWithPrompt(UpdateSharingDocument);
  const keys = version.itemKeys ?? [];
  return (
    <Form
      draft={null}
      {...withdraw}
      submit={strings.sharing.saveWithdrawal}
      onCancel={onDone}
      onSubmit={async (values) => {
        const items = keys.filter((key) => values.isChecked(key));
        const { data } = await withdraw.run({ jobId, items });
        if (data) onDone();
        return { data };
      }}
    >
      <fieldset className="checklist">
        <legend>{strings.sharing.keepShowing}</legend>
        {keys.map((key) => (
          <label className="checkbox" key={key}>
            <input type="checkbox" name={key} defaultChecked />
            <span>{itemName(key, version.job)}</span>
          </label>
        ))}
      </fieldset>
      <p className="muted small">{strings.sharing.withdrawHint}</p>
    </Form>
  );
}

/** Name of an item, from the publication that contains it. */
function itemName(key: string, job: PortalJobFragment | null): string {
  const [kind = '', id] = key.split(':');
  const kindLabel = strings.itemKinds[kind as keyof typeof strings.itemKinds] ?? named(kind);
  const lists = [job?.notes, job?.todos, job?.photos, job?.quotes, job?.invoices];
  const item = lists
    .flatMap<object>((list) => list ?? [])
    .find((candidate) => 'id' in candidate && recordIdOf(candidate.id) === id);
  const { body, title, caption } = (item ?? {}) as Record<string, string | undefined>;
  const text = body ?? title ?? caption;
  return text ? `${kindLabel}: ${text}` : kindLabel;
}

/** ID of the record that a published ID is of: without the version behind it. */
function recordIdOf(id: unknown): string | undefined {
  return String(id).split('@')[0];
}

/** MEASUREMENT as people read it: Measurement. */
function named(kind: string): string {
  return kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');
}

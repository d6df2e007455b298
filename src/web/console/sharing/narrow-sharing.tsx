import { type JobOfPortalFragment, WithdrawDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { words } from '../words';

interface NarrowParts {
  jobId: string;
  version: { itemKeys: string[] | null; job: JobOfPortalFragment | null };
  onDone: () => void;
}

/** Takes back what the client should not have seen: at once, and without a mail. */
export function NarrowSharing({ jobId, version, onDone }: NarrowParts) {
  const withdraw = useChange(WithdrawDocument);
  const keys = version.itemKeys ?? [];
  return (
    <Form
      {...withdraw}
      submit={words.sharing.saveWithdrawal}
      onCancel={onDone}
      onSubmit={async (typed) => {
        const items = keys.filter((key) => typed.isOn(key));
        const { data } = await withdraw.run({ jobId, items });
        if (data) onDone();
        return { data };
      }}
    >
      <fieldset className="ticks">
        <legend>{words.sharing.keepShowing}</legend>
        {keys.map((key) => (
          <label className="check" key={key}>
            <input type="checkbox" name={key} defaultChecked />
            <span>{nameOf(key, version.job)}</span>
          </label>
        ))}
      </fieldset>
      <p className="soft small">{words.sharing.withdrawAbout}</p>
    </Form>
  );
}

/** What an item is called, read off the view that holds it. */
function nameOf(key: string, job: JobOfPortalFragment | null): string {
  const [kind = '', id] = key.split(':');
  const called = words.itemKinds[kind as keyof typeof words.itemKinds] ?? kind;
  const lists = [job?.notes, job?.todos, job?.photos, job?.quotes, job?.invoices];
  const item = lists
    .flatMap<object>((list) => list ?? [])
    .find((each) => 'id' in each && each.id === id);
  const { body, title, caption } = (item ?? {}) as Record<string, string | undefined>;
  const said = body ?? title ?? caption;
  return said ? `${called}: ${said}` : called;
}

import { Card } from '../../design/card';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { UpdateOwnProfileDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';

/** Own name and phone number. */
export function ProfileCard({ person }: { person: { name: string; phone: string | null } }) {
  const update = useMutationWithPrompt(UpdateOwnProfileDocument);
  const { phoneText } = useViewer();
  const { name, phone } = update.lastData?.updateOwnProfile.staffMember ?? person;
  return (
    <Card title={strings.people.profile.title} className="stack">
      {update.lastData && <Notice tone="good">{strings.saved}</Notice>}
      <Form
        draft="profile"
        {...update}
        submit={strings.save}
        onSubmit={(values) =>
          update.run({ input: { name: values.text('name'), phone: values.optional('phone') } })
        }
      >
        <Field
          label={strings.name}
          name="name"
          defaultValue={name}
          required
          maxLength={200}
          autoComplete="name"
        />
        <Field
          label={strings.phone}
          name="phone"
          type="tel"
          defaultValue={phoneText(phone) ?? ''}
          autoComplete="tel"
        />
      </Form>
    </Card>
  );
}

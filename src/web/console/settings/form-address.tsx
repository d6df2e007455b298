import { Field, TextField } from '../../design/field';
import { UpdateSiteSettingsDocument } from '../../gen/operations';
import { CopyButton } from '../app/copy-button';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { settingsStrings as strings } from './settings-strings';

/** Address of the enquiry form with a button to copy it, and the code that embeds it in another site. */
export function FormAddress({ address, business }: { address: string; business: string }) {
  const code = embedCode(address, strings.embedTitle(business));
  return (
    <>
      <p className="row">
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
        <CopyButton text={address} label={strings.copyAddress} />
      </p>
      <TextField label={strings.embedCode} value={code} readOnly rows={4} />
      <p>
        <CopyButton text={code} label={strings.copyCode} />
      </p>
    </>
  );
}

/** Form that changes the last part of the address. */
export function SlugForm({ slug }: { slug: string }) {
  const update = useMutationWithPrompt(UpdateSiteSettingsDocument);
  return (
    <Form
      draft="form-address"
      {...update}
      submit={strings.changeSlug}
      variant="plain"
      onSubmit={(values) => update.run({ input: { slug: values.text('slug') } })}
    >
      <Field
        key={slug}
        label={strings.slug}
        name="slug"
        defaultValue={slug}
        required
        minLength={3}
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
      />
      <p className="muted small">{strings.slugHint}</p>
    </Form>
  );
}

function embedCode(address: string, title: string): string {
  const escaped = title.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<iframe src="${address}" title="${escaped}" style="width:100%;height:52rem;border:0"></iframe>`;
}

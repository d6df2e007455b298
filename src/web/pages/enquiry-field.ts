import type { FormField, FormValues, Problem } from './enquiry-form.js';
import { type Html, html } from './html.js';

interface FieldLooks {
  name: FormField;
  label: string;
  most: number;
  type?: 'text' | 'email' | 'tel';
  autocomplete?: string;
  required?: boolean;
  optional?: boolean;
  /** More than one: a text of this many lines. */
  lines?: number;
}

/** One field with its label, and below it what is wrong with it, told to whoever looks or listens. */
export function field(
  looks: FieldLooks,
  { values, problems }: { values: FormValues; problems: Problem[] },
): Html {
  const { name, label, optional } = looks;
  const wrong = problems.find((each) => each.field === name);
  const optionally = optional && html` <span class="optional">(optional)</span>`;
  return html`<div class="field">
<label for="${name}">${label}${optionally}</label>
${wrong && html`<p class="wrong" id="${name}-wrong">${wrong.sentence}</p>`}
${control(looks, values[name], wrong !== undefined)}
</div>`;
}

function control(
  { name, type = 'text', autocomplete, most, required, lines }: FieldLooks,
  value: string,
  isWrong: boolean,
): Html {
  const shared = html`id="${name}" name="${name}" maxlength="${most}"${required && html` required`}${
    autocomplete && html` autocomplete="${autocomplete}"`
  }${isWrong && html` aria-invalid="true" aria-describedby="${name}-wrong"`}`;
  // A textarea swallows a line break right after its tag, so one stands there for it.
  return lines
    ? html`<textarea ${shared} rows="${lines}">
${value}</textarea>`
    : html`<input ${shared} type="${type}" value="${value}">`;
}

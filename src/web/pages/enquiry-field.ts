import { type Html, html } from './html.js';

interface FieldOptions<Name extends string> {
  name: Name;
  label: string;
  maxLength: number;
  type?: 'text' | 'email' | 'tel';
  autocomplete?: string;
  required?: boolean;
  optional?: boolean;
  /** Renders a text area with this many rows. */
  rows?: number;
}

interface FormState<Name extends string> {
  values: Record<Name, string>;
  problems: { field: string | null; sentence: string }[];
}

/** Form field with its label and its validation error, linked for screen readers. */
export function field<Name extends string>(
  options: FieldOptions<Name>,
  { values, problems }: FormState<Name>,
): Html {
  const { name, label, optional } = options;
  const problem = problems.find((candidate) => candidate.field === name);
  const optionalHint = optional && html` <span class="optional">(optional)</span>`;
  return html`<div class="field">
<label for="${name}">${label}${optionalHint}</label>
${problem && html`<p class="wrong" id="${name}-wrong">${problem.sentence}</p>`}
${control(options, values[name], problem !== undefined)}
</div>`;
}

function control(
  { name, type = 'text', autocomplete, maxLength, required, rows }: FieldOptions<string>,
  value: string,
  isInvalid: boolean,
): Html {
  const attributes = html`id="${name}" name="${name}" maxlength="${maxLength}"${required && html` required`}${
    autocomplete && html` autocomplete="${autocomplete}"`
  }${isInvalid && html` aria-invalid="true" aria-describedby="${name}-wrong"`}`;
  // Browsers drop the first line break inside a textarea: the one after the tag keeps that of the value.
  return rows
    ? html`<textarea ${attributes} rows="${rows}">
${value}</textarea>`
    : html`<input ${attributes} type="${type}" value="${value}">`;
}

import { type FormEvent, type ReactNode, useState } from 'react';
import type { CombinedError } from 'urql';
import { Button } from '../../design/button';
import type { AmountInput } from '../../design/currency';
import { Notice } from '../../design/notice';
import { useAmountInput } from '../session/viewer';
import { strings } from '../strings';
import { ErrorMessage } from './error-message';

/** Values of a submitted form, by field name. Text is trimmed. */
export interface FormValues {
  text(name: string): string;
  /** As typed: spaces are part of a password. */
  password(name: string): string;
  /** Null when empty. */
  optional(name: string): string | null;
  isChecked(name: string): boolean;
  /** Values of all checked boxes of that name. */
  all(name: string): string[];
  number(name: string): number;
  /** Amount in cents (the smallest unit of the currency); the field holds major units, such as dollars. */
  cents(name: string): number;
}

interface FormProps {
  /** Label of the submit button. */
  submit: string;
  variant?: 'primary' | 'plain';
  isBusy: boolean;
  error: CombinedError | null;
  /** Resolves to an object with `data` on success; the form is then reset. */
  onSubmit: (values: FormValues) => Promise<{ data?: unknown } | undefined>;
  onCancel?: () => void;
  className?: string;
  children: ReactNode;
}

/** Form that keeps its input until it was submitted successfully. */
export function Form({ submit, variant = 'primary', isBusy, error, onSubmit, ...rest }: FormProps) {
  const { onCancel, className = '', children } = rest;
  const amount = useAmountInput();
  const [submissions, setSubmissions] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const submitForm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFault(null);
    if (isBusy) return;
    const result = await onSubmit(readForm(new FormData(event.currentTarget), amount));
    if (result?.data) setSubmissions((count) => count + 1);
  };
  return (
    <form
      className={`stack ${className}`}
      onSubmit={submitForm}
      onInvalidCapture={(event) => setFault((known) => known ?? faultOf(event.target))}
      onChange={() => setFault(null)}
    >
      <div className="fields" key={submissions}>
        {children}
      </div>
      {fault ? <Notice tone="wrong">{fault}</Notice> : <ErrorMessage error={error} />}
      <div className="row">
        <Button type="submit" variant={variant} isBusy={isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{strings.cancel}</Button>}
      </div>
    </form>
  );
}

function readForm(form: FormData, amount: AmountInput): FormValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    text,
    password: (name) => String(form.get(name) ?? ''),
    optional: (name) => text(name) || null,
    all: (name) => form.getAll(name).map(String),
    isChecked: (name) => form.get(name) === 'on',
    number: (name) => Number(text(name)),
    cents: (name) => amount.toCents(text(name)),
  };
}

/** What is wrong with a field that keeps its form from being sent, with the words of its label and of the browser. */
function faultOf(field: EventTarget): string {
  const { labels, validationMessage } = field as HTMLInputElement;
  return [labels?.[0]?.textContent, validationMessage].filter(Boolean).join(': ');
}

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { Button } from '../../design/button';
import { ConfirmDialog, type QuestionWords } from '../../design/confirm-dialog';
import type { AmountInput } from '../../design/currency';
import { Notice } from '../../design/notice';
import { useAmountInput } from '../session/viewer';
import { strings } from '../strings';
import { startOver } from './drafts/form-drafts';
import { useDraftFields } from './drafts/use-draft-fields';
import { FormKeyContext, useFormKey } from './drafts/use-kept';
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
  /**
   * Name of the form on its page: what was typed into it is kept in the tab under this name until it is sent or cancelled. Null
   * for secrets and files, which are not kept.
   */
  draft: string | null;
  /** The question to ask before it is sent, if any. */
  ask?: (values: FormValues) => QuestionWords | null;
  className?: string;
  children: ReactNode;
}

/** Form that keeps its input until it was submitted successfully. */
export function Form({ submit, variant = 'primary', isBusy, error, onSubmit, ...rest }: FormProps) {
  const { onCancel, className = '', draft, ask, children } = rest;
  const amount = useAmountInput();
  const form = useRef<HTMLFormElement>(null);
  const key = useFormKey(draft);
  const kept = useDraftFields(form, key);
  const [submissions, setSubmissions] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ words: QuestionWords; values: FormValues } | null>(null);
  const begin = () => {
    kept.drop();
    setSubmissions((count) => count + 1);
  };
  const send = async (values: FormValues) => {
    setAsked(null);
    const result = await onSubmit(values);
    if (result?.data) begin();
  };
  const submitForm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFault(null);
    if (isBusy) return;
    const values = readForm(new FormData(event.currentTarget), amount);
    const words = ask?.(values);
    if (words) setAsked({ words, values });
    else await send(values);
  };
  const cancel = () => {
    kept.drop();
    onCancel?.();
  };
  return (
    <form
      ref={form}
      className={`stack ${className}`}
      onSubmit={submitForm}
      onInvalidCapture={(event) => setFault((known) => known ?? faultOf(event.target))}
      onChange={(event) => {
        setFault(null);
        kept.keep(event);
      }}
    >
      {kept.isRestored && key && (
        <Restored
          onStartOver={() => {
            startOver(key);
            begin();
          }}
        />
      )}
      <FormKeyContext value={key}>
        <div className="fields" key={submissions}>
          {children}
        </div>
      </FormKeyContext>
      {fault ? <Notice tone="wrong">{fault}</Notice> : <ErrorMessage error={error} />}
      <div className="row">
        <Button type="submit" variant={variant} isBusy={isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={cancel}>{strings.cancel}</Button>}
      </div>
      {asked && (
        <ConfirmDialog
          {...asked.words}
          confirm={submit}
          variant="primary"
          onConfirm={() => send(asked.values)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  );
}

/** Says that the form has what was typed earlier and not sent. */
function Restored({ onStartOver }: { onStartOver: () => void }) {
  return (
    <p className="row muted small">
      {strings.draftRestored}
      <Button variant="quiet" onClick={onStartOver}>
        {strings.startOver}
      </Button>
    </p>
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

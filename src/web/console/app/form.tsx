import { type FormEvent, type ReactNode, useState } from 'react';
import type { CombinedError } from 'urql';
import { Button } from '../../design/button';
import { words } from '../words';
import { Problem } from './problem';

/** What was typed into a form, by the names of its fields. */
export interface Typed {
  text(name: string): string;
  /** Null when it was left empty. */
  maybe(name: string): string | null;
  isOn(name: string): boolean;
  /** All that was ticked under one name. */
  all(name: string): string[];
  number(name: string): number;
  cents(name: string): number;
}

interface FormParts {
  /** The words on its button. */
  submit: string;
  look?: 'primary' | 'plain';
  isBusy: boolean;
  error: CombinedError | null;
  /** Answers whether it worked; then the form is empty again. */
  onSubmit: (typed: Typed) => Promise<{ data?: unknown } | undefined>;
  onCancel?: () => void;
  className?: string;
  children: ReactNode;
}

/** A form that keeps what was typed until it has been taken. */
export function Form({ submit, look = 'primary', isBusy, error, onSubmit, ...parts }: FormParts) {
  const { onCancel, className = '', children } = parts;
  const [round, setRound] = useState(0);
  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const outcome = await onSubmit(typedIn(new FormData(event.currentTarget)));
    if (outcome?.data) setRound((before) => before + 1);
  };
  return (
    <form className={`stack ${className}`} onSubmit={take}>
      <div className="fields" key={round}>
        {children}
      </div>
      <Problem error={error} />
      <div className="row">
        <Button type="submit" look={look} isBusy={isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
      </div>
    </form>
  );
}

export function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    text,
    maybe: (name) => text(name) || null,
    all: (name) => form.getAll(name).map(String),
    isOn: (name) => form.get(name) === 'on',
    number: (name) => Number(text(name)),
    cents: (name) => Math.round(Number(text(name)) * 100),
  };
}

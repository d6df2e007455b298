import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';

interface LabelProps {
  label: string;
  /** Validation error, as a sentence. */
  problem?: string | null;
}

/** Single-line input with its label and validation error. */
export function Field({
  label,
  problem,
  ...input
}: LabelProps & InputHTMLAttributes<HTMLInputElement>) {
  const ids = useIds(problem);
  return (
    <div className="field">
      <Label {...{ label, problem }} {...ids} />
      <input dir={input.type ? undefined : 'auto'} {...input} {...ids.controlProps} />
    </div>
  );
}

/** Multi-line input with its label and validation error. */
export function TextField({
  label,
  problem,
  ...area
}: LabelProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const ids = useIds(problem);
  return (
    <div className="field">
      <Label {...{ label, problem }} {...ids} />
      <textarea dir="auto" {...area} {...ids.controlProps} />
    </div>
  );
}

function useIds(problem: string | null | undefined) {
  const id = useId();
  const problemId = `${id}-problem`;
  const controlProps = problem
    ? { id, 'aria-invalid': true, 'aria-describedby': problemId }
    : { id };
  return { id, problemId, controlProps };
}

function Label({ label, problem, id, problemId }: LabelProps & { id: string; problemId: string }) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {problem && (
        <p className="problem" id={problemId}>
          {problem}
        </p>
      )}
    </>
  );
}

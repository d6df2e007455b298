import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';

interface Named {
  label: string;
  /** What is wrong with what was typed, as a sentence. */
  problem?: string | null;
}

/** One line to type, with its label and what is wrong with it. */
export function Field({ label, problem, ...input }: Named & InputHTMLAttributes<HTMLInputElement>) {
  const names = useNames(problem);
  return (
    <div className="field">
      <Told {...{ label, problem }} {...names} />
      <input {...input} {...names.forControl} />
    </div>
  );
}

/** Several lines to type. */
export function TextField({
  label,
  problem,
  ...area
}: Named & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const names = useNames(problem);
  return (
    <div className="field">
      <Told {...{ label, problem }} {...names} />
      <textarea {...area} {...names.forControl} />
    </div>
  );
}

function useNames(problem: string | null | undefined) {
  const id = useId();
  const problemId = `${id}-problem`;
  const forControl = problem ? { id, 'aria-invalid': true, 'aria-describedby': problemId } : { id };
  return { id, problemId, forControl };
}

function Told({ label, problem, id, problemId }: Named & { id: string; problemId: string }) {
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

import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmButtonProps {
  /** Text of the button, and of the button that confirms. */
  label: string;
  /** Name for screen readers where several buttons have the same text. */
  name?: string;
  question: string;
  /** What will happen, as a sentence: it cannot be undone. */
  consequence: ReactNode;
  /** Text of the safe button, which has the focus. */
  keep: string;
  /** Fields of the question, such as a reason. */
  children?: ReactNode;
  isBusy: boolean;
  onConfirm: () => void;
}

/** Button of an action that cannot be undone. It asks before it acts; Escape and the safe button do nothing. */
export function ConfirmButton({
  label,
  name,
  isBusy,
  onConfirm,
  children,
  ...asked
}: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const { question, consequence, keep } = asked;
  const stop = () => setAsking(false);
  const confirm = () => {
    stop();
    onConfirm();
  };
  return (
    <>
      <Button variant="danger" isBusy={isBusy} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog title={question} onClose={stop}>
          <div className="stack">
            <p>{consequence}</p>
            {children}
            {/* A dialog focuses its first field or button. */}
            <div className="row">
              <Button onClick={stop}>{keep}</Button>
              <Button variant="danger" onClick={confirm}>
                {label}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}

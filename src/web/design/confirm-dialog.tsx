import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export interface QuestionWords {
  question: string;
  /** What will happen, as a sentence; of what goes to a client also whether it is mailed, and to which address. */
  consequence: ReactNode;
  /** Text of the safe button, which has the focus. */
  keep: string;
}

interface QuestionProps extends QuestionWords {
  /** Text of the button that confirms. */
  confirm: string;
  variant?: 'primary' | 'danger';
  isBusy?: boolean;
  isDisabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** Fields of the question, such as a reason, and errors. */
  children?: ReactNode;
}

/** Dialog that asks before an action. Escape and the safe button do nothing. */
export function ConfirmDialog({
  question,
  consequence,
  keep,
  confirm,
  children,
  ...rest
}: QuestionProps) {
  const { variant = 'danger', isBusy, isDisabled, onConfirm, onClose } = rest;
  return (
    <Dialog title={question} onClose={onClose}>
      <div className="stack">
        <p>{consequence}</p>
        {children}
        {/* A dialog focuses its first field or button. */}
        <div className="row">
          <Button onClick={onClose}>{keep}</Button>
          <Button variant={variant} isBusy={isBusy} disabled={isDisabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface ConfirmButtonProps extends QuestionWords {
  /** Text of the button, and of the button that confirms. */
  label: string;
  /** Name for screen readers where several buttons have the same text. */
  name?: string;
  variant?: 'plain' | 'primary' | 'danger';
  children?: ReactNode;
  isBusy: boolean;
  onConfirm: () => void;
}

/** Button that asks before it acts: what it does cannot be undone, or goes to a client. */
export function ConfirmButton({
  label,
  name,
  variant = 'danger',
  isBusy,
  onConfirm,
  ...asked
}: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const stop = () => setAsking(false);
  const confirm = () => {
    stop();
    onConfirm();
  };
  return (
    <>
      <Button variant={variant} isBusy={isBusy} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <ConfirmDialog
          {...asked}
          confirm={label}
          variant={variant === 'danger' ? 'danger' : 'primary'}
          onConfirm={confirm}
          onClose={stop}
        />
      )}
    </>
  );
}

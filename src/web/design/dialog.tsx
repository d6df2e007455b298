import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogParts {
  title: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** A question above the page: the rest is out of reach until it is closed, by Escape as well. */
export function Dialog({ title, className = '', onClose, children }: DialogParts) {
  const id = useId();
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    const before = document.activeElement as HTMLElement | null;
    dialog?.showModal();
    return () => {
      dialog?.close();
      before?.focus();
    };
  }, []);
  return (
    <dialog
      ref={place}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

import type { ButtonHTMLAttributes } from 'react';

interface Looks {
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** What it does is under way: it keeps its place and the focus, and does not start again. */
  isBusy?: boolean;
}

/** A button; `type` is "button" unless said otherwise. */
export function Button({
  look = 'plain',
  isBusy = false,
  className = '',
  onClick,
  ...others
}: ButtonHTMLAttributes<HTMLButtonElement> & Looks) {
  return (
    <button
      type="button"
      {...others}
      className={`button ${look} ${className}`}
      aria-disabled={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
    />
  );
}

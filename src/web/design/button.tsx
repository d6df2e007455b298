import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Action in progress: the button keeps its focus and ignores clicks. */
  isBusy?: boolean;
}

/** Button; `type` defaults to "button". */
export function Button({
  variant = 'plain',
  isBusy = false,
  className = '',
  onClick,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${variant} ${className}`}
      aria-disabled={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
    />
  );
}

import type { ReactNode } from 'react';

/** Paragraph that a person wrote, with its lines, in the direction of its own first letters. */
export function WrittenText({
  className = '',
  children,
}: {
  className?: string;
  children: ReactNode;
}) {
  return (
    <p className={`pre-wrap ${className}`} dir="auto">
      {children}
    </p>
  );
}

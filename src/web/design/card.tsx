import { type ReactNode, useId } from 'react';

interface CardParts {
  title: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A titled section of a page. */
export function Card({ title, className = '', children }: CardParts) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

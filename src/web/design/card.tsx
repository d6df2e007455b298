import { type ReactNode, useId } from 'react';

interface CardProps {
  title: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Titled section of a page. */
export function Card({ title, className = '', children }: CardProps) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

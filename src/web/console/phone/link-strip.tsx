import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface LinkStripProps {
  label: string;
  className: string;
  /** What the current link stands for; it is scrolled to the middle when this changes. */
  current: string;
  children: ReactNode;
}

/** Links in a row that scrolls where it is too narrow, with an arrow at each end behind which more follow. */
export function LinkStrip({ label, className, current, children }: LinkStripProps) {
  const strip = useRef<HTMLElement>(null);
  const [more, setMore] = useState('');
  const measure = () => {
    if (strip.current) setMore(moreIn(strip.current));
  };
  // Also after links were added.
  useLayoutEffect(measure);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `current` is in the attributes of the links.
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (!strip.current || !link) return;
    // Not `scrollIntoView`, which moves the page too.
    strip.current.scrollLeft = link.offsetLeft - (strip.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav
      className={`link-strip ${className}`}
      aria-label={label}
      data-more={more || undefined}
      ref={strip}
      onScroll={measure}
    >
      {children}
    </nav>
  );
}

/** At which ends links are out of sight. */
function moreIn({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): string {
  const ends = [scrollLeft > 1 && 'before', scrollLeft + clientWidth < scrollWidth - 1 && 'after'];
  return ends.filter(Boolean).join(' ');
}

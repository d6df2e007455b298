import { type TouchEvent, useRef } from 'react';

const MIN_DISTANCE_PX = 48;

/** Handlers of an element on which a swipe with one finger steps: 1 towards the end of the line, -1 towards its start. */
export function useSwipe(step: (offset: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart({ touches }: TouchEvent) {
      const finger = touches[0];
      start.current =
        touches.length === 1 && finger ? { x: finger.clientX, y: finger.clientY } : null;
    },
    onTouchEnd({ changedTouches, currentTarget }: TouchEvent) {
      const finger = changedTouches[0];
      if (!start.current || !finger || isZoomed()) return;
      const x = finger.clientX - start.current.x;
      const y = finger.clientY - start.current.y;
      start.current = null;
      if (Math.abs(x) < MIN_DISTANCE_PX || Math.abs(x) < 2 * Math.abs(y)) return;
      step(x < 0 === isLeftToRight(currentTarget) ? 1 : -1);
    },
  };
}

/** Whether lines of an element run from left to right. */
export function isLeftToRight(element: Element): boolean {
  return getComputedStyle(element).direction === 'ltr';
}

/** A finger on a zoomed page moves the page. */
function isZoomed(): boolean {
  return (window.visualViewport?.scale ?? 1) > 1.05;
}

import { useEffect } from 'react';
import { elementIdOf, type Target } from './target';

/** Time for which the place is held while images and fonts still move the page. */
const HOLD_MS = 2_500;

/** Scrolls to an element, unfolds what hides it and moves the focus to its heading. Returns false if it is not there. */
export function goTo(id: string, root: Document | ShadowRoot = document): boolean {
  const element = root.getElementById(id);
  if (!element) return false;
  unfold(element);
  const heading = element.querySelector<HTMLElement>('h2, h3') ?? element;
  heading.tabIndex = -1;
  // After the fold has opened.
  requestAnimationFrame(() => {
    element.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  });
  return true;
}

/** Root of an element: the document, or the shadow root of a preview. */
export function rootOf(element: Element): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot;
}

/** Goes once to what the link speaks of, and holds the place until the reader moves or the page has settled. */
export function useTarget(target: Target | null): void {
  useEffect(() => {
    if (!target) return;
    const id = elementIdOf(target);
    if (!goTo(id)) return;
    return holdPlace(id);
  }, [target]);
}

function holdPlace(id: string): () => void {
  const observer = new ResizeObserver(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'start' });
  });
  observer.observe(document.body);
  const events = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  const release = () => {
    clearTimeout(timer);
    observer.disconnect();
    for (const event of events) window.removeEventListener(event, release);
  };
  const timer = setTimeout(release, HOLD_MS);
  for (const event of events) window.addEventListener(event, release, { passive: true });
  return release;
}

function unfold(element: Element): void {
  if (!element.closest('.folded')) return;
  element.closest('.fold')?.querySelector<HTMLElement>(':scope > .fold-button')?.click();
}

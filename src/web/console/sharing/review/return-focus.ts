/** Focuses a control; if it is gone, the heading of the page. */
export function returnFocus(control: Element | null): void {
  const isThere = control instanceof HTMLElement && control !== document.body && isVisible(control);
  if (isThere) control.focus();
  else focusHeading();
}

/** Focuses the heading of the page, from which the next Tab goes on. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function isVisible(element: HTMLElement): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

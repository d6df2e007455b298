import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import tokens from '../../design/tokens.css?inline';
import portal from '../../portal/portal.css?inline';

/** A page within the page, with the portal's looks and none of the console's. */
export function PageApart({ className, children }: { className: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    // Sheets made by a script: the policy of the page forbids those that stand inline.
    root.adoptedStyleSheets = [tokens, portal].map(sheetOf);
    setInside(root);
  }, []);
  return (
    <div ref={place} className={className}>
      {inside && createPortal(children, inside)}
    </div>
  );
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

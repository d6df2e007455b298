import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import tokens from '../../design/tokens.css?inline';
import portal from '../../portal/portal.css?inline';

/** Page within the page: a shadow root with the portal's style sheets and none of the console's. */
export function IsolatedPage({ className, children }: { className: string; children: ReactNode }) {
  const hostRef = useRef<HTMLDivElement>(null);
  const [shadowRoot, setShadowRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    const host = hostRef.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    // Constructed style sheets: the content security policy forbids inline ones.
    root.adoptedStyleSheets = [tokens, portal].map(styleSheet);
    setShadowRoot(root);
  }, []);
  return (
    <div ref={hostRef} className={className}>
      {shadowRoot && createPortal(children, shadowRoot)}
    </div>
  );
}

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

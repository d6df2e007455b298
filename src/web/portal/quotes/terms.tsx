import { useTexts } from '../texts';

/** Terms of a quote, as sent. Long ones scroll in their own box, which can be reached with the keyboard. */
export function Terms({ terms }: { terms: string }) {
  const { strings } = useTexts();
  return (
    <section className="terms" aria-label={strings.terms}>
      <p className="terms-title">{strings.terms}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard. */}
      <p className="text small" dir="auto" tabIndex={0}>
        {terms}
      </p>
    </section>
  );
}

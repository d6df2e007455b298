import { useTexts } from '../texts';

/** Says that a request takes long; the live region is there before, so that a screen reader says it too. */
export function SlowNotice({ isSlow }: { isSlow: boolean }) {
  const { pageStrings } = useTexts();
  return (
    <p className="muted small" role="status">
      {isSlow && pageStrings.slow}
    </p>
  );
}

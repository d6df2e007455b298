import { useState } from 'react';
import { imageQueue } from '../photos/image-queue';
import { useTexts } from '../texts';

/** Prints the page once all its photos are there. */
export function PrintButton() {
  const { strings, pageStrings } = useTexts();
  const [isWaiting, setWaiting] = useState(false);
  const [missing, setMissing] = useState(0);
  const print = async () => {
    if (isWaiting) return;
    setWaiting(true);
    await imageQueue.drained();
    await decoded();
    setWaiting(false);
    const failed = document.querySelectorAll('.thumbnail[data-state="failed"]').length;
    setMissing(failed);
    if (failed === 0) window.print();
  };
  return (
    <>
      <button type="button" className="plain-link" aria-disabled={isWaiting} onClick={print}>
        {isWaiting ? pageStrings.printing : strings.print}
      </button>
      {missing > 0 && <span role="alert">{pageStrings.photosMissing(missing)}</span>}
    </>
  );
}

/** A picture that is fetched is not yet drawn. */
async function decoded(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const images = [...document.querySelectorAll<HTMLImageElement>('.thumbnail img')];
  // A picture that cannot be decoded shows its name instead.
  await Promise.allSettled(images.map((image) => image.decode()));
}

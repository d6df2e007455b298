import { createContext, type ReactNode, use, useState } from 'react';
import { Button } from '../../design/button';
import { cutText } from '../../design/text/cut-text';
import { UndoRemovalDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { undoStrings } from './undo-strings';

interface Removal {
  id: string;
  /** What was removed, as a person knows it. */
  name: string;
}

const OfferContext = createContext<(removal: Removal) => void>(() => undefined);

/** Offers to undo a removal, until it is undone, closed, or followed by the next one. */
export const useOfferUndo = () => use(OfferContext);

export function UndoProvider({ children }: { children: ReactNode }) {
  const [removal, setRemoval] = useState<Removal | null>(null);
  return (
    <OfferContext value={setRemoval}>
      {children}
      <div className="undo" role="status">
        {removal && <UndoBar key={removal.id} removal={removal} onClose={() => setRemoval(null)} />}
      </div>
    </OfferContext>
  );
}

function UndoBar({ removal: { id, name }, onClose }: { removal: Removal; onClose: () => void }) {
  const undo = useMutationWithPrompt(UndoRemovalDocument);
  const run = async () => {
    const { data } = await undo.run({ id });
    if (data) onClose();
  };
  return (
    <div className="undo-bar row">
      <span>
        <bdi>{undoStrings.removed(cutText(name, 60))}</bdi>
      </span>
      <Button isBusy={undo.isBusy} onClick={run}>
        {undoStrings.undo}
      </Button>
      <Button variant="quiet" onClick={onClose}>
        {undoStrings.close}
      </Button>
      <ErrorMessage error={undo.error} />
    </div>
  );
}

import { use, useState } from 'react';
import { isolated } from '../../design/text/isolated';
import { FormKeyContext, useKept } from '../app/drafts/use-kept';
import { strings } from '../strings';
import { type ClientChoice, ClientCombobox } from './client-combobox';
import { clientsStrings } from './clients-strings';
import { NewClient } from './new-client';

interface ClientPickerProps {
  selected?: ClientChoice | null;
}

/** Field of a form for its client: search over all clients as you type, or a new client. Its name is `clientId`. */
export function ClientPicker({ selected = null }: ClientPickerProps) {
  const [chosen, setChosen] = useKept<ClientChoice | null>(use(FormKeyContext), 'client', selected);
  const [newName, setNewName] = useState<string | null>(null);
  const choose = (client: ClientChoice | null) => {
    setChosen(client);
    setNewName(null);
  };
  return (
    <div className="stack">
      <ClientCombobox
        label={strings.client}
        placeholder={strings.noClientYet}
        chosen={chosen}
        onChoose={choose}
        onClear={() => choose(null)}
        onNew={setNewName}
        unfinished={newName === null ? undefined : clientsStrings.newNotAdded}
      />
      {newName !== null && (
        <NewClient name={newName} onMade={choose} onCancel={() => setNewName(null)} />
      )}
      <p className="visually-hidden" role="status">
        {chosen && `${clientsStrings.theClient}: ${isolated(chosen.name)}`}
      </p>
      <input type="hidden" name="clientId" value={chosen?.id ?? ''} />
    </div>
  );
}

import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { ClientChoicesDocument } from '../../gen/operations';
import { useViewer } from '../session/viewer';
import { clientsStrings } from './clients-strings';

export interface ClientChoice {
  id: string;
  name: string;
}

interface ClientComboboxProps {
  label: string;
  placeholder?: string;
  chosen: ClientChoice | null;
  onChoose: (client: ClientChoice) => void;
  /** With this nobody can be chosen again. */
  onClear?: () => void;
  /** With this a new client can be made, with the typed text as its name. */
  onNew?: (typed: string) => void;
  /** Why the form cannot be sent yet, as a sentence. */
  unfinished?: string;
}

interface Option {
  key: string;
  text: string;
  details?: string;
  choose: () => void;
}

/**
 * Text field that searches all clients as one types, and a list of those it finds. Works by keyboard (arrows, Enter,
 * Escape) and by touch. Typed text that is not a choice yet stays, and keeps the form from being sent.
 */
export function ClientCombobox(props: ClientComboboxProps) {
  const { label, placeholder, chosen, unfinished } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { options, hint } = useOptions(props, typed, isOpen);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.setCustomValidity(typed.trim() ? clientsStrings.notChosen : (unfinished ?? ''));
  }, [typed, unfinished]);
  const close = () => {
    setOpen(false);
    setTyped('');
    setActive(0);
  };
  const take = (option: Option | undefined) => {
    option?.choose();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else setActive((at) => (at + step + options.length) % Math.max(options.length, 1));
    } else if (event.key === 'Enter' && isOpen) {
      // Not the form's submission.
      event.preventDefault();
      take(options[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className="field combobox">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && options[active] ? `${id}-${active}` : undefined}
        placeholder={chosen?.name ?? placeholder}
        value={isOpen || typed ? typed : (chosen?.name ?? '')}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div className="choices" hidden={!isOpen}>
        <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={clientsStrings.choices}>
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={option.key}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // Keeps the focus in the field, whose blur closes the list.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option.text}
              {option.details && <span className="muted small">{option.details}</span>}
            </div>
          ))}
        </div>
        {hint && (
          <p className="muted small" role="status">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

function useOptions(props: ClientComboboxProps, typed: string, isOpen: boolean) {
  const { phoneText } = useViewer();
  const { chosen, onChoose, onClear, onNew } = props;
  const search = useDeferredValue(typed.trim());
  const [{ data, fetching }] = useQuery({
    query: ClientChoicesDocument,
    variables: { search: search || null },
    pause: !isOpen,
  });
  const found = data?.clients.nodes ?? [];
  const options: Option[] = found.map((client) => ({
    key: client.id,
    text: client.name,
    details: [client.email, phoneText(client.phone)].filter(Boolean).join(' · '),
    choose: () => onChoose({ id: client.id, name: client.name }),
  }));
  if (onClear && chosen && !search)
    options.push({ key: 'none', text: clientsStrings.clear, choose: onClear });
  if (onNew)
    options.push({ key: 'new', text: clientsStrings.newClient, choose: () => onNew(typed.trim()) });
  return { options, hint: hintFor(found.length, fetching, data?.clients.pageInfo.hasNextPage) };
}

function hintFor(found: number, isFetching: boolean, hasMore: boolean | undefined): string | null {
  if (found === 0) return isFetching ? clientsStrings.searching : clientsStrings.noMatches;
  return hasMore ? clientsStrings.moreMatches : null;
}

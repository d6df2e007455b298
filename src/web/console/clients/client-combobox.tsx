import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Written } from '../../design/text/written';
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
 * Text field that searches all clients as one types, and a list of those it finds. Typed text that is not a choice yet
 * stays, and keeps the form from being sent.
 */
export function ClientCombobox(props: ClientComboboxProps) {
  const { label, placeholder, chosen, unfinished } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const { options, hint, isLate, onOpen } = useOptions(props, typed);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.setCustomValidity(typed.trim() ? clientsStrings.notChosen : (unfinished ?? ''));
  }, [typed, unfinished]);
  const list = useCombobox({
    inputId: id,
    items: options,
    itemToString: (option) => option?.text ?? '',
    // What is chosen belongs to the form.
    selectedItem: null,
    defaultHighlightedIndex: 0,
    inputValue: typed,
    // Enter chooses nothing from a list that is not yet of what was typed.
    stateReducer: (state, change) =>
      isLate && isEnter(change) ? state : afterChange(state, change),
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onSelectedItemChange: ({ selectedItem }) => selectedItem?.choose(),
    scrollIntoView: (option) => option?.scrollIntoView({ block: 'nearest' }),
    onIsOpenChange: ({ isOpen }) => onOpen(isOpen),
  });
  return (
    <div className="field combobox">
      <label {...list.getLabelProps()} htmlFor={id}>
        {label}
      </label>
      <input
        {...list.getInputProps({
          ref: field,
          dir: 'auto',
          placeholder: chosen?.name ?? placeholder,
          value: list.isOpen || typed ? typed : (chosen?.name ?? ''),
          // At once, or the cursor would jump to the end.
          onChange: (event) => setTyped(event.currentTarget.value),
        })}
      />
      <div className="choices" hidden={!list.isOpen}>
        <ul {...list.getMenuProps({ 'aria-label': clientsStrings.choices, 'aria-busy': isLate })}>
          {options.map((item, index) => (
            <li key={item.key} {...list.getItemProps({ item, index })}>
              <Written>{item.text}</Written>
              {item.details && <span className="muted small">{item.details}</span>}
            </li>
          ))}
        </ul>
        {hint && (
          <p className="muted small" role="status">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

const isEnter = ({ type }: UseComboboxStateChangeOptions<Option>) =>
  type === useCombobox.stateChangeTypes.InputKeyDownEnter;

/** A choice empties the field; leaving the field chooses nothing and keeps what was typed. */
function afterChange(
  { inputValue }: UseComboboxState<Option>,
  { type, changes }: UseComboboxStateChangeOptions<Option>,
): Partial<UseComboboxState<Option>> {
  const { InputBlur, InputClick, InputKeyDownEscape } = useCombobox.stateChangeTypes;
  if (type === InputBlur) return { ...changes, selectedItem: null, inputValue };
  if (type === InputClick) return { ...changes, isOpen: true };
  if (changes.selectedItem || type === InputKeyDownEscape) return { ...changes, inputValue: '' };
  return changes;
}

function useOptions(props: ClientComboboxProps, typed: string) {
  const { phoneText } = useViewer();
  const { chosen, onChoose, onClear, onNew } = props;
  const [isOpen, onOpen] = useState(false);
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
  const hint = hintFor(found.length, fetching, data?.clients.pageInfo.hasNextPage);
  return { options, hint, isLate: fetching || search !== typed.trim(), onOpen };
}

function hintFor(found: number, isFetching: boolean, hasMore: boolean | undefined): string | null {
  if (found === 0) return isFetching ? clientsStrings.searching : clientsStrings.noMatches;
  return hasMore ? clientsStrings.moreMatches : null;
}

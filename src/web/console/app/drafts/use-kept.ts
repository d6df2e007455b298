import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useStaffId } from '../../session/viewer';
import { formKeyOf, onStartOver, readFormDraft, saveFormDraft } from './form-drafts';

/** Key of the draft of the form around a component; null where the form keeps none. */
export const FormKeyContext = createContext<string | null>(null);

/** Key of the draft of a form with this name on the page where it was opened; null where nobody is signed in. */
export function useFormKey(name: string | null): string | null {
  const staffId = useStaffId();
  const [key] = useState(() => (name && staffId ? formKeyOf(staffId, name) : null));
  return key;
}

/**
 * State of a part of a form that is not in fields with names, such as its lines. It is kept with the draft of the form, once
 * it was changed. Without a key it is plain state.
 */
export function useKept<T>(
  formKey: string | null,
  part: string,
  initial: T,
): [T, Dispatch<SetStateAction<T>>] {
  const key = formKey && `${formKey} ${part}`;
  const [state, setState] = useState<T>(() => (key ? readFormDraft<T>(key) : null) ?? initial);
  const first = useRef(initial);
  const last = useRef(state);
  useEffect(() => {
    if (key && state !== last.current && state !== first.current) saveFormDraft(key, state);
    last.current = state;
  }, [key, state]);
  useEffect(
    () => (formKey ? onStartOver(formKey, () => setState(first.current)) : undefined),
    [formKey],
  );
  return [state, setState];
}

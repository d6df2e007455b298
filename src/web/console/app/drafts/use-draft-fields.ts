import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import { type FieldValues, keptValueOf, restoreFields } from '../../../design/restore-fields';
import { dropFormDraft, hasFormDraft, readFormDraft, saveFormDraft } from './form-drafts';

/** Keeps what is typed into the fields of a form until it is sent, and fills it in again. */
export function useDraftFields(form: RefObject<HTMLFormElement | null>, key: string | null) {
  const [isRestored, setRestored] = useState(() => key !== null && hasFormDraft(key));
  useEffect(() => {
    const values = key && readFormDraft<FieldValues>(key);
    if (!form.current || !values) return;
    const element = form.current;
    const done = new WeakSet<EventTarget>();
    // Some fields come later, once their choices were read or another field was filled.
    const restore = () => restoreFields(element, values, done);
    const observer = new MutationObserver(restore);
    observer.observe(element, { childList: true, subtree: true });
    restore();
    return () => observer.disconnect();
  }, [form, key]);
  return {
    isRestored,
    keep: (event: FormEvent) => {
      const value = key && keptValueOf(event.target);
      if (value) saveFormDraft(key, { ...readFormDraft<FieldValues>(key), ...value });
    },
    drop: () => {
      if (key) dropFormDraft(key);
      setRestored(false);
    },
  };
}

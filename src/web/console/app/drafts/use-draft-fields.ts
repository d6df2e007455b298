import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type FieldValues, keptValueOf, restoreFields } from '../../../design/restore-fields';
import { dropFormDraft, hasFormDraft, readFormDraft, saveFormDraft } from './form-drafts';

/** Keeps what is typed into the fields of a form until it is sent, and fills it in again. */
export function useDraftFields(form: RefObject<HTMLFormElement | null>, key: string | null) {
  const [isRestored, setRestored] = useState(() => key !== null && hasFormDraft(key));
  /** What is filled in again; null once the form was sent or started over. */
  const kept = useRef<FieldValues | null>(null);
  useEffect(() => {
    kept.current = key === null ? null : readFormDraft<FieldValues>(key);
    if (!form.current || !kept.current) return;
    const element = form.current;
    const done = new WeakSet<EventTarget>();
    // Some fields come later, once their choices were read or another field was filled.
    const restore = () => kept.current && restoreFields(element, kept.current, done);
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
      kept.current = null;
      if (key) dropFormDraft(key);
      setRestored(false);
    },
  };
}

import { isInTab, keepInTab, readInTab, removeFromTab } from '../../../design/tab-storage';

/** Drafts of forms that were not sent, kept in this tab for one person, page and form. */

const PREFIX = 'form ';

/** Key of the draft of a form; parts of it have a word behind the key. */
export function formKeyOf(staffId: string, name: string): string {
  return `${PREFIX}${staffId} ${location.hash.split('?')[0]} ${name}`;
}

export function readFormDraft<T>(key: string): T | null {
  const text = readInTab(key);
  return text ? JSON.parse(text) : null;
}

export function saveFormDraft(key: string, draft: unknown): void {
  keepInTab(key, JSON.stringify(draft));
}

/** Whether anything of a form is kept: its fields or a part. */
export function hasFormDraft(key: string): boolean {
  return isInTab((each) => isOf(key, each));
}

/** Drops the draft of a form with its parts. */
export function dropFormDraft(key: string): void {
  removeFromTab((each) => isOf(key, each));
}

const isOf = (key: string, each: string) => each === key || each.startsWith(`${key} `);

/** Drops the drafts of everybody else; of everybody if nobody is signed in. */
export function dropFormDraftsOfOthers(staffId: string | null): void {
  const own = staffId && `${PREFIX}${staffId} `;
  removeFromTab((key) => key.startsWith(PREFIX) && !(own && key.startsWith(own)));
}

const STARTS_OVER = 'formstartsover';

/** Drops the draft of a form and lets its parts begin again. */
export function startOver(key: string): void {
  dropFormDraft(key);
  window.dispatchEvent(new CustomEvent(STARTS_OVER, { detail: key }));
}

/** Calls the listener when the form starts over. Returns a function that stops it. */
export function onStartOver(key: string, listener: () => void): () => void {
  const heard = ({ detail }: CustomEvent<string>) => detail === key && listener();
  window.addEventListener(STARTS_OVER, heard as unknown as EventListener);
  return () => window.removeEventListener(STARTS_OVER, heard as unknown as EventListener);
}

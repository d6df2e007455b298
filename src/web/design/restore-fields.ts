type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed and chosen in the fields of a form: texts by name, boxes by name and value. */
export type FieldValues = Record<string, string | boolean>;

// A password is not kept, a file cannot be, and a hidden field belongs to a component that keeps its own state.
const NOT_KEPT = ['password', 'file', 'hidden', 'submit', 'button'];

/** The value of a field that somebody has changed; null for one that is not kept. */
export function keptValueOf(field: EventTarget): FieldValues | null {
  if (!isKept(field)) return null;
  return { [keyOf(field)]: isBox(field) ? field.checked : field.value };
}

/**
 * Fills the fields of a form as if somebody typed, so that components hear of it. Skips fields in `done`, and adds those that
 * it has looked at.
 */
export function restoreFields(
  form: HTMLFormElement,
  values: FieldValues,
  done: WeakSet<EventTarget>,
): void {
  for (const field of form.elements) {
    if (done.has(field) || !isKept(field)) continue;
    done.add(field);
    const value = values[keyOf(field)];
    if (value === undefined) continue;
    if (!isBox(field)) setValue(field, String(value));
    else if (field.checked !== value) field.click();
  }
}

function isKept(field: EventTarget): field is Control {
  const { name, type, disabled } = field as Control;
  return Boolean(name) && !disabled && !NOT_KEPT.includes(type);
}

function isBox(field: Control): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

/** Several fields of a list may have one name. */
function keyOf(field: Control): string {
  if (isBox(field)) return `${field.name}=${field.value}`;
  const same = [...(field.form?.elements ?? [])].filter(
    (each) => (each as Control).name === field.name,
  );
  return `${field.name} ${same.indexOf(field)}`;
}

/** React keeps its own setter at the element, which hides a change by a program. */
function setValue(field: Control, value: string): void {
  const prototype = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  const isSelect = field instanceof HTMLSelectElement;
  field.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }));
}

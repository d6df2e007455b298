const LOCALE = 'ar-u-ca-gregory-nu-arab';
const rules = new Intl.PluralRules('ar');
const wholeNumbers = new Intl.NumberFormat(LOCALE, { useGrouping: false });

/** A number in Arabic digits: ١٢. */
export function digits(value: number): string {
  return wholeNumbers.format(value);
}

interface Forms {
  one: string;
  two: string;
  /** Plural after 3 to 10. */
  few: string;
  /** Accusative singular after 11 to 99. */
  many: string;
  /** Genitive singular after 100 and the like. */
  other: string;
}

/** A number of things: ملاحظة واحدة, ملاحظتان, ٣ ملاحظات, ١١ ملاحظة. */
export function counted(count: number, forms: Forms): string {
  const rule = rules.select(count);
  if (rule === 'one' || rule === 'two') return forms[rule];
  return `${digits(count)} ${rule === 'zero' ? forms.other : forms[rule]}`;
}

/** Keeps the direction of what somebody wrote, such as a Latin name within an Arabic sentence. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Name of a time zone such as Australia/Sydney: توقيت شرق أستراليا. */
export function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

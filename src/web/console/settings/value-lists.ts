interface Option {
  value: string;
  text: string;
}

/** Time zones for a list, with the current one even if this browser does not know it. */
export function timeZoneOptions(current: string): Option[] {
  return withCurrent(Intl.supportedValuesOf('timeZone'), current).map((value) => ({
    value,
    text: value.replaceAll('_', ' '),
  }));
}

/** Currencies for a list, with the current one even if this browser does not know it. */
export function currencyOptions(current: string): Option[] {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' });
  return withCurrent(Intl.supportedValuesOf('currency'), current).map((value) => ({
    value,
    text: `${value} · ${names.of(value)}`,
  }));
}

function withCurrent(values: string[], current: string): string[] {
  return values.includes(current) ? values : [current, ...values];
}

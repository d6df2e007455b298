import { type DateOrder, dateOrderOf } from '../date-order.js';

/** What a new business takes over from its country, unless it says otherwise. */
export interface CountryDefaults {
  currency: string;
  timeZone: string;
  taxName: string;
  taxRateBasisPoints: number;
}

const DEFAULTS: Record<string, CountryDefaults> = {
  AU: {
    currency: 'AUD',
    timeZone: 'Australia/Sydney',
    taxName: 'GST',
    taxRateBasisPoints: 1000,
  },
  NZ: {
    currency: 'NZD',
    timeZone: 'Pacific/Auckland',
    taxName: 'GST',
    taxRateBasisPoints: 1500,
  },
  GB: {
    currency: 'GBP',
    timeZone: 'Europe/London',
    taxName: 'VAT',
    taxRateBasisPoints: 2000,
  },
  JP: {
    currency: 'JPY',
    timeZone: 'Asia/Tokyo',
    taxName: 'Consumption tax',
    taxRateBasisPoints: 1000,
  },
};

/** Defaults of a country; null where the tax has to be asked for. */
export function defaultsOf(country: string): (CountryDefaults & { dateOrder: DateOrder }) | null {
  const defaults = DEFAULTS[country];
  return defaults ? { ...defaults, dateOrder: dateOrderOf(country) } : null;
}

import { defaultsOf } from './country-defaults.js';
import { allCountries, allCurrencies, allTimeZones, timeZonesOf } from './places.js';
import type { BusinessChoices } from './setup.inputs.js';

let choices: BusinessChoices | undefined;

/** The lists of the set-up page, which never change while the server runs. */
export function businessChoices(): BusinessChoices {
  choices ??= {
    countries: allCountries().map(({ code, name }) => {
      const defaults = defaultsOf(code);
      return {
        code,
        name,
        timeZones: timeZonesOf(code),
        currency: defaults?.currency ?? null,
        timeZone: defaults?.timeZone ?? null,
        taxName: defaults?.taxName ?? null,
        taxRateBasisPoints: defaults?.taxRateBasisPoints ?? null,
      };
    }),
    timeZones: allTimeZones(),
    currencies: allCurrencies(),
  };
  return choices;
}

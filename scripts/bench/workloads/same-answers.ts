import { isDeepStrictEqual } from 'node:util';
import type { Asked } from '../seed/sample.js';
import { familyOf, type ServerName } from '../servers/kinds.js';
import { askOnce } from './ask.js';
import type { Json, Workload } from './workload.js';

const LOOKS = 12;

/** Throws unless every server returns the same as the first, in the same order. */
export async function proveSameAnswers(
  workload: Workload,
  contenders: { server: { name: ServerName; url: string } }[],
  sample: Asked[],
): Promise<void> {
  const { answer } = workload;
  const [first, ...others] = contenders.map(({ server }) => server);
  if (!answer || !first || others.length === 0) return;
  for (const [turn, asked] of some(sample).entries()) {
    const answers: Json[] = [];
    for (const { name, url } of [first, ...others]) {
      const family = familyOf(name);
      answers.push(answer(family, await askOnce(url, workload.request(family, asked, turn))));
    }
    const [expected, ...rest] = answers.map(inOneWay) as [Json, ...Json[]];
    rest.forEach((got, at) => {
      const name = others[at]?.name as ServerName;
      const difference = differenceOf(expected, onlyAsked(got, expected, name), '');
      if (difference)
        throw new Error(
          `${workload.name}: ${name} does not answer as ${first.name} does about job ${asked.jobId}: ${difference}`,
        );
    });
  }
}

/** Returns a few of them, spread over all. */
export function some<T>(sample: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(sample.length / LOOKS));
  return sample.filter((_, at) => at % step === 0).slice(0, LOOKS);
}

/** Normalizes the formats of times. */
export function inOneWay(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOneWay);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOneWay(each)]));
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
    ? new Date(value).toISOString()
    : value;
}

/** Removes fields that were not selected, since a publication has every field of the schema. */
function onlyAsked(value: Json, expected: Json, name: ServerName): Json {
  if (name !== 'publication') return value;
  if (Array.isArray(value) && Array.isArray(expected))
    return value.map((each, at) => onlyAsked(each, expected[at] ?? null, name));
  if (isObject(value) && isObject(expected))
    return Object.fromEntries(
      Object.keys(expected).map((key) => [
        key,
        onlyAsked(value[key] ?? null, expected[key] ?? null, name),
      ]),
    );
  return value;
}

/** Returns the first difference between two responses in words; null if there is none. */
export function differenceOf(expected: Json, got: Json, place: string): string | null {
  if (isDeepStrictEqual(expected, got)) return null;
  const deeper = isObject(expected) && isObject(got) && sameKeys(expected, got);
  const lists = Array.isArray(expected) && Array.isArray(got) && expected.length === got.length;
  if (deeper || lists) {
    for (const key of Object.keys(expected)) {
      const difference = differenceOf(
        (expected as Record<string, Json>)[key] as Json,
        (got as Record<string, Json>)[key] as Json,
        `${place}.${key}`,
      );
      if (difference) return difference;
    }
  }
  return `${place || 'the answer'} is ${inShort(got)} instead of ${inShort(expected)}`;
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameKeys(one: object, other: object): boolean {
  return isDeepStrictEqual(Object.keys(one).sort(), Object.keys(other).sort());
}

function inShort(value: Json): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

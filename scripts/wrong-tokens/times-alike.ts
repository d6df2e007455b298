import type { DemoServer } from './demo-server.js';

const ROUNDS = 400;
const WARM_UP_ROUNDS = 100;
const BODY = JSON.stringify({ query: '{ portal { job { title } } }' });

/**
 * Sends requests with each kind of wrong token in turn and compares the medians. The unknown token is measured twice:
 * the difference of those two shows the effect of chance.
 */
export async function compareTimes({ url, tokens }: DemoServer): Promise<boolean> {
  const { unknown, expired, revoked, cut } = tokens;
  const groups = { unknown, 'unknown again': unknown, expired, revoked, cut };
  const times = new Map<string, number[]>(Object.keys(groups).map((name) => [name, []]));
  for (let at = 0; at < WARM_UP_ROUNDS + ROUNDS; at += 1)
    // Random order, so that none always follows the same one.
    for (const [name, token] of shuffled(Object.entries(groups))) {
      const time = await timeOf(url, token);
      if (at >= WARM_UP_ROUNDS) times.get(name)?.push(time);
    }
  const table = [...times].map(([token, each]) => ({ token, ...quartiles(each) }));
  console.log(`Response times of wrong tokens in milliseconds, ${ROUNDS} requests each:`);
  console.table(table);
  const [first, again] = table as Row[] as [Row, Row];
  const spread = Math.max(...table.map(({ high, low }) => high - low));
  // The median of so many varies much less than the interquartile range.
  const bound = Math.max(3 * Math.abs(first.median - again.median), spread / 2);
  const far = table.filter(({ median }) => Math.abs(median - first.median) > bound);
  for (const { token } of far) console.error(`The response time reveals "${token}".`);
  return far.length === 0;
}

interface Row {
  low: number;
  median: number;
  high: number;
}

async function timeOf(url: string, token: string): Promise<number> {
  const before = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: BODY,
  });
  const text = await response.text();
  const time = performance.now() - before;
  if (!text.includes('NOT_FOUND')) throw new Error(`A wrong token was answered: ${text}`);
  return time;
}

function quartiles(times: number[]): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.floor(sorted.length * share)] as number).toFixed(3));
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

function shuffled<T>(all: T[]): T[] {
  return all
    .map((each) => ({ each, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);
}

import type { DemoServer } from './demo-server.js';

const TRIES = 400;
const WARM_UP = 100;
const BODY = JSON.stringify({ query: '{ portal { job { title } } }' });

/**
 * Asks in turn with each wrong token and compares the middle times. Unknown tokens stand in twice: how far
 * those two are apart is what chance alone does on this machine.
 */
export async function timesAlike({ url, tokens }: DemoServer): Promise<boolean> {
  const { unknown, expired, revoked, cut } = tokens;
  const groups = { unknown, 'unknown again': unknown, expired, revoked, cut };
  const times = new Map<string, number[]>(Object.keys(groups).map((name) => [name, []]));
  for (let at = 0; at < WARM_UP + TRIES; at += 1)
    // Each round has another order, so that nobody always comes after the same one.
    for (const [name, token] of shuffled(Object.entries(groups))) {
      const time = await timeOf(url, token);
      if (at >= WARM_UP) times.get(name)?.push(time);
    }
  const table = [...times].map(([token, each]) => ({ token, ...quartiles(each) }));
  console.log(`How long a wrong token is answered, in milliseconds, ${TRIES} times each:`);
  console.table(table);
  const [first, again] = table as Row[] as [Row, Row];
  const spread = Math.max(...table.map(({ high, low }) => high - low));
  // A middle of this many is far steadier than half of them are apart; chance stays well inside.
  const bound = Math.max(3 * Math.abs(first.middle - again.middle), spread / 2);
  const far = table.filter(({ middle }) => Math.abs(middle - first.middle) > bound);
  for (const { token } of far) console.error(`The time tells "${token}" apart.`);
  return far.length === 0;
}

interface Row {
  low: number;
  middle: number;
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
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}

function shuffled<T>(all: T[]): T[] {
  return all
    .map((each) => ({ each, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);
}

import autocannon from 'autocannon';
import type { DemoServer } from './demo-server.js';

const DURATION_SECONDS = 8;
const FLOOD_CONNECTIONS = 20;

/** Prints response times of a valid token alone, and during a flood of wrong ones. */
export async function flood({ url, tokens }: DemoServer): Promise<void> {
  await load(url, tokens.right, 2);
  const alone = await load(url, tokens.right, 2);
  const [beside, wrong] = await Promise.all([
    load(url, tokens.right, 2),
    load(url, tokens.unknown, FLOOD_CONNECTIONS),
  ]);
  console.log(
    `Right tokens, two at a time, alone and beside ${FLOOD_CONNECTIONS} wrong ones at a time:`,
  );
  console.table({
    'right, alone': times(alone),
    'right, beside the flood': times(beside),
    'wrong, the flood': times(wrong),
  });
}

function load(url: string, token: string, connections: number): Promise<autocannon.Result> {
  return autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ portal { job { title } } }' }),
    connections,
    duration: DURATION_SECONDS,
  });
}

function times({ latency, requests }: autocannon.Result) {
  return { 'p50 ms': latency.p50, 'p99 ms': latency.p99, 'a second': requests.average };
}

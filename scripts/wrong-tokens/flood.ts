import autocannon from 'autocannon';
import type { DemoServer } from './demo-server.js';

const SECONDS = 8;
const FLOOD = 20;

/** Prints how fast a right token is answered alone, and beside many wrong ones. */
export async function flood({ url, tokens }: DemoServer): Promise<void> {
  await ask(url, tokens.right, 2);
  const alone = await ask(url, tokens.right, 2);
  const [beside, wrong] = await Promise.all([
    ask(url, tokens.right, 2),
    ask(url, tokens.unknown, FLOOD),
  ]);
  console.log(`Right tokens, two at a time, alone and beside ${FLOOD} wrong ones at a time:`);
  console.table({
    'right, alone': times(alone),
    'right, beside the flood': times(beside),
    'wrong, the flood': times(wrong),
  });
}

function ask(url: string, token: string, connections: number): Promise<autocannon.Result> {
  return autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ portal { job { title } } }' }),
    connections,
    duration: SECONDS,
  });
}

function times({ latency, requests }: autocannon.Result) {
  return { 'p50 ms': latency.p50, 'p99 ms': latency.p99, 'a second': requests.average };
}

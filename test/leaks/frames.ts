import { WebSocket } from 'ws';
import { socketUrl } from '../harness/live.js';
import { until, type World } from '../harness/world.js';

/** Opens a subscription and records its raw messages. */
export async function framesOf(world: World, token: string, query: string, variables = {}) {
  const socket = new WebSocket(socketUrl(world), 'graphql-transport-ws');
  const frames: string[] = [];
  const { live } = world.running.services;
  const before = live.open;
  let taken = 0;
  let acknowledged = false;
  socket.on('message', (data) => {
    const text = String(data);
    const { type } = JSON.parse(text) as { type: string };
    if (type === 'connection_ack') acknowledged = true;
    else if (type !== 'ping' && type !== 'pong') frames.push(text);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.send(
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
  );
  await until(() => acknowledged);
  socket.send(JSON.stringify({ id: 'one', type: 'subscribe', payload: { query, variables } }));
  await until(() => live.open > before || frames.length > 0);
  return {
    count: () => frames.length,
    /** Returns the next message that was not returned before. */
    next: () => {
      taken += 1;
      return until(() => frames[taken - 1]);
    },
    close: async () => {
      const isOpen = live.open;
      socket.close();
      await until(() => isOpen === 0 || live.open < isOpen);
    },
  };
}

import { openWorld, type World } from '../harness/world.js';
import { tryEveryInput } from './every-input.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 100_000 });
});
afterAll(() => world.close());

tryEveryInput(
  () => world,
  (tries) => tries,
);

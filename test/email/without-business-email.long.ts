import { openWorld, type World } from '../harness/world.js';
import { everyLetter } from './send-every-email.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1, visitMailSeconds: 1, openRegistration: true });
});
afterAll(() => world.close());

// Every email is sent, some of them a second after the change they are about.
it('no email asks for an answer by mail when the business has no address', async () => {
  await world.sql('update businesses set email = null');
  const letters = await everyLetter(world);
  for (const [name, { replyTo, text, html }] of Object.entries(letters)) {
    expect([name, replyTo]).toEqual([name, null]);
    for (const written of [text, html])
      expect(written).not.toMatch(
        /answer (this|the) (mail|email|letter)|write (to us|back)|(send|drop) us/i,
      );
  }
  // As people write it in the country of the business.
  const call = 'call (02) 5550 1234.';
  expect(letters.quote?.text).toContain(`To accept it or to ask for changes, ${call}`);
  expect(letters['invoice-itself']?.text).toContain(`how to pay, ${call}`);
}, 90_000);

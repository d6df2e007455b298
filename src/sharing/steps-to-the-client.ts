import { isAlive } from '../portal/is-alive.js';
import { broken, type Facts, ok, type Step, type Verdict, waiting } from './visibility-facts.js';

const SEND_AGAIN = 'Re-send the share: the client gets a new link by mail.';

/** What must hold for what is shown to reach the client. */
export const STEPS_TO_THE_CLIENT: Step[] = [
  { step: 'LINK_WORKS', cutsSight: true, look: linkWorks },
  { step: 'MAIL_DELIVERED', look: mailDelivered },
  { step: 'OPENED', look: opened },
];

function linkWorks({ travel: { links }, now }: Facts): Verdict {
  const alive = links.filter((link) => isAlive(link, now)).at(-1);
  if (alive) return ok(`A link that was made for ${alive.sentTo} works.`);
  const newest = links.at(-1);
  if (!newest) return broken('No link was made for this client.', SEND_AGAIN);
  return broken(
    newest.revokedAt
      ? 'No link of the client works any more: the newest was cut off.'
      : 'No link of the client works any more: the newest has expired.',
    SEND_AGAIN,
  );
}

function mailDelivered({ travel: { mail } }: Facts): Verdict {
  if (!mail) return broken('No mail with a link was made for this client.', SEND_AGAIN);
  const { failure, status, to } = mail;
  if (status === 'SENT') return ok(`The mail to ${to} was handed to the mail service.`);
  if (status === 'WAITING')
    return waiting(`The mail to ${to} waits. ${failure}`, 'It is tried again by itself.');
  if (status === 'QUEUED' && !failure)
    return waiting(`The mail to ${to} goes out in a moment.`, 'Look again in a minute.');
  if (status === 'QUEUED')
    return broken(
      `The mail to ${to} could not be sent so far: ${failure}`,
      'It is tried again by itself; check the address, and re-send the share if it was wrong.',
    );
  if (status === 'CANCELLED')
    return broken(`The mail to ${to} was not sent. ${failure}`, SEND_AGAIN);
  return broken(
    `The mail to ${to} could not be sent: ${failure}`,
    "Check the client's email address, then re-send the share.",
  );
}

function opened({ travel: { links } }: Facts): Verdict {
  if (links.some(({ lastViewedAt }) => lastViewedAt !== null))
    return ok("The client's page has shown the job.");
  return waiting(
    'The client has not opened the job yet.',
    'Ask the client to look for the mail, among the spam too; or re-send the share.',
  );
}

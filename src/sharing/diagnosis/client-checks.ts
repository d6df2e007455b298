import { isLiveLink } from '../../domain/portal-links/live-link.js';
import { broken, type Check, type CheckResult, ok, waiting } from './check.js';
import type { DeliveryState } from './delivery.js';

/** Input of the checks of delivery. */
export interface DeliveryInput {
  delivery: DeliveryState;
  now: Date;
}

/**
 * Checks of delivery: whether the client can reach what is published. `again` says how staff send a new link, such as
 * "re-send the share".
 */
export function clientChecks(again: string): Check<DeliveryInput>[] {
  const sendAgain = `${again.charAt(0).toUpperCase()}${again.slice(1)}: the client gets a new link by mail.`;
  return [
    { step: 'LINK_WORKS', blocksView: true, check: (input) => linkWorks(input, sendAgain) },
    { step: 'MAIL_DELIVERED', check: (input) => mailDelivered(input, again, sendAgain) },
    { step: 'OPENED', check: (input) => opened(input, again) },
  ];
}

function linkWorks({ delivery: { links }, now }: DeliveryInput, sendAgain: string): CheckResult {
  const alive = links.filter((link) => isLiveLink(link, now)).at(-1);
  if (alive) return ok(`A link that was made for ${alive.sentTo} works.`);
  const newest = links.at(-1);
  if (!newest) return broken('No link was made for this client.', sendAgain);
  return broken(
    newest.revokedAt
      ? 'No link of the client works any more: the newest was cut off.'
      : 'No link of the client works any more: the newest has expired.',
    sendAgain,
  );
}

function mailDelivered(
  { delivery: { mail } }: DeliveryInput,
  again: string,
  sendAgain: string,
): CheckResult {
  if (!mail) return broken('No mail with a link was made for this client.', sendAgain);
  const { failure, status, to } = mail;
  if (status === 'SENT') return ok(`The mail to ${to} was handed to the mail service.`);
  if (status === 'WAITING')
    return waiting(`The mail to ${to} waits. ${failure}`, 'It is tried again by itself.');
  if (status === 'QUEUED' && !failure)
    return waiting(`The mail to ${to} goes out in a moment.`, 'Look again in a minute.');
  if (status === 'QUEUED')
    return broken(
      `The mail to ${to} could not be sent so far: ${failure}`,
      `It is tried again by itself; check the address, and ${again} if it was wrong.`,
    );
  if (status === 'CANCELLED')
    return broken(`The mail to ${to} was not sent. ${failure}`, sendAgain);
  return broken(
    `The mail to ${to} could not be sent: ${failure}`,
    `Check the client's email address, then ${again}.`,
  );
}

function opened({ delivery: { links } }: DeliveryInput, again: string): CheckResult {
  if (links.some(({ lastViewedAt }) => lastViewedAt !== null))
    return ok("The client's page has been shown.");
  return waiting(
    'The client has not opened it yet.',
    `Ask the client to look for the mail, among the spam too; or ${again}.`,
  );
}

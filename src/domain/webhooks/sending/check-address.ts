import type { WebhookConfig } from '../../../config/webhook-settings.js';
import { invalid } from '../../../visibility/refusals.js';
import { AddressRefused, findAddresses } from './find-addresses.js';

/**
 * Checks the address of an endpoint at its registration; it is checked again at each attempt. Returns it in its
 * normal form. Throws VALIDATION_FAILED.
 */
export async function checkAddress(text: string, config: WebhookConfig): Promise<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const protocols = config.allowPrivate ? ['https:', 'http:'] : ['https:'];
  if (!url || !protocols.includes(url.protocol))
    throw invalid('input.url', 'Use an address that begins with https://.');
  if (url.username || url.password)
    throw invalid(
      'input.url',
      'Take the user name and password out of the address; requests are signed instead.',
    );
  url.hash = '';
  try {
    await findAddresses(url, config);
  } catch (error) {
    if (error instanceof AddressRefused) throw invalid('input.url', error.message);
    throw error;
  }
  return url.href;
}

import { Notice } from '../../design/notice';
import type { HowItWentFragment } from '../../gen/operations';
import { words } from '../words';

interface SendingParts {
  handedOverBy: { name: string } | null;
  delivery: HowItWentFragment | null;
}

/** How something that was sent reached its client, or why it has not. */
export function HowItWent({ handedOverBy, delivery }: SendingParts) {
  if (handedOverBy) return <p className="soft">{words.handedOverBy(handedOverBy.name)}</p>;
  if (!delivery) return null;
  const { failure, status, to } = delivery;
  if (status === 'SENT') return <p className="soft">{words.wasMailed(to)}</p>;
  if (status === 'FAILED' || status === 'CANCELLED')
    return <Notice tone="wrong">{words.notMailed(to, failure)}</Notice>;
  return failure ? <Notice tone="warn">{words.triedAgain(to, failure)}</Notice> : null;
}

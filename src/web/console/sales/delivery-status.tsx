import { Notice } from '../../design/notice';
import type { DeliveryOutcomeFragment } from '../../gen/operations';
import { strings } from '../strings';

interface DeliveryStatusProps {
  handedOverBy: { name: string } | null;
  delivery: DeliveryOutcomeFragment | null;
}

/** Delivery of a sent quote or invoice, or why it failed. */
export function DeliveryStatus({ handedOverBy, delivery }: DeliveryStatusProps) {
  if (handedOverBy) return <p className="muted">{strings.handedOverBy(handedOverBy.name)}</p>;
  if (!delivery) return null;
  const { failure, status, to } = delivery;
  if (status === 'SENT') return <p className="muted">{strings.emailSent(to)}</p>;
  if (status === 'FAILED' || status === 'CANCELLED')
    return <Notice tone="wrong">{strings.emailFailed(to, failure)}</Notice>;
  return failure ? <Notice tone="warn">{strings.emailRetrying(to, failure)}</Notice> : null;
}

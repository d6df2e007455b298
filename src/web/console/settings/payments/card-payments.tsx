import { useEffect, useRef } from 'react';
import { Badge, type Tone } from '../../../design/badge';
import { Button } from '../../../design/button';
import { Card } from '../../../design/card';
import {
  type CardAccountStatus,
  type CardPaymentFieldsFragment,
  CardPaymentSettingsDocument,
  ConnectStripeDocument,
  RefreshStripeAccountDocument,
  SwitchCardPaymentsDocument,
} from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';

const texts = {
  title: 'Online payments',
  unavailable:
    'Clients cannot pay online: this server has no access to Stripe. Its operator can set that up.',
  label: 'Clients can pay invoices online, on their page',
  ownAccount: 'Payments go to the Stripe account of this server.',
  accounts: {
    NONE: 'Connect a Stripe account, so that payments go to your bank account.',
    INCOMPLETE: 'Stripe needs more details of your business before clients can pay.',
    IN_REVIEW: 'Stripe is looking at your details, or asks for more.',
    READY: 'Your Stripe account takes payments.',
  } satisfies Record<CardAccountStatus, string>,
  states: {
    NONE: 'Not connected',
    INCOMPLETE: 'Not complete',
    IN_REVIEW: 'In review',
    READY: 'Connected',
  } satisfies Record<CardAccountStatus, string>,
  connect: 'Connect Stripe',
  goOn: 'Go on at Stripe',
  check: 'Check again',
};

const TONES: Record<CardAccountStatus, Tone> = {
  NONE: 'plain',
  INCOMPLETE: 'warn',
  IN_REVIEW: 'warn',
  READY: 'good',
};

/** Section: whether and how clients pay online. */
export function CardPayments() {
  return (
    <QueryBoundary query={CardPaymentSettingsDocument} variables={{}}>
      {({ cardPayments }, refetch) => (
        <Card title={texts.title} className="stack">
          {cardPayments.mode === 'OFF' ? (
            <p className="muted">{texts.unavailable}</p>
          ) : (
            <Settings settings={cardPayments} refetch={refetch} />
          )}
        </Card>
      )}
    </QueryBoundary>
  );
}

interface SettingsProps {
  settings: CardPaymentFieldsFragment;
  refetch: () => void;
}

function Settings({ settings: { account, enabled }, refetch }: SettingsProps) {
  const update = useMutationWithPrompt(SwitchCardPaymentsDocument);
  return (
    <>
      {account ? (
        <Account account={account} refetch={refetch} />
      ) : (
        <p className="muted">{texts.ownAccount}</p>
      )}
      <label className="checkbox">
        <input
          type="checkbox"
          role="switch"
          checked={enabled}
          aria-checked={enabled}
          aria-busy={update.isBusy}
          onChange={async (event) => {
            await update.run({ enabled: event.target.checked });
            refetch();
          }}
        />
        {texts.label}
      </label>
      <ErrorMessage error={update.error} />
    </>
  );
}

function Account({ account, refetch }: { account: CardAccountStatus; refetch: () => void }) {
  const connect = useMutationWithPrompt(ConnectStripeDocument);
  const refresh = useMutationWithPrompt(RefreshStripeAccountDocument);
  const isUnderWay = account === 'INCOMPLETE' || account === 'IN_REVIEW';
  const isChecked = useRef(false);
  const check = async () => {
    const { data } = await refresh.run({});
    if (data && data.refreshStripeAccount.cardPayments.account !== account) refetch();
  };
  // Stripe sends the person back here, maybe before its event arrives.
  useEffect(() => {
    if (!isUnderWay || isChecked.current) return;
    isChecked.current = true;
    void check();
  });
  const open = async () => {
    const { data } = await connect.run({});
    if (data) location.assign(data.connectStripe.url);
  };
  return (
    <>
      <p className="row">
        <Badge tone={TONES[account]}>{texts.states[account]}</Badge>
        <span className="muted">{texts.accounts[account]}</span>
      </p>
      {account !== 'READY' && (
        <p className="row">
          <Button variant="primary" isBusy={connect.isBusy} onClick={open}>
            {account === 'NONE' ? texts.connect : texts.goOn}
          </Button>
          {isUnderWay && (
            <Button isBusy={refresh.isBusy} onClick={check}>
              {texts.check}
            </Button>
          )}
        </p>
      )}
      <ErrorMessage error={connect.error ?? refresh.error} />
    </>
  );
}

import { Field } from '../../../design/field';
import { useFormKey, useKept } from '../../app/drafts/use-kept';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';

type Kind = 'NONE' | 'PERCENT' | 'AMOUNT';

interface Deposit {
  depositPercent?: number | null;
  depositCents?: number | null;
}

/** State of the deposit that a quote asks for, kept with the draft of the form of this name. `input` has both fields, of which at most one is set. */
export function useDeposit(
  draft: string,
  { depositPercent = null, depositCents = null }: Deposit = {},
) {
  const key = useFormKey(draft);
  const { amount } = useViewer().formats;
  const [kind, setKind] = useKept<Kind>(
    key,
    'deposit',
    depositPercent ? 'PERCENT' : depositCents ? 'AMOUNT' : 'NONE',
  );
  const [percent, setPercent] = useKept(key, 'percent', String(depositPercent ?? ''));
  const [fixed, setFixed] = useKept(
    key,
    'fixed',
    depositCents ? String(amount.fromCents(depositCents)) : '',
  );
  const input = {
    depositPercent: kind === 'PERCENT' && percent ? Number(percent) : null,
    depositCents: kind === 'AMOUNT' && fixed ? amount.toCents(fixed) : null,
  };
  return { kind, setKind, percent, setPercent, fixed, setFixed, input };
}

/** Fields for the deposit that a client is asked for with its acceptance. */
export function DepositFields(deposit: ReturnType<typeof useDeposit>) {
  const { amount } = useViewer().formats;
  const { kind, setKind, percent, setPercent, fixed, setFixed } = deposit;
  return (
    <div className="row">
      <label className="field">
        <span>{strings.deposit.asked}</span>
        <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {(['NONE', 'PERCENT', 'AMOUNT'] as const).map((each) => (
            <option key={each} value={each}>
              {strings.deposit.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      {kind === 'PERCENT' && (
        <Field
          label={strings.deposit.percent}
          type="number"
          min="0.1"
          max="100"
          step="0.1"
          required
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      )}
      {kind === 'AMOUNT' && (
        <Field
          label={strings.deposit.amount}
          type="number"
          min={amount.step}
          step={amount.step}
          required
          value={fixed}
          onChange={(event) => setFixed(event.target.value)}
        />
      )}
    </div>
  );
}

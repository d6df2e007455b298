import type { DepositChoice } from '../../gen/portal-operations';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';

interface PayChoiceProps {
  depositCents: number;
  totalCents: number;
  value: DepositChoice;
  onChange: (choice: DepositChoice) => void;
}

/** What the client pays with its acceptance. The labels have the amounts, which the server has computed. */
export function PayChoice({ depositCents, totalCents, value, onChange }: PayChoiceProps) {
  const { strings } = useTexts();
  const { formats, canPayOnline } = usePortalPage();
  const words = canPayOnline ? strings.paying.online : strings.paying.byInvoice;
  const deposit = formats.money(depositCents);
  const choices: [DepositChoice, string][] = [
    ['DEPOSIT', words.deposit(deposit)],
    ['ALL', words.all(formats.money(totalCents))],
    ...(canPayOnline ? [['LATER', strings.paying.later(deposit)] as [DepositChoice, string]] : []),
  ];
  return (
    <fieldset className="pay-choice">
      <legend>{strings.paying.legend(deposit)}</legend>
      {choices
        .filter(([choice]) => choice !== 'ALL' || depositCents < totalCents)
        .map(([choice, label]) => (
          <label className="option" key={choice}>
            <input
              type="radio"
              name="pay"
              checked={value === choice}
              onChange={() => onChange(choice)}
            />{' '}
            {label}
          </label>
        ))}
    </fieldset>
  );
}

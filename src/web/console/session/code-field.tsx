import { Field } from '../../design/field';
import { strings } from '../strings';

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
}

/** Field for a code of the authenticator app or a recovery code; takes the focus when it appears. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  return (
    <Field
      label={strings.people.factor.codeHint}
      autoComplete="one-time-code"
      autoFocus
      required
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

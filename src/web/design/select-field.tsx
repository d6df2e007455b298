import { type SelectHTMLAttributes, useId } from 'react';

interface SelectParts extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  options: { value: string; text: string }[];
  isLabelUnseen?: boolean;
}

/** One of several. */
export function SelectField({ label, options, isLabelUnseen, ...select }: SelectParts) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      <select id={id} {...select}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

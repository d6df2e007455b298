import { useEffect, useRef } from 'react';

interface TickAllProps {
  label: string;
  /** Keys of the items that can be ticked. */
  keys: string[];
  tickedCount: number;
  isLabelHidden?: boolean;
  onChange: (keys: string[], isChecked: boolean) => void;
}

/** Checkbox that ticks or unticks all of a list; it shows when only some are ticked. */
export function TickAll({ label, keys, tickedCount, isLabelHidden, onChange }: TickAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const isAll = tickedCount === keys.length;
  const isSome = tickedCount > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <label className="checkbox tick-all">
      <input
        ref={box}
        type="checkbox"
        checked={isAll && keys.length > 0}
        disabled={keys.length === 0}
        onChange={() => onChange(keys, !isAll)}
      />
      <span className={isLabelHidden ? 'visually-hidden' : ''}>{label}</span>
    </label>
  );
}

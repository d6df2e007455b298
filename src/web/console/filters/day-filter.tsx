import { useEffect, useRef, useState } from 'react';
import { Field } from '../../design/field';
import { setFilters } from '../app/router';
import { DAY_BOUNDS } from './date-bounds';
import { useDayFilter } from './list-filters';

/** First or last day of a list, in the address. A day that is not typed to its end yet does not filter. */
export function DayFilter({ label, name }: { label: string; name: string }) {
  const day = useDayFilter(name);
  const written = useRef(day);
  const [typed, setTyped] = useState(day);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // Back, or a link, has changed the address.
    if (day === written.current) return;
    written.current = day;
    setTyped(day);
  }, [day]);
  return (
    <Field
      {...{ label, problem }}
      type="date"
      {...DAY_BOUNDS}
      value={typed}
      onBlur={(event) => setProblem(event.target.validationMessage || null)}
      onChange={({ target: { value, validity } }) => {
        setTyped(value);
        if (!validity.valid) return;
        setProblem(null);
        written.current = value;
        setFilters({ [name]: value });
      }}
    />
  );
}

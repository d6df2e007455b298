import { useEffect, useRef, useState } from 'react';
import { Field } from '../../design/field';
import { setFilters, useFilters } from '../app/router';
import { MAX_SEARCH_LENGTH } from './list-filters';

/** The address is written when nothing was typed for so long: browsers bound how often it may change. */
const PAUSE_MS = 250;

/** Search field of a list; its words are in the address. */
export function SearchFilter({ label }: { label: string }) {
  const search = useFilters().get('search') ?? '';
  const [typed, setTyped] = useState(search);
  const written = useRef(search);
  useEffect(() => {
    // Back, or a link, has changed the address.
    if (search === written.current) return;
    written.current = search;
    setTyped(search);
  }, [search]);
  useEffect(() => {
    if (typed === written.current) return;
    const timer = setTimeout(() => {
      written.current = typed;
      setFilters({ search: typed }, { replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field
      label={label}
      type="search"
      maxLength={MAX_SEARCH_LENGTH}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { isolated } from '../../design/text/isolated';
import { Written } from '../../design/text/written';
import { SearchAllDocument, type SearchAllQuery } from '../../gen/operations';
import { RouterLink } from '../app/router';
import { useViewer, type Viewer } from '../session/viewer';
import { strings } from '../strings';
import { searchStrings } from './search-strings';

/** One search over jobs, clients, quotes and invoices; the results are links below the field. */
export function SearchBox() {
  const { phoneText } = useViewer();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const search = useDeferredValue(text.trim());
  const isPaused = !isOpen || search === '';
  const [{ data, fetching }] = useQuery({
    query: SearchAllDocument,
    variables: { text: search },
    pause: isPaused,
  });
  const close = () => {
    setOpen(false);
    setText('');
  };
  return (
    <search
      ref={box}
      className="search-box field"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
      onKeyDown={(event) => onKeyDown(event, box.current, close)}
    >
      <label htmlFor={id} className="visually-hidden">
        {searchStrings.label}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={200}
        placeholder={searchStrings.placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
      />
      {!isPaused && (
        <section className="choices" aria-label={searchStrings.results}>
          <Results
            sections={data ? sectionsOf(data.search, phoneText) : []}
            isFetching={fetching}
            onFollow={close}
          />
        </section>
      )}
    </search>
  );
}

/** Arrows move between the field and the links; Escape closes. */
function onKeyDown(event: KeyboardEvent, box: HTMLElement | null, close: () => void): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [...(box?.querySelectorAll<HTMLElement>('input, a') ?? [])];
  if (step && stops.length > 1) {
    event.preventDefault();
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  } else if (event.key === 'Enter' && document.activeElement === stops[0]) stops[1]?.click();
  else if (event.key === 'Escape') {
    stops[0]?.focus();
    close();
  }
}

interface Result {
  route: string[];
  text: string;
  details?: string;
}

interface ResultSection {
  title: string;
  results: Result[];
}

interface ResultsProps {
  sections: ResultSection[];
  isFetching: boolean;
  onFollow: () => void;
}

function Results({ sections, isFetching, onFollow }: ResultsProps) {
  const shown = sections.filter(({ results }) => results.length > 0);
  if (shown.length === 0)
    return <p role="status">{isFetching ? searchStrings.searching : searchStrings.nothing}</p>;
  return shown.map(({ title, results }) => (
    <div key={title}>
      <h2>{title}</h2>
      <ul>
        {results.map(({ route, text, details }) => (
          <li key={route.join()}>
            <RouterLink to={route} onClick={onFollow}>
              <Written>{text}</Written>
              {details && (
                <span className="muted small">
                  <Written>{details}</Written>
                </span>
              )}
            </RouterLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** Kinds that this person may not list are null. */
function sectionsOf(
  { jobs, clients, quotes, invoices }: SearchAllQuery['search'],
  phoneText: Viewer['phoneText'],
): ResultSection[] {
  const { sections } = strings;
  return [
    {
      title: sections.jobs,
      results: (jobs ?? []).map(({ id, number, title, client }) => ({
        route: ['jobs', id],
        text: strings.jobNamed(number, title),
        details: client?.name,
      })),
    },
    {
      title: sections.clients,
      results: (clients ?? []).map(({ id, name, email, phone }) => ({
        route: ['clients', id],
        text: name,
        details: [email, phoneText(phone)].filter(Boolean).join(' · '),
      })),
    },
    {
      title: sections.quotes,
      results: (quotes ?? []).map(({ id, number, title }) => ({
        route: ['quotes', id],
        text: strings.quoteNamed(number, title),
      })),
    },
    {
      title: sections.invoices,
      results: (invoices ?? []).map(({ id, number, title }) => ({
        route: ['invoices', id],
        text: `${number}, ${isolated(title)}`,
      })),
    },
  ];
}

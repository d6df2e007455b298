import { Card } from '../../design/card';
import { AttentionDocument, type AttentionQuery } from '../../gen/operations';
import { QueryBoundary } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { reminderStrings } from './reminder-strings';

/** Kinds that concern reminders; the others are on the page of the day. */
const KINDS = reminderStrings.attentionKinds;

type Item = AttentionQuery['attention'][number];

/**
 * Quotes or invoices that somebody should look at; nothing when there are none. It belongs inside their list, so that
 * without a connection the page says so once.
 */
export function AttentionList({ of }: { of: 'quote' | 'invoice' }) {
  return (
    <QueryBoundary query={AttentionDocument} variables={{}}>
      {({ attention }) => {
        const items = attention.filter((item) => item[of] && item.kind in KINDS);
        return (
          items.length > 0 && (
            <Card title={reminderStrings.attention} className="stack">
              <ul>
                {items.map((item) => (
                  <li key={`${item.kind} ${item[of]?.id}`}>
                    <Link item={item} />
                  </li>
                ))}
              </ul>
            </Card>
          )
        );
      }}
    </QueryBoundary>
  );
}

function Link({ item: { kind, on, quote, invoice } }: { item: Item }) {
  const { formats } = useViewer();
  const named = quote ?? invoice;
  if (!named) return null;
  const name = quote ? strings.quoteNamed : strings.invoiceNamed;
  return (
    <>
      <RouterLink to={[quote ? 'quotes' : 'invoices', named.id]}>
        {name(named.number, named.title)}
      </RouterLink>{' '}
      {KINDS[kind as keyof typeof KINDS](formats.date(on))}
    </>
  );
}

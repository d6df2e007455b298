import { useEffect } from 'react';
import { Badge } from '../../design/badge';
import { ConversationsDocument, type ConversationsQuery } from '../../gen/operations';
import { PaginatedList } from '../app/paginated-list';
import { EmptyState } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useRefetch } from '../calendar/use-refetch';
import { useStatus } from '../filters/list-filters';
import { StatusFilter } from '../filters/status-filter';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { useToday } from '../today/today-context';
import { messageStrings } from './message-strings';

type Conversation = ConversationsQuery['conversations']['nodes'][number];

/** Messages of all jobs in one list, the last first; each leads to its thread. */
export function MessagesPage() {
  const unread = useStatus(messageStrings.filters) === 'UNREAD';
  const variables = { unread };
  const refetch = useRefetch(ConversationsDocument, { ...variables, after: null });
  const { items } = useToday();
  // An unread message waits for the office, so what was read or came is announced with what waits.
  useEffect(() => {
    void items;
    refetch();
  }, [items, refetch]);
  return (
    <>
      <h1>{strings.sections.messages}</h1>
      <search className="filters">
        <StatusFilter labels={messageStrings.filters} />
      </search>
      <PaginatedList
        query={ConversationsDocument}
        variables={variables}
        connection={(data) => data.conversations}
      >
        {(conversations) =>
          conversations.length === 0 ? (
            <Nothing unread={unread} />
          ) : (
            <ul className="list">
              {conversations.map((each) => (
                <ConversationRow key={each.job.id} {...each} />
              ))}
            </ul>
          )
        }
      </PaginatedList>
    </>
  );
}

function Nothing({ unread }: { unread: boolean }) {
  const { may } = useViewer();
  if (!unread)
    return (
      <EmptyState>
        {messageStrings.none} {may('SHARE') && messageStrings.howToBegin}
      </EmptyState>
    );
  return (
    <EmptyState>
      {messageStrings.allRead} <RouterLink to={['messages']}>{messageStrings.showAll}</RouterLink>
    </EmptyState>
  );
}

function ConversationRow({ job, lastMessage }: Conversation) {
  const { formats } = useViewer();
  const unread = job.unreadMessages ?? 0;
  const client = job.client?.name ?? strings.client;
  const isOurs = lastMessage.from === 'BUSINESS';
  return (
    <li className="list-row">
      <div>
        <RouterLink to={['jobs', job.id, 'messages']}>
          {/* One element, since links of a list are grids on a phone. */}
          <span>
            <bdi>{client}</bdi> · <bdi>{strings.jobNamed(job.number, job.title)}</bdi>
          </span>
        </RouterLink>
        <p className="excerpt muted">
          {isOurs && <bdi>{messageStrings.from(lastMessage.authorName ?? strings.business)}</bdi>}
          <bdi>{lastMessage.body}</bdi>
        </p>
        <p className="muted small">{formats.dateTime(lastMessage.sentAt)}</p>
      </div>
      {unread > 0 && <Badge tone="accent">{messageStrings.toRead(unread)}</Badge>}
    </li>
  );
}

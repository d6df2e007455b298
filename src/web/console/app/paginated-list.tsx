import { type ReactNode, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { Button } from '../../design/button';
import { strings } from '../strings';
import { QueryBoundary } from './query-boundary';

interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PaginatedListProps<Data, Variables, Node> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** Picks the connection out of the data. */
  connection: (data: Data) => Connection<Node>;
  /** Renders the nodes loaded so far; `hasMore`: there are others. */
  children: (nodes: Node[], hasMore: boolean) => ReactNode;
}

/** List of a connection: the first page, and a button that loads the next. */
export function PaginatedList<Data, Variables extends AnyVariables, Node>(
  props: PaginatedListProps<Data, Variables, Node>,
) {
  // A new key for other variables: the list starts over at its first page.
  return <PagesFrom key={JSON.stringify(props.variables)} {...props} before={[]} after={null} />;
}

interface PagesFromProps<Data, Variables, Node> extends PaginatedListProps<Data, Variables, Node> {
  before: Node[];
  after: string | null;
}

/** Loads one page after `before`. Renders all nodes so far, or itself again for the next page. */
function PagesFrom<Data, Variables extends AnyVariables, Node>(
  props: PagesFromProps<Data, Variables, Node>,
) {
  const { query, variables, connection, children, before, after } = props;
  const [wantsMore, setWantsMore] = useState(false);
  return (
    <QueryBoundary
      query={query}
      variables={{ ...variables, after } as Variables}
      placeholder={before.length > 0 && children(before, true)}
    >
      {(data) => {
        const { nodes, pageInfo } = connection(data);
        const all = [...before, ...nodes];
        if (wantsMore && pageInfo.hasNextPage)
          return <PagesFrom {...props} before={all} after={pageInfo.endCursor} />;
        return (
          <>
            {children(all, pageInfo.hasNextPage)}
            {pageInfo.hasNextPage && (
              <p className="load-more">
                <Button onClick={() => setWantsMore(true)}>{strings.more}</Button>
              </p>
            )}
          </>
        );
      }}
    </QueryBoundary>
  );
}

import { type ReactNode, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { Button } from '../../design/button';
import { words } from '../words';
import { Asked } from './asked';

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PagedParts<Data, Variables, Node> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  of: (data: Data) => Page<Node>;
  children: (nodes: Node[]) => ReactNode;
}

/** A list that begins with its first page, and shows more when asked. */
export function Paged<Data, Variables extends AnyVariables, Node>(
  parts: PagedParts<Data, Variables, Node>,
) {
  // Another filter is another list, which begins at its beginning.
  return <From key={JSON.stringify(parts.variables)} {...parts} before={[]} after={null} />;
}

interface FromParts<Data, Variables, Node> extends PagedParts<Data, Variables, Node> {
  before: Node[];
  after: string | null;
}

/** One page, and those after it that were asked for: the last one shows them all. */
function From<Data, Variables extends AnyVariables, Node>(parts: FromParts<Data, Variables, Node>) {
  const { query, variables, of, children, before, after } = parts;
  const [isMore, setMore] = useState(false);
  return (
    <Asked
      query={query}
      variables={{ ...variables, after } as Variables}
      meanwhile={before.length > 0 && children(before)}
    >
      {(data) => {
        const { nodes, pageInfo } = of(data);
        const all = [...before, ...nodes];
        if (isMore && pageInfo.hasNextPage)
          return <From {...parts} before={all} after={pageInfo.endCursor} />;
        return (
          <>
            {children(all)}
            {pageInfo.hasNextPage && (
              <p className="more">
                <Button onClick={() => setMore(true)}>{words.more}</Button>
              </p>
            )}
          </>
        );
      }}
    </Asked>
  );
}

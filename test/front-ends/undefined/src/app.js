import { graphql } from 'relay-runtime';

graphql`query appJobsQuery($count: Int!, $cursor: String) { ...app_jobs @arguments(count: $count, cursor: $cursor) }`;
graphql`fragment app_jobs on Query @refetchable(queryName: "appPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
  jobs(first: $count, after: $cursor) @connection(key: "app_jobs") { edges { node { id title ...app_job } } }
}`;
graphql`fragment app_job on Job @refetchable(queryName: "appJobQuery") { title status notes { id body } }`;

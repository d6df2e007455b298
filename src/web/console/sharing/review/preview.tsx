import { useQuery } from 'urql';
import { Skeleton } from '../../../design/skeleton';
import { type ClientLanguage, PreviewOfPromptDocument } from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { strings } from '../../strings';
import { ClientView } from '../client-view';

interface PreviewProps {
  jobId: string;
  client: { name: string; language: ClientLanguage | null } | null;
  revision: number;
  items: string[];
}

/** Preview of the publication, queried from the API after every change of the checklist. */
export function Preview({ jobId, client, revision, items }: PreviewProps) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: PreviewOfPromptDocument,
    variables: { jobId, items },
    requestPolicy: 'cache-and-network',
  });
  const job = data?.sharePrompt?.preview;
  return (
    <section className="review-preview" aria-label={strings.sharing.preview} aria-busy={fetching}>
      <h3>{strings.sharing.preview}</h3>
      <ErrorMessage error={error} />
      {job ? (
        <ClientView job={job} client={client} key={revision} />
      ) : (
        !error && <Skeleton height="16rem" />
      )}
      {error && (
        <button type="button" className="button" onClick={() => refetch()}>
          {strings.tryAgain}
        </button>
      )}
    </section>
  );
}

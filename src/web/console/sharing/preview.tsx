import { useQuery } from 'urql';
import { Bone } from '../../design/bone';
import { PreviewOfPromptDocument } from '../../gen/operations';
import { Problem } from '../app/problem';
import { words } from '../words';
import { ClientView } from './client-view';

interface PreviewParts {
  jobId: string;
  clientName: string;
  revision: number;
  items: string[];
}

/** The very object that the client would receive, asked of the API at every tick. */
export function Preview({ jobId, clientName, revision, items }: PreviewParts) {
  const [{ data, error, fetching }, again] = useQuery({
    query: PreviewOfPromptDocument,
    variables: { jobId, items },
    requestPolicy: 'cache-and-network',
  });
  const job = data?.sharePrompt?.preview;
  return (
    <section className="review-preview" aria-label={words.sharing.preview} aria-busy={fetching}>
      <h3>{words.sharing.preview}</h3>
      <Problem error={error} />
      {job ? (
        <ClientView job={job} clientName={clientName} key={revision} />
      ) : (
        !error && <Bone height="16rem" />
      )}
      {error && (
        <button type="button" className="button" onClick={() => again()}>
          {words.again}
        </button>
      )}
    </section>
  );
}

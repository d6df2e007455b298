import { Badge } from '../../design/badge';
import { ContactLinks } from '../../design/contact-links';
import { Notice } from '../../design/notice';
import { ClientDetailsDocument, UpdateClientDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { EmptyState, QueryBoundary } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { ClientReminders } from '../reminders/client-reminders';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { ClientActions } from './client-actions';
import { type ClientDetails, ClientFields, clientInput } from './client-fields';
import { ClientWork } from './client-work';
import { clientsStrings } from './clients-strings';

/** One client: contact details, everything of theirs, and what can be done with it. */
export function ClientPage({ id }: { id: string }) {
  return (
    <QueryBoundary query={ClientDetailsDocument} variables={{ id }}>
      {({ client }, refetch) =>
        client ? (
          <div className="stack narrow">
            <ClientHeading client={client} />
            {!client.erasedAt && !client.mergedInto && (
              <>
                <EditClient client={client} onSaved={refetch} />
                <ClientActions client={client} onChanged={refetch} />
                <ClientReminders id={client.id} />
              </>
            )}
            <ClientWork client={client} />
          </div>
        ) : (
          <EmptyState>{strings.notFound}</EmptyState>
        )
      }
    </QueryBoundary>
  );
}

function ClientHeading({ client }: { client: ClientDetails }) {
  const { may, formats, phoneText } = useViewer();
  const { owedCents, mergedInto, phone, email, address } = client;
  return (
    <>
      <div className="row spread">
        <h1 dir="auto">{client.name}</h1>
        {may('WRITE_JOBS') && !client.erasedAt && !mergedInto && (
          <RouterLink to={['jobs', `new-for-${client.id}`]} className="button primary">
            {clientsStrings.newJob}
          </RouterLink>
        )}
      </div>
      <ContactLinks phoneText={phoneText(phone)} {...{ phone, email, address }} />
      {mergedInto && (
        <Notice tone="warn">
          <RouterLink to={['clients', mergedInto.id]}>
            {clientsStrings.mergedInto(mergedInto.name)}
          </RouterLink>
        </Notice>
      )}
      {client.erasedAt && (
        <Notice tone="warn">{clientsStrings.erased(client.erasureReason)}</Notice>
      )}
      {client.archivedAt && !mergedInto && !client.erasedAt && (
        <Notice tone="warn">{clientsStrings.archivedHint}</Notice>
      )}
      {owedCents !== null && (
        <p>
          <Badge tone={owedCents > 0 ? 'warn' : 'good'}>
            {owedCents > 0
              ? clientsStrings.owed(formats.money(owedCents))
              : clientsStrings.nothingOwed}
          </Badge>
        </p>
      )}
    </>
  );
}

function EditClient({ client, onSaved }: { client: ClientDetails; onSaved: () => void }) {
  const update = useMutationWithPrompt(UpdateClientDocument);
  const revokedLinks = update.lastData?.updateClient.revokedPortalLinks ?? 0;
  const { name, contactName, email, phone, address, language, notes } = client;
  // The page may not have been read again since it was saved here.
  const saved = update.lastData?.updateClient.client.updatedAt;
  const ifUnchangedSince = [client.updatedAt, saved].filter(Boolean).sort().at(-1);
  return (
    <div className="card stack">
      {update.lastData && (
        <Notice tone={revokedLinks > 0 ? 'warn' : 'good'}>
          {revokedLinks > 0 ? strings.sharing.linksRevoked(revokedLinks) : strings.saved}
        </Notice>
      )}
      <Form
        draft="client"
        {...update}
        variant="plain"
        submit={strings.save}
        onSubmit={async (values) => {
          const result = await update.run({
            input: { id: client.id, ifUnchangedSince, ...clientInput(values) },
          });
          if (result.data) onSaved();
          return result;
        }}
      >
        <ClientFields
          key={[name, contactName, email, phone, address, language, notes].join()}
          client={client}
        />
      </Form>
      <p className="muted small">{strings.sharing.emailChangeRevokes}</p>
    </div>
  );
}

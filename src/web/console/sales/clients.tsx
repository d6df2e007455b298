import { useDeferredValue, useState } from 'react';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import {
  ChangeClientDocument,
  ClientListDocument,
  MakeClientDocument,
  OneClientDocument,
  type OneClientQuery,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Paged } from '../app/paged';
import { Go, goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { ClientFields, newClientIn } from './new-quote';

/** Whom the business works for. */
export function Clients() {
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const make = useChange(MakeClientDocument);
  return (
    <div className="stack">
      <h1>{words.room.clients}</h1>
      <search className="filters">
        <Field
          label={words.searchClients}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </search>
      <Paged
        query={ClientListDocument}
        variables={{ search: asked || null }}
        of={(data) => data.clients}
      >
        {(clients) => (
          <>
            {clients.length === 0 && (
              <Nothing>{asked ? words.noClientFound : words.noClients}</Nothing>
            )}
            <ul className="list">
              {clients.map(({ id, name, email, phone }) => (
                <li className="line" key={id}>
                  <Go to={['clients', id]}>{name}</Go>
                  <span className="soft small">{[email, phone].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
      <div className="card narrow">
        <h2>{words.newClient}</h2>
        <Form
          {...make}
          submit={words.addClient}
          onSubmit={async (typed) => {
            const { data } = await make.run({ input: newClientIn(typed) });
            if (data) goTo('clients', data.createClient.client.id);
            return { data };
          }}
        >
          <ClientFields />
        </Form>
      </div>
    </div>
  );
}

/** One client, and what was done for them. */
export function ClientPage({ id }: { id: string }) {
  return (
    <Asked query={OneClientDocument} variables={{ id }}>
      {({ client }) =>
        client ? (
          <div className="stack narrow">
            <h1>{client.name}</h1>
            <EditClient client={client} />
            <History client={client} />
          </div>
        ) : (
          <Nothing>{words.noSuchPage}</Nothing>
        )
      }
    </Asked>
  );
}

type Client = NonNullable<OneClientQuery['client']>;

function EditClient({ client }: { client: Client }) {
  const change = useChange(ChangeClientDocument);
  const revoked = change.sent?.updateClient.revokedPortalLinks ?? 0;
  return (
    <div className="card stack">
      {change.sent && (
        <Notice tone={revoked > 0 ? 'warn' : 'good'}>
          {revoked > 0 ? words.sharing.linksRevoked(revoked) : words.saved}
        </Notice>
      )}
      <Form
        {...change}
        look="plain"
        submit={words.save}
        onSubmit={(typed) => change.run({ input: { id: client.id, ...newClientIn(typed) } })}
      >
        <ClientFields key={[client.name, client.email, client.phone].join()} known={client} />
      </Form>
      <p className="soft small">{words.sharing.emailChangeRevokes}</p>
    </div>
  );
}

function History({ client }: { client: Client }) {
  const { inWords } = useViewer();
  return (
    <>
      <h2>{words.room.jobs}</h2>
      {client.jobs?.length === 0 && <Nothing>{words.noJobs}</Nothing>}
      <ul className="list">
        {client.jobs?.map(({ id, number, title, status }) => (
          <li className="line" key={id}>
            <Go to={['jobs', id]}>{words.jobNamed(number, title)}</Go>
            <span className="soft">{status && words.statuses[status]}</span>
          </li>
        ))}
      </ul>
      <h2>{words.room.quotes}</h2>
      {client.quotes?.length === 0 && <Nothing>{words.noQuotes}</Nothing>}
      <ul className="list">
        {client.quotes?.map(({ id, number, title, totalCents }) => (
          <li className="line" key={id}>
            <Go to={['quotes', id]}>{words.quoteNamed(number, title)}</Go>
            <strong className="amount">{inWords.money(totalCents)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

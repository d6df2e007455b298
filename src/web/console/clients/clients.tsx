import { useRef } from 'react';
import { Button } from '../../design/button';
import { ContactLinks } from '../../design/contact-links';
import { ClientListDocument, CreateClientDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { PaginatedList } from '../app/paginated-list';
import { EmptyState } from '../app/query-boundary';
import { goTo, RouterLink, setFilters, useFilters } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useSearch } from '../filters/list-filters';
import { SearchFilter } from '../filters/search-filter';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { ClientFields, clientInput } from './client-fields';
import { clientsStrings } from './clients-strings';

/** List of clients with a search, and a form for a new one. */
export function Clients() {
  const { phoneText } = useViewer();
  const search = useSearch();
  const archived = useFilters().has('archived');
  const form = useRef<HTMLDivElement>(null);
  const create = useMutationWithPrompt(CreateClientDocument);
  return (
    <div className="stack">
      <div className="row spread">
        <h1>{strings.sections.clients}</h1>
        <Button
          variant="primary"
          onClick={() => form.current?.querySelector<HTMLElement>('input')?.focus()}
        >
          {strings.newClient}
        </Button>
      </div>
      <search className="filters">
        <SearchFilter label={strings.searchClients} />
        <label className="checkbox">
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => setFilters({ archived: event.target.checked ? 'yes' : '' })}
          />
          {clientsStrings.showArchived}
        </label>
      </search>
      <PaginatedList
        query={ClientListDocument}
        variables={{ search, archived }}
        connection={(data) => data.clients}
      >
        {(clients) => (
          <>
            {clients.length === 0 && (
              <EmptyState>{search ? strings.noMatchingClients : strings.noClients}</EmptyState>
            )}
            <ul className="list">
              {clients.map(({ id, name, email, phone }) => (
                <li className="list-row" key={id}>
                  <RouterLink to={['clients', id]} dir="auto">
                    {name}
                  </RouterLink>
                  <ContactLinks phoneText={phoneText(phone)} {...{ phone, email }} />
                </li>
              ))}
            </ul>
          </>
        )}
      </PaginatedList>
      <div className="card narrow no-print" ref={form}>
        <h2>{strings.newClient}</h2>
        <Form
          draft="new-client"
          {...create}
          submit={strings.addClient}
          onSubmit={async (values) => {
            const { data } = await create.run({ input: clientInput(values) });
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

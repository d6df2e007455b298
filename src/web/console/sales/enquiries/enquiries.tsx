import { Badge } from '../../../design/badge';
import { EnquiryListDocument, type EnquiryListQuery } from '../../../gen/operations';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { DayFilter } from '../../filters/day-filter';
import { filterStrings } from '../../filters/filter-strings';
import { useDayFilter, useSearch, useStatus } from '../../filters/list-filters';
import { SearchFilter } from '../../filters/search-filter';
import { StatusFilter } from '../../filters/status-filter';
import { fromLocalTime } from '../../jobs/tabs/local-time';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { ENQUIRY_TONES } from '../status-tones';

type Enquiry = EnquiryListQuery['enquiries']['nodes'][number];

/** List of enquiries from the public form, by the day on which they came. */
export function Enquiries() {
  const { filter, isFiltered } = useEnquiryFilter();
  return (
    <>
      <h1>{strings.sections.enquiries}</h1>
      <search className="filters">
        <SearchFilter label={filterStrings.searchEnquiries} />
        <StatusFilter labels={strings.enquiryStatuses} />
        <DayFilter label={filterStrings.receivedFrom} name="from" />
        <DayFilter label={filterStrings.receivedUntil} name="until" />
      </search>
      <PaginatedList
        query={EnquiryListDocument}
        variables={{ filter }}
        connection={(data) => data.enquiries}
      >
        {(enquiries) =>
          enquiries.length === 0 ? (
            <EmptyState>
              {isFiltered ? filterStrings.noMatchingEnquiries : strings.noEnquiries}
            </EmptyState>
          ) : (
            <ByDay enquiries={enquiries} />
          )
        }
      </PaginatedList>
    </>
  );
}

/** The filter in the address. Its days are those of the business. */
function useEnquiryFilter() {
  const { timeZone } = useViewer().business;
  const search = useSearch();
  const status = useStatus(strings.enquiryStatuses);
  const from = useDayFilter('from');
  const until = useDayFilter('until');
  const received = {
    from: from && fromLocalTime(`${from}T00:00`, timeZone),
    to: until && fromLocalTime(`${dayAfter(until)}T00:00`, timeZone),
  };
  return {
    filter: {
      search,
      statuses: status && [status],
      received: { from: received.from || null, to: received.to || null },
    },
    isFiltered: Boolean(search || status || from || until),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function ByDay({ enquiries }: { enquiries: Enquiry[] }) {
  const { formats } = useViewer();
  const days = new Map<string, Enquiry[]>();
  const newestFirst = enquiries.toSorted(
    (one, other) => Date.parse(other.receivedAt) - Date.parse(one.receivedAt),
  );
  for (const enquiry of newestFirst) {
    const day = formats.day(enquiry.receivedAt);
    days.set(day, [...(days.get(day) ?? []), enquiry]);
  }
  return [...days].map(([day, received]) => (
    <section key={day} className="day">
      <h2>{day}</h2>
      <ul className="list">
        {received.map((enquiry) => (
          <li className="list-row" key={enquiry.id}>
            <div>
              <RouterLink to={['enquiries', enquiry.id]} dir="auto">
                {enquiry.name}
              </RouterLink>
              <p className="excerpt muted" dir="auto">
                {enquiry.message}
              </p>
              <p className="muted small">{formats.time(enquiry.receivedAt)}</p>
            </div>
            <Badge tone={ENQUIRY_TONES[enquiry.status]}>
              {strings.enquiryStatuses[enquiry.status]}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  ));
}

import { useState } from 'react';
import { Badge } from '../../../design/badge';
import { EnquiryListDocument, type EnquiryStatus } from '../../../gen/operations';
import { PaginatedList } from '../../app/paginated-list';
import { EmptyState } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { StatusFilter } from '../status-filter';
import { ENQUIRY_TONES } from '../status-tones';

/** List of enquiries from the public form. */
export function Enquiries() {
  const { formats } = useViewer();
  const [status, setStatus] = useState<EnquiryStatus | null>(null);
  return (
    <>
      <h1>{strings.sections.enquiries}</h1>
      <StatusFilter labels={strings.enquiryStatuses} selected={status} onSelect={setStatus} />
      <PaginatedList
        query={EnquiryListDocument}
        variables={{ status }}
        connection={(data) => data.enquiries}
      >
        {(enquiries) => (
          <>
            {enquiries.length === 0 && <EmptyState>{strings.noEnquiries}</EmptyState>}
            <ul className="list">
              {enquiries.map((enquiry) => (
                <li className="list-row" key={enquiry.id}>
                  <div>
                    <RouterLink to={['enquiries', enquiry.id]} dir="auto">
                      {enquiry.name}
                    </RouterLink>
                    <p className="excerpt muted" dir="auto">
                      {enquiry.message}
                    </p>
                    <p className="muted small">{formats.dateTime(enquiry.receivedAt)}</p>
                  </div>
                  <Badge tone={ENQUIRY_TONES[enquiry.status]}>
                    {strings.enquiryStatuses[enquiry.status]}
                  </Badge>
                </li>
              ))}
            </ul>
          </>
        )}
      </PaginatedList>
    </>
  );
}

import { useState } from 'react';
import { Badge } from '../../design/badge';
import { EnquiryListDocument, type EnquiryStatus } from '../../gen/operations';
import { Nothing } from '../app/asked';
import { Paged } from '../app/paged';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { StatusFilter } from './status-filter';
import { ENQUIRY_TONES } from './tones';

/** Who asked through the public form. */
export function Enquiries() {
  const { inWords } = useViewer();
  const [status, setStatus] = useState<EnquiryStatus | null>(null);
  return (
    <>
      <h1>{words.room.enquiries}</h1>
      <StatusFilter of={words.enquiryStatuses} chosen={status} onChoose={setStatus} />
      <Paged query={EnquiryListDocument} variables={{ status }} of={(data) => data.enquiries}>
        {(enquiries) => (
          <>
            {enquiries.length === 0 && <Nothing>{words.noEnquiries}</Nothing>}
            <ul className="list">
              {enquiries.map((enquiry) => (
                <li className="line" key={enquiry.id}>
                  <div>
                    <Go to={['enquiries', enquiry.id]}>{enquiry.name}</Go>
                    <p className="excerpt soft">{enquiry.message}</p>
                    <p className="soft small">{inWords.moment(enquiry.receivedAt)}</p>
                  </div>
                  <Badge tone={ENQUIRY_TONES[enquiry.status]}>
                    {words.enquiryStatuses[enquiry.status]}
                  </Badge>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </>
  );
}

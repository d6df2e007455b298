import { useState } from 'react';
import { Button } from '../../../design/button';
import { Dialog } from '../../../design/dialog';
import { Field } from '../../../design/field';
import { ConvertEnquiryToQuoteDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { goTo } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { strings } from '../../strings';
import { enquiryStrings } from './enquiry-strings';

/** Button that makes a quote of an enquiry. It asks for a short title first, and says what will happen. */
export function MakeQuote({
  enquiry,
}: {
  enquiry: { id: string; name: string; client: object | null };
}) {
  const [isAsking, setAsking] = useState(false);
  const convert = useMutationWithPrompt(ConvertEnquiryToQuoteDocument);
  const stop = () => setAsking(false);
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {strings.convertEnquiry}
      </Button>
      {isAsking && (
        <Dialog title={enquiryStrings.quoteFor(enquiry.name)} onClose={stop}>
          <Form
            draft="make-quote"
            {...convert}
            submit={enquiryStrings.makeDraft}
            onCancel={stop}
            onSubmit={async (values) => {
              const { data } = await convert.run({ id: enquiry.id, title: values.text('title') });
              if (data) goTo('quotes', data.convertEnquiryToQuote.quote.id);
              return { data };
            }}
          >
            <p>{enquiryStrings.becomesDraft(enquiry.name, enquiry.client !== null)}</p>
            <Field
              label={enquiryStrings.shortTitle}
              name="title"
              placeholder={enquiryStrings.titleExample}
              maxLength={80}
              required
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}

import type { PortalQuoteFragment } from '../../gen/portal-operations';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';

/** Who answered a quote and when, with what was written. Nothing before there is an answer. */
export function AnswerGiven({ quote }: { quote: PortalQuoteFragment }) {
  const { strings } = useTexts();
  const { formats, businessName } = usePortalPage();
  const { status, answeredAt, answeredBy, answerMessage } = quote;
  if (!answeredAt) return null;
  const time = formats.dateTime(answeredAt);
  return (
    <div className="answer">
      {status === 'ACCEPTED' && <p>{strings.answered.ACCEPTED(time, answeredBy, businessName)}</p>}
      {status === 'DECLINED' && <p>{strings.answered.DECLINED(time)}</p>}
      {status === 'CHANGES_REQUESTED' && <p>{strings.answered.CHANGES_REQUESTED(time)}</p>}
      {answerMessage && (
        <blockquote className="text muted" dir="auto">
          {answerMessage}
        </blockquote>
      )}
    </div>
  );
}

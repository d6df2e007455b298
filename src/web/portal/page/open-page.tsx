import { useEffect, useMemo, useState } from 'react';
import { LiveNotice } from '../../design/notice';
import {
  type PortalContentFragment,
  type PortalJobFragment,
  RecordPortalViewDocument,
} from '../../gen/portal-operations';
import { formatsOfReader } from '../formats-of-reader';
import type { LivePortal, View } from '../live-portal';
import { Messages } from '../messages';
import { NewsContext, useWhatIsNew } from '../news/news';
import { PaymentNotice } from '../payments/payment-notice';
import { startImageQueueSoon } from '../photos/image-queue';
import { PortalContext } from '../portal-context';
import { type PageTexts, useTexts } from '../texts';
import { Brand } from './brand';
import { useChangesAnnounced } from './changed-sections';
import { useTarget } from './go-to';
import { LanguageChoice } from './language-choice';
import { OwnPage } from './own-page';
import { PrintButton } from './print-button';
import { SharedJob } from './shared-job';
import type { Target } from './target';
import { useInstallable } from './use-installable';

interface OpenPageProps {
  view: Extract<View, { kind: 'SHOWN' }>;
  token: string;
  livePortal: LivePortal;
  /** What the link speaks of; null for the whole page. */
  target: Target | null;
}

/** Portal page of a link that opens: the job as published, or one quote or invoice. */
export function OpenPage({ view, token, livePortal, target }: OpenPageProps) {
  const { strings, language } = useTexts();
  const { portal, at, isOffline } = view;
  const { business, job, messages, messagesEnabled, paymentMethods, canPayOnline } = portal;
  const { timeZone, currency, dateOrder } = business;
  const [confirmation, announce] = useState('');
  // Apart, so that the update which the client's own answer causes does not take its confirmation away.
  const [change, announceChange] = useState('');
  const formats = useMemo(
    () => formatsOfReader({ timeZone, currency, dateOrder }, language),
    [timeZone, currency, dateOrder, language],
  );
  const imageHeaders = useMemo(() => ({ authorization: `Bearer ${token}` }), [token]);
  const page = useMemo(
    () => ({
      imageHeaders,
      livePortal,
      formats,
      timeZone,
      taxName: business.taxName,
      businessName: business.name,
      businessEmail: business.email,
      paymentMethods,
      canPayOnline,
      version: portal.version,
      announce,
    }),
    [
      imageHeaders,
      livePortal,
      formats,
      timeZone,
      business,
      paymentMethods,
      canPayOnline,
      portal.version,
    ],
  );
  useViewRecorded(livePortal);
  useChangesAnnounced(portal, announceChange);
  const news = useWhatIsNew(portal);
  useTarget(target);
  useEffect(startImageQueueSoon, []);
  const subject = titleOf(portal, strings);
  useEffect(() => {
    document.title = subject ? strings.title(subject, business.name) : business.name;
  }, [subject, business.name, strings]);

  useInstallable(business.name, token);

  const time = formats.time(at.toISOString());
  return (
    <PortalContext value={page}>
      <div className="page" data-colour={business.pageColour}>
        <Brand business={business} />
        <main className="stack">
          <LiveNotice>{confirmation}</LiveNotice>
          <LiveNotice>{change}</LiveNotice>
          <PaymentNotice invoices={job?.invoices ?? (portal.invoice ? [portal.invoice] : [])} />
          {isOffline && (
            <p className="notice warn" role="status">
              {strings.offline(time)}
            </p>
          )}
          <NewsContext value={news}>
            {job ? (
              <SharedJob
                job={job}
                clientName={portal.client.name}
                remark={
                  isEmpty(job, messagesEnabled) && (
                    <p className="muted centered">{strings.nothingShared}</p>
                  )
                }
              >
                <Messages jobId={job.id} messages={messages} isEnabled={messagesEnabled} />
              </SharedJob>
            ) : (
              <OwnPage portal={portal} />
            )}
          </NewsContext>
        </main>
        <footer className="muted small">
          <span>{strings.updatedAt(time)}</span>
          <PrintButton />
          <LanguageChoice />
        </footer>
      </div>
    </PortalContext>
  );
}

function titleOf(
  { job, quote, invoice }: PortalContentFragment,
  strings: PageTexts['strings'],
): string | undefined {
  if (job) return job.title;
  if (quote) return strings.nameAndTitle(strings.quote(quote.number, quote.version), quote.title);
  return invoice ? strings.nameAndTitle(strings.invoice(invoice.number), invoice.title) : undefined;
}

function isEmpty(job: PortalJobFragment, messagesEnabled: boolean): boolean {
  const lists = [
    job.visits,
    job.cancelledVisits,
    job.todos,
    job.notes,
    job.photos,
    job.quotes,
    job.invoices,
  ];
  return !messagesEnabled && lists.every((list) => !list?.length);
}

const recorded = new WeakSet<LivePortal>();

/** Records one view of the page, once it is visible: a page opened in the background is no view. */
function useViewRecorded(livePortal: LivePortal): void {
  useEffect(() => {
    const record = () => {
      if (document.visibilityState !== 'visible' || recorded.has(livePortal)) return;
      recorded.add(livePortal);
      void livePortal.send(RecordPortalViewDocument, {});
    };
    record();
    document.addEventListener('visibilitychange', record);
    return () => document.removeEventListener('visibilitychange', record);
  }, [livePortal]);
}

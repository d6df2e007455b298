import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import {
  RevokeLinkDocument,
  SendAgainDocument,
  type WhatClientSawQuery,
} from '../../gen/operations';
import { Nothing } from '../app/asked';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';

type Job = NonNullable<WhatClientSawQuery['job']>;
type Link = NonNullable<Job['portalLinks']>[number];

/** The links that were sent, when they were opened last, and a new one when none opens. */
export function Links({ job, again }: { job: Job; again: () => void }) {
  const send = useChange(SendAgainDocument);
  const links = [...(job.portalLinks ?? [])].reverse();
  const sendAgain = async () => {
    const { data } = await send.run({ jobId: job.id });
    if (data) again();
  };
  return (
    <section className="stack">
      <h2>{words.sharing.links}</h2>
      {links.length === 0 && <Nothing>{words.sharing.noLinks}</Nothing>}
      <ul className="list">
        {links.map((link) => (
          <LinkLine key={link.id} link={link} again={again} />
        ))}
      </ul>
      {job.publication && (
        <div className="row">
          <Button isBusy={send.isBusy} onClick={sendAgain}>
            {words.sharing.sendAgain}
          </Button>
          <p className="soft small">{words.sharing.sendAgainAbout}</p>
          {send.sent && (
            <p className="small" role="status">
              {words.sharing.sentTo(send.sent.resendShare.deliveries?.[0]?.to ?? '')}
            </p>
          )}
        </div>
      )}
      <Problem error={send.error} />
    </section>
  );
}

function LinkLine({ link, again }: { link: Link; again: () => void }) {
  const { inWords } = useViewer();
  const revoke = useChange(RevokeLinkDocument);
  const state = stateOf(link);
  const { lastViewedAt } = link;
  const cut = async () => {
    const { data } = await revoke.run({ id: link.id });
    if (data) again();
  };
  return (
    <li className="line">
      <div>
        <p>{link.sentTo}</p>
        <p className="soft small">
          {words.sharing.sentAt(inWords.moment(link.createdAt))} ·{' '}
          {lastViewedAt
            ? words.sharing.openedAt(inWords.moment(lastViewedAt))
            : words.sharing.neverOpened}
        </p>
        <Problem error={revoke.error} />
      </div>
      <Badge tone={state === 'opens' ? 'good' : 'wrong'}>{words.sharing.linkStates[state]}</Badge>
      {state === 'opens' && (
        <Button look="danger" isBusy={revoke.isBusy} onClick={cut}>
          {words.sharing.revoke}
        </Button>
      )}
    </li>
  );
}

function stateOf({ revokedAt, expiresAt }: Link): 'opens' | 'revoked' | 'expired' {
  if (revokedAt) return 'revoked';
  return new Date(expiresAt) < new Date() ? 'expired' : 'opens';
}

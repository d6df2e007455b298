import 'reflect-metadata';
import { portalToken } from '../src/database/tokens.js';
import { PortalLink } from '../src/portal/portal-link.entity.js';
import { onOwnDatabase, openRecords } from './own-database.js';

/** `npm run portal-link <job id>`: the newest link of a job that still works, for looking at what its client sees. */
const [jobId = ''] = process.argv.slice(2);

await onOwnDatabase(async ({ url, config }) => {
  const orm = await openRecords(url);
  const link = await orm.em
    .fork()
    .findOne(
      PortalLink,
      { job: jobId, revokedAt: null, expiresAt: { $gt: new Date() } },
      { orderBy: { createdAt: 'desc' } },
    );
  console.log(
    link
      ? `${config.publicUrl}/portal#${portalToken(config.secret, link.id)}`
      : 'This job has no link that works; share it, or resend the share.',
  );
  await orm.close();
});

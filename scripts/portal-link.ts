import 'reflect-metadata';
import { portalToken } from '../src/database/tokens.js';
import { liveLinks } from '../src/domain/portal-links/live-link.js';
import { PortalLink } from '../src/domain/portal-links/portal-link.entity.js';
import { onOwnDatabase, openEntities } from './own-database.js';

/** `npm run portal-link <job id>`: prints the newest valid portal link of a job. */
const [jobId = ''] = process.argv.slice(2);

await onOwnDatabase(async ({ url, config }) => {
  const orm = await openEntities(url);
  const link = await orm.em
    .fork()
    .findOne(
      PortalLink,
      { job: jobId, ...liveLinks(new Date()) },
      { orderBy: { createdAt: 'desc' } },
    );
  console.log(
    link
      ? `${config.publicUrl}/portal#${portalToken(config.secret, link.id)}`
      : 'This job has no valid link; share it, or resend the share.',
  );
  await orm.close();
});

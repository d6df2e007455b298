import type { EntityManager } from '@mikro-orm/postgresql';
import type { Unit } from '../database/unit-of-work.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { type ClientView, completed } from './client-view.js';
import { Publication, type PublicationReason } from './publication.entity.js';
import type { ProjectForClient, ShareState } from './share-state.js';
import { digestOf } from './shareable.js';

/** Makes this view the newest version of what the client sees. The prompt's lock must be held. */
export async function publish(
  unit: Pick<Unit, 'em' | 'actor' | 'now'>,
  project: ProjectForClient,
  state: ShareState,
  { view, itemKeys, reason }: { view: ClientView; itemKeys: string[]; reason: PublicationReason },
): Promise<Publication> {
  const { em, actor, now } = unit;
  const complete = project('Job', completed(view)) as ClientView;
  return em.create(
    Publication,
    {
      businessId: state.businessId,
      job: em.getReference(Job, state.jobId),
      client: em.getReference(Client, state.client?.id as string),
      version: (await newestVersion(em, state.jobId)) + 1,
      digest: digestOf(complete),
      view: complete,
      itemKeys,
      reason,
      publishedAt: now,
      publishedBy: actor?.kind === 'STAFF' ? em.getReference(StaffMember, actor.staffId) : null,
    },
    { partial: true },
  );
}

/** Versions count on through a change of client, so that a number never means two things. */
async function newestVersion(em: EntityManager, jobId: string): Promise<number> {
  const [newest] = await em.execute<{ version: number }[]>(
    'select max(version) as version from publications where job_id = ?',
    [jobId],
  );
  return newest?.version ?? 0;
}

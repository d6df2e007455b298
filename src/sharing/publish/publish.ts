import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { digestOf } from '../../shareable/shareable.js';
import type { Draft } from '../prompt/outcome.js';
import { type ClientView, completed, inListedOrder } from '../state/client-view.js';
import type { ChangeState, ProjectForClient } from '../state/share-state.js';
import { Publication } from './publication.entity.js';

/**
 * Creates a publication, the newest version of what the client sees; the prompt must be locked. Version numbers
 * continue after a change of client, so that they are unique in a job.
 */
export function publish(
  { em, actor, now }: Unit,
  project: ProjectForClient,
  state: ChangeState,
  { view, itemKeys, reason }: Draft,
): Publication {
  const complete = project('Job', completed(inListedOrder(view, state.candidates))) as ClientView;
  state.newestVersion += 1;
  return em.create(
    Publication,
    {
      businessId: state.businessId,
      job: em.getReference(Job, state.jobId),
      client: em.getReference(Client, state.client?.id as string),
      version: state.newestVersion,
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

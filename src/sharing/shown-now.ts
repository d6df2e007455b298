import type { Unit } from '../database/unit-of-work.js';

/** Whether the newest version of what the job's present client sees has this item. */
export async function isShownNow({ em }: Unit, jobId: string, key: string): Promise<boolean> {
  const [newest] = await em.execute<{ shown: boolean }[]>(SHOWN, [key, jobId]);
  return newest?.shown ?? false;
}

const SHOWN = `
  select ? = any(p.item_keys) as shown
  from jobs j join publications p on p.job_id = j.id and p.client_id = j.client_id
  where j.id = ? order by p.version desc limit 1`;

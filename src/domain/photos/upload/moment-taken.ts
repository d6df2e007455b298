import { momentFrom } from '../../../database/sql/moment.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { staffOf } from '../../jobs/lock-job.js';
import type { TimeTaken } from '../decoding/time-taken.js';

/**
 * Moment at which a picture was taken. A time without an offset is that of the business. Null if unknown, and for a time
 * to come, which is that of a camera with a wrong clock.
 */
export async function momentTaken(unit: Unit, taken: TimeTaken | null): Promise<Date | null> {
  if (!taken) return null;
  const { local, offset } = taken;
  const moment = offset ? new Date(`${local}${offset}`) : await atBusiness(unit, local);
  return moment <= unit.now ? moment : null;
}

async function atBusiness(unit: Unit, local: string): Promise<Date> {
  const [row] = await unit.sql.rows<{ at: string }>(
    'select ($2::timestamp at time zone b.time_zone)::text as at from businesses b where b.id = $1',
    [staffOf(unit).businessId, local],
  );
  if (!row) throw new Error('A staff member has no business.');
  return momentFrom(row.at);
}

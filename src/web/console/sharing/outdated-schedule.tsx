import { useEffect, useState } from 'react';
import { Badge } from '../../design/badge';
import { reviewStrings as strings } from './review/review-strings';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Hours are counted up to two days. */
const MAX_HOURS = 48;

/** Alarm of a job whose client has the old time of a visit, with its age. Nothing for a job without one. */
export function OutdatedSchedule({ since }: { since?: string | null }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!since) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [since]);
  if (!since) return null;
  return (
    <p className="outdated-schedule">
      <Badge tone="wrong">{strings.oldTime(ageOf(now - Date.parse(since)))}</Badge>
    </p>
  );
}

function ageOf(ms: number): string {
  const { minutes, hours, days } = strings.ages;
  if (ms < HOUR_MS) return minutes(Math.max(0, Math.floor(ms / MINUTE_MS)));
  if (ms < MAX_HOURS * HOUR_MS) return hours(Math.floor(ms / HOUR_MS));
  return days(Math.floor(ms / DAY_MS));
}

import { isolated } from '../design/text/isolated';

/** Texts about who is on a visit, and about double booking. */
export const visitStrings = {
  assign: 'Assign',
  assignTitle: 'Who goes',
  doubleBooked: 'Double booked',
  overlap: (name: string, time: string, job: string) =>
    `${isolated(name)} is on ${isolated(job)}, ${time}`,
  visitsAhead: (count: number) =>
    count === 1 ? 'They are on 1 visit ahead:' : `They are on ${count} visits ahead:`,
  noVisitsAhead: 'They are on no visit ahead.',
  moreVisits: (count: number) => `And ${count} more.`,
  reassignTo: 'Who takes over these visits?',
  nobody: 'Nobody: the visits stay without them',
  visitOfJob: (time: string, job: string) => `${time}: ${isolated(job)}`,
};

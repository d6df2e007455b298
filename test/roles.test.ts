import { kindOf, tryEveryOperation } from './roles/every-operation.js';

// `roles.long.ts` tries all.
tryEveryOperation({
  // All of clients and visitors, and by turns each sixth one of staff.
  refused: (calls, row) =>
    calls.filter((call, at) => kindOf(call) !== 'STAFF' || (row + at) % 6 === 0),
  // One of each kind, by turns the first and the last.
  permitted: (calls, row) => {
    const inTurn = row % 2 === 0 ? calls : calls.toReversed();
    return [...new Map(inTurn.map((call) => [kindOf(call), call])).values()];
  },
  isRepeated: (row) => row % 24 === 0,
});

import { tryEveryOperation } from './roles/every-operation.js';

tryEveryOperation({
  refused: (calls) => calls,
  permitted: (calls) => calls,
  isRepeated: () => true,
});

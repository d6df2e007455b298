import { NumberSeries } from './number-series.entity.js';
import { UsedKey } from './once/used-key.entity.js';

export const numberSeries = {
  entities: [NumberSeries, UsedKey],
  resolvers: [],
};

/** First and last day and time that the API takes; a year typed wrong is refused before it is sent. */
export const DAY_BOUNDS = { min: '2000-01-01', max: '2100-12-31' };
export const TIME_BOUNDS = { min: '2000-01-01T00:00', max: '2100-12-31T23:59' };

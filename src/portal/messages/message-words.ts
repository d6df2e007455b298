/** So many texts stand in one mail; whoever wants all of them opens the thread. */
const MOST_TEXTS = 20;

/** "a message" or "3 messages", as a sentence says it. */
export function howMany(messages: number): string {
  return messages === 1 ? 'a message' : `${messages} messages`;
}

/** The texts of a burst as one quotation, first sent first; of a long burst the end. */
export function together(bodies: string[]): string {
  const left = bodies.length - MOST_TEXTS;
  const earlier = left > 0 ? [`(${howMany(left)} before these)`] : [];
  return [...earlier, ...bodies.slice(-MOST_TEXTS)].join('\n\n');
}

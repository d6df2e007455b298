/** Which quote or invoice is sent, and whether somebody handed it over instead of having it mailed. */
export interface SendChoice {
  id: string;
  handedOver: boolean;
}

/** How the argument is described wherever something is sent. */
export const HANDED_OVER =
  'You gave it to the client yourself: it counts as sent, and nothing is mailed.';

/** Quote or invoice to send, and whether it was handed over in person, so that no email is sent. */
export interface SendChoice {
  id: string;
  handedOver: boolean;
  /** The quote is sent again with a new last day; its email says so. */
  isAgain?: boolean;
}

/** Description of the argument `handedOver`. */
export const HANDED_OVER =
  'Whether you handed it to the client yourself: it counts as sent, and no email is sent.';

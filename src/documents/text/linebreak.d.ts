/** The part of the package that is used; it has no types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place at which a line may end (UAX #14); null at the end of the text. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}

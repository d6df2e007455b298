/**
 * A test file that imports this, directly or through another file, runs with the pages and the bundle as currently
 * built. `npm test <name>` builds neither for other tests: their server has no pages.
 */
export {};

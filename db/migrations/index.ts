import { FirstTables } from "./0001-first-tables.js";
import { PhotoBytes } from "./0002-photo-bytes.js";

/** The database's history, in order. A migration that has landed is never changed. */
export const MIGRATIONS = [
	{ name: "0001-first-tables", class: FirstTables },
	{ name: "0002-photo-bytes", class: PhotoBytes },
];

/** How a text is read. All of it may be left out. */
export interface Settings {
  /** What the answer calls the text. */
  id?: string;
  /** How it is written; plain text if nothing is said. */
  format?: 'plain' | 'markdown' | 'html' | 'archieml';
  /** The day that “Monday” is counted from, as YYYY-MM-DD. */
  reference_date?: string;
  /** The lists that are wanted; all of them if nothing is said. */
  fields?: ('quotes' | 'actors' | 'mentions' | 'times' | 'events' | 'findings')[];
  /** What offsets count; bytes of UTF-8 if nothing is said. `utf16` fits `String.prototype.slice`. */
  offsets?: 'bytes' | 'chars' | 'utf16';
  /** The level of rules by their code. */
  rules?: Record<string, 'error' | 'warning' | 'info' | 'hint' | 'off'>;
}

/** What `copydesk extract` writes for one document; docs/extract.md and its JSON Schema say what each field means. */
export type Facts = Record<string, unknown>;

/** Reads one text. Throws an `Error` if the settings name something that there is not. */
export type Analyse = (text: string, settings?: Settings) => Facts;

/** Makes the function that reads texts, from the module or from the file beside this one. */
export function load(source?: BufferSource | WebAssembly.Module | Response): Promise<Analyse>;

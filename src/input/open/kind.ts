/**
 * A kind of input that is no article: a container, which holds articles. One file a kind says how it is known and how it
 * is parted; `list.ts` has the list.
 */

/** The bytes of a file, or of stdin, of which only what is asked for is in memory. */
export interface Source {
  size: number;
  /** @param end may lie behind the end */
  read(start: number, end: number): Uint8Array;
}

/** One article of a container, found without its text being kept. It can be posted to another thread. */
export interface Entry {
  /** What it is called behind the `#`: no `#` in it, and unlike every other one of its container. Example: `3-first-rain` */
  name: string;
  /** The bytes that hold it; how it is made of them, its kind knows. */
  start: number;
  end: number;
}

export interface InputKind {
  /** Stable: the `code` of the error where an input is of this kind and cannot be converted. */
  name: string;
  /**
   * What a text is that begins so, in words for a message; null where it is none of this kind.
   * @param head the first characters of the text, without blanks before them
   */
  knows(head: string): string | null;
  /** What to do instead, where it is not parted. */
  hint: string;
  /** How it is parted; null where that is not done: then such an input fails with one line. */
  parts: Parts | null;
}

export interface Parts {
  /** The articles, in the order of the file, one at a time: memory does not grow with the file. */
  entries(source: Source): Iterable<Entry>;
  /** An entry as the bytes of an article: what the container says of it as front matter, then its body. */
  article(source: Source, entry: Entry): Uint8Array;
}

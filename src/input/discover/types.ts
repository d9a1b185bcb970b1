/** What discovery finds, and what it cannot. */

export interface Input {
  /** As messages show it and as it is opened, relative to the working folder unless it was given absolute; `-`: stdin. */
  path: string;
  /** Without links resolved: relative links of the article count from here. */
  absolute: string;
  /** Path below the base, `/` between its parts; `-` for stdin. */
  source: string;
}

/** An argument that matched nothing, or a folder that could not be read. */
export interface Problem {
  path: string;
  message: string;
  hint: string;
}

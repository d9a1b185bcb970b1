/** What discovery finds, and what it cannot. */
import type { ArticleError } from '../../errors.js';
import type { Entry } from '../open/kind.js';

/** An article to be read: a file, an entry of a container, or stdin. It can be posted to another thread. */
export interface Input {
  /** As messages show it and as it is opened, relative to the working folder unless it was given absolute; `-`: stdin. */
  path: string;
  /** Without links resolved: relative links of the article count from here. */
  absolute: string;
  /** Path below the base, `/` between its parts; `-` for stdin. */
  source: string;
  /** Which article of the container at `absolute` it is. */
  entry?: Entry & { kind: string };
  /** Read already: stdin. */
  held?: Uint8Array;
  /** Why it cannot be read, where that is known already. */
  refused?: Pick<ArticleError, 'code' | 'message' | 'hint'>;
}

/** An argument that matched nothing, or a folder that could not be read. */
export interface Problem {
  path: string;
  message: string;
  hint: string;
}

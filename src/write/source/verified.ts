/** Writes a Markdown body so that the proof holds, as far as it can be known without it. */

import type { Span } from '../../body/markdown/opaque.js';
import type { Cleaned } from '../../clean/stage.js';
import { ArticleError } from '../../errors.js';
import { markdownPart, postPart } from '../../parts.js';
import type { Change, ConvertOptions, Warning } from '../../types.js';
import type { Wanted } from '../../verify/post.js';
import { comparableUrl } from '../../verify/tokens.js';
import { isRelative, movedTarget } from '../links.js';
import type { WriteOptions } from '../options.js';
import { withoutGiven } from './reverted.js';

/**
 * UTF-16 units of a body up to which the proof runs where nobody asked for it: micromark's work grows with the square
 * of some texts (`**a_` again and again). In a longer one edits near such HTML are given up without it.
 */
const PROVED = 20_000;

interface Sound {
  markdown: string;
  warnings: Warning[];
  /** The rules' changes that were made, and those of written forms. */
  log: Change[];
}

/**
 * Writes a Markdown body. Where its HTML is such that readers do not agree about it, the proof decides at once: what
 * fails it is written without edits near that HTML, and then as its author wrote it, with a warning for each.
 */
export async function writeSoundly(cleaned: Cleaned, moves: Moves, writeOptions: WriteOptions): Promise<Sound> {
  const { fragileSpans, writeMarkdownBody } = await markdownPart();
  const { body, root, edits } = cleaned;
  const parsed = body.markdown;
  if (!parsed) throw new ArticleError('internal', 'a Markdown body without its source');
  const write = (untouched: readonly Span[]): Sound => {
    const options = Object.assign({}, writeOptions, moves.options);
    const { markdown, warnings, changes, given } = writeMarkdownBody(parsed, edits.source, options, untouched);
    return { markdown, warnings, log: [...withoutGiven(edits.changes, given), ...changes] };
  };
  const sound = write([]);
  const source = edits.source.slice(root.start, root.end);
  const fragile = sound.markdown.trim() === source.trim() ? [] : fragileSpans(source);
  if (fragile.length === 0) return sound;
  if (source.length > PROVED) return write(fragile);
  const { postProblem } = await postPart();
  const wanted = wantedOf(moves, writeOptions);
  const isSound = ({ markdown, log }: Sound): boolean => postProblem(source, markdown, log, wanted) === null;
  if (isSound(sound)) return sound;
  const careful = write(fragile);
  return isSound(careful) ? careful : write([{ start: 0, end: source.length }]);
}

/** What the options do to a body beyond the log, for the proof. */
export function wantedOf(moves: Moves, { links, images }: WriteOptions): Wanted {
  return { ...(links ? { links } : {}), ...(images ? { images } : {}), moved: (url) => moves.moved(url) };
}

/** Where the links of a Markdown body went. The batch is asked once a link: its answers go into messages. */
export class Moves {
  readonly options: Pick<ConvertOptions, 'baseUrl' | 'relink'> = {};
  private readonly answers = new Map<string, string>();

  constructor({ baseUrl, relink }: ConvertOptions) {
    if (baseUrl) this.options.baseUrl = baseUrl;
    if (!relink) return;
    this.options.relink = (url) => {
      const answer = relink(url);
      if (answer) this.answers.set(comparableUrl(url), answer);
      return answer;
    };
  }

  /** @param url as `comparableUrl` writes it */
  moved(url: string): string | null {
    const { baseUrl } = this.options;
    if (baseUrl) return isRelative(url) ? movedTarget(url, { baseUrl, relink: undefined }) : null;
    return this.answers.get(url) ?? null;
  }
}

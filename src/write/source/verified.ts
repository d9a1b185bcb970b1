/** Writes a Markdown body so that the proof holds, as far as it can be known without it. */
import type { Span } from '../../body/markdown/opaque.js';
import type { Change } from '../../clean/change.js';
import type { Cleaned } from '../../clean/stage.js';
import { ArticleError } from '../../errors.js';
import type { Warning } from '../../types.js';
import type { WriteOptions } from '../options.js';
import { ambiguousSpans, needsProof } from './ambiguous.js';
import type { Moves, SourceProof } from './moves.js';
import { withoutReverted } from './reverted.js';
import { writeMarkdownBody } from './write.js';

/**
 * UTF-16 units of a body up to which the proof runs where nobody asked for it: micromark's work grows with the square
 * of some texts (`**a_` again and again). In a longer one edits near such HTML are given up without it.
 */
const PROVED = 20_000;

export interface VerifiedSource {
  markdown: string;
  warnings: Warning[];
  /** The rules' changes that were made, and those of written forms. */
  log: Change[];
}

/**
 * Writes a Markdown body. Where its HTML is such that readers do not agree about it, the proof decides at once: what
 * fails it is written without edits near that HTML, and then as its author wrote it, with a warning for each.
 */
export async function writeVerified(
  cleaned: Cleaned,
  moves: Moves,
  writeOptions: WriteOptions,
  prove: SourceProof,
): Promise<VerifiedSource> {
  const { body, root, edits } = cleaned;
  const parsed = body.markdown;
  if (!parsed) throw new ArticleError('internal', 'a Markdown body without its source');
  const write = (untouched: readonly Span[]): VerifiedSource => {
    const options = Object.assign({}, writeOptions, moves.options);
    const { markdown, warnings, changes, reverted } = writeMarkdownBody(parsed, edits.source, options, untouched);
    return { markdown, warnings, log: [...withoutReverted(edits.changes, reverted), ...changes] };
  };
  const plain = write([]);
  const source = edits.source.slice(root.start, root.end);
  const ambiguous = plain.markdown.trim() === source.trim() ? [] : ambiguousSpans(source);
  if (!needsProof(source, plain.markdown, ambiguous)) return plain;
  if (source.length > PROVED) return write(ambiguous);
  const wanted = { ...writeOptions, moves };
  const holds = async ({ markdown, log }: VerifiedSource): Promise<boolean> =>
    (await prove(source, markdown, log, wanted)) === null;
  if (await holds(plain)) return plain;
  const careful = write(ambiguous);
  return (await holds(careful)) ? careful : write([{ start: 0, end: source.length }]);
}

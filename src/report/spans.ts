/** Which change took the text at a place of the source: a sweep over the removals, in the order of the source. */
import type { ChangeRecord } from '../types.js';
import { isRemoval } from './weight.js';

/** A removal, as the source shows it. */
export interface Span {
  /** Place in `record.changes`: its name inside the article. */
  index: number;
  rule: string;
  /** The rule, and its reason where that tells more. */
  label: string;
  start: number;
  end: number;
  /** Something of it is on the page already. */
  shown: boolean;
}

export class Sweep {
  private readonly waiting: Span[];
  private next = 0;
  /** Open spans; the one that starts last is the innermost, and took the text first. */
  private readonly open: Span[] = [];

  /**
   * @param onEnd told of each span that the sweep has passed
   */
  constructor(
    changes: readonly ChangeRecord[],
    from: number,
    private readonly onEnd: (span: Span) => void = () => {},
  ) {
    this.waiting = changes
      .map(({ action, rule, reason, start, end }, index) => {
        const label = reason === undefined ? rule : `${rule}: ${reason}`;
        return { action, rule, label, start, end, index, shown: false };
      })
      .filter((span) => isRemoval(span) && span.start >= from)
      .sort((a, b) => a.start - b.start || b.end - a.end || b.index - a.index);
  }

  /**
   * The span that holds the place `at`, or null, and where that answer ends.
   * @param at UTF-16 offset into the source, never smaller than at the call before
   */
  at(at: number): { span: Span | null; until: number } {
    this.leave(at);
    for (let span = this.waiting[this.next]; span && span.start <= at; span = this.waiting[this.next]) {
      this.next++;
      this.open.push(span);
      this.leave(at);
    }
    const span = this.open.at(-1) ?? null;
    const next = this.waiting[this.next]?.start ?? Number.POSITIVE_INFINITY;
    const until = Math.min(next, span?.end ?? Number.POSITIVE_INFINITY);
    return { span, until };
  }

  private leave(at: number): void {
    for (let span = this.open.at(-1); span && span.end <= at; span = this.open.at(-1)) {
      this.open.pop();
      this.onEnd(span);
    }
  }
}

/** A removal without text in a word, from the start of its source: its tag, `comment`, `blanks`. */
export function whatStandsAt(source: string, { start, end }: { start: number; end: number }): string {
  const text = source.slice(start, Math.min(end, start + 200));
  if (text.startsWith('<!--')) return 'comment';
  const tag = /^<[!?]?([a-z][a-z0-9:-]{0,30})/i.exec(text)?.[1];
  if (tag) return tag.toLowerCase();
  return isBlank(text) ? 'blanks' : text;
}

/** Nothing that shows: blanks, and the entities that stand for them. */
export function isBlank(source: string): boolean {
  return source.replace(blankEntities, '').trim() === '';
}

const blankEntities = /&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#12288|#x3000|#xa0);/gi;

/** Counts of a run, and its last line. */
import type { Result } from '../output/result.js';
import { count, grouped, percent, shareOf } from './page/figures.js';

/** Why a run ended before its last article. */
export interface EarlyEnd {
  word: 'interrupted' | 'stopped';
  /** Articles of the run. */
  total: number;
  hint: string;
}

/** A run that is worth sparing, in seconds. */
const LONG = 10;

export class Summary {
  converted = 0;
  failed = 0;
  /** Articles passed over by `--changed`. */
  passed = 0;
  /** Outputs that `--prune` removed. */
  pruned = 0;
  /** Visible characters that stayed, that went, and from how many articles. */
  kept = 0;
  removed = 0;
  shortened = 0;
  warnings = 0;
  /** Outputs by what became of them. */
  readonly outputs = { new: 0, replaced: 0, unchanged: 0, kept: 0 };

  /** Counts one article. */
  add({ error, kept: stayed, removed, warnings, outputs }: Result): void {
    const kept = outputs.filter(({ state }) => state === 'kept').length;
    if (error || kept > 0) this.failed++;
    else {
      this.converted++;
      this.kept += stayed;
      this.removed += removed;
      if (removed > 0) this.shortened++;
    }
    this.warnings += warnings.length;
    for (const { state } of outputs) this.outputs[state]++;
  }

  /** Whether an output would become, or became, another one. */
  get anyChange(): boolean {
    return this.outputs.new + this.outputs.replaced > 0;
  }

  /**
   * `converted 13,848, failed 0; removed 0.4% of the text, from 1,438 articles; 174 warnings; 38 s`
   * @param seconds of wall time
   * @param dry nothing was meant to be written
   */
  line(seconds: number, dry: boolean, early: EarlyEnd | null = null): string {
    const { converted, failed, passed, pruned } = this;
    const counts = [`converted ${grouped(converted)}`, `failed ${grouped(failed)}`];
    if (passed > 0) counts.push(`${grouped(passed)} unchanged since the last run`);
    if (pruned > 0) counts.push(`${grouped(pruned)} removed`);
    const parts = [counts.join(', '), this.removedText(), count(this.warnings, 'warning'), timeText(seconds)];
    const line = parts.join('; ');
    if (early)
      return `${early.word} after ${grouped(converted + failed + passed)} of ${grouped(early.total)}: ${line}; ${early.hint}`;
    const { new: created, replaced, unchanged } = this.outputs;
    const writes = created + replaced;
    if (dry && writes + unchanged > 0) {
      return `${line}; ${grouped(writes)} of ${count(writes + unchanged, 'output')} would be written`;
    }
    const isIdle = writes + pruned === 0 && unchanged + passed > 0 && failed === 0;
    return isIdle ? `${line}; nothing written: all outputs are unchanged` : line;
  }

  /**
   * What would have spared a long run in which nothing changed; null where there was none.
   * @param remembers the run keeps a manifest
   */
  hint(seconds: number, remembers: boolean): string | null {
    const { unchanged } = this.outputs;
    const isIdle = !this.anyChange && this.pruned + this.failed + this.passed === 0 && unchanged > 0;
    return isIdle && remembers && seconds >= LONG
      ? '--changed would have passed over all of them in a second or two'
      : null;
  }

  private removedText(): string {
    const { kept, removed, shortened } = this;
    if (removed === 0) return 'no text removed';
    return `removed ${percent(shareOf({ kept, removed }))} of the text, from ${count(shortened, 'article')}`;
  }
}

/** `2.1 s`, `38 s`. */
function timeText(seconds: number): string {
  return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

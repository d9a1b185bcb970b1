/** Counts of a run, and its last line. */
import type { Result } from '../output/result.js';

/** Why a run ended before its last article. */
export interface EarlyEnd {
  word: 'interrupted' | 'stopped';
  /** Articles of the run. */
  total: number;
  hint: string;
}

export class Summary {
  converted = 0;
  failed = 0;
  /** Articles passed over by `--changed`. */
  passed = 0;
  /** Outputs that `--prune` removed. */
  pruned = 0;
  /** Visible characters that went, and from how many articles. */
  removed = 0;
  shortened = 0;
  warnings = 0;
  /** Outputs by what became of them. */
  readonly outputs = { new: 0, replaced: 0, unchanged: 0, kept: 0 };

  /** Counts one article. */
  add({ error, removed, warnings, outputs }: Result): void {
    const kept = outputs.filter(({ state }) => state === 'kept').length;
    if (error || kept > 0) this.failed++;
    else {
      this.converted++;
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
   * `converted 169, failed 0, 412 characters removed from 12 articles, 3 warnings, 2.1 s`
   * @param seconds of wall time
   * @param dry nothing was meant to be written
   */
  line(seconds: number, dry: boolean, early: EarlyEnd | null = null): string {
    const passed = this.passed > 0 ? [`${this.passed} unchanged since the last run`] : [];
    const parts = [
      `converted ${this.converted}`,
      `failed ${this.failed}`,
      ...passed,
      ...(this.pruned > 0 ? [`${this.pruned} removed`] : []),
      this.removedText(),
      plural(this.warnings, 'warning'),
      `${seconds.toFixed(1)} s`,
    ];
    const { new: created, replaced, unchanged } = this.outputs;
    if (early) {
      const done = this.converted + this.failed + this.passed;
      return `${early.word} after ${done} of ${early.total}: ${parts.join(', ')}; ${early.hint}`;
    }
    const writes = created + replaced;
    let ending = '';
    if (dry && writes + unchanged > 0)
      ending = `; ${writes} of ${plural(writes + unchanged, 'output')} would be written`;
    else if (writes + this.pruned === 0 && unchanged + this.passed > 0 && this.failed === 0) {
      ending = '; nothing written: all outputs are unchanged';
    }
    return parts.join(', ') + ending;
  }

  private removedText(): string {
    if (this.removed === 0) return 'no text removed';
    return `${plural(this.removed, 'character')} removed from ${plural(this.shortened, 'article')}`;
  }
}

/** `1 change`, `2 changes`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The line of a run's summary that names the articles to look at, where there are any. */
import type { Settings } from '../options/table.js';
import type { Result } from '../output/result.js';
import { escapeControls } from './message.js';
import { grouped, shareOf } from './page/figures.js';
import { reasonTexts } from './page/reasons.js';

/** Articles named; the others are counted. */
const NAMED = 3;
/** What weighs most comes first. */
const WEIGHT = ['empty-body', 'unsure-article', 'removed-much', 'only-images', 'invalid-date', 'guessed-encoding'];

type Unusual = Pick<Result, 'kept' | 'removed' | 'triage'> & { path: string };

export class Attention {
  private count = 0;
  /** The most telling ones, in order. */
  private readonly first: Unusual[] = [];

  /** Takes one article. */
  add(path: string, { kept, removed, triage }: Pick<Result, 'kept' | 'removed' | 'triage'>): void {
    if (triage.length === 0) return;
    this.count++;
    this.first.push({ path, kept, removed, triage });
    this.first.sort((a, b) => weight(a) - weight(b) || shareOf(b) - shareOf(a));
    this.first.length = Math.min(this.first.length, NAMED);
  }

  /** `2 articles are worth a look: a.html (no text is left), b.html (...); ...`, or null where nothing is unusual. */
  line({ explain, diff }: Pick<Settings, 'explain' | 'diff'>): string | null {
    if (this.count === 0) return null;
    const named = this.first.map((article) => {
      const name = article.path === '-' ? 'stdin' : escapeControls(article.path);
      return `${name} (${reasonTexts({ ...article, reasons: article.triage }).join(', ')})`;
    });
    const rest = this.count > NAMED ? ` and ${grouped(this.count - NAMED)} more` : '';
    const what = this.count === 1 ? 'article is' : 'articles are';
    const next = this.count > NAMED ? 'article-clean report shows them all' : '--diff shows what went';
    const isShown = explain || diff || this.first.every(({ removed }) => removed === 0);
    const hint = this.count <= NAMED && isShown ? '' : `; ${next}`;
    return `${grouped(this.count)} ${what} worth a look: ${named.join(', ')}${rest}${hint}`;
  }
}

function weight({ triage }: Unusual): number {
  return Math.min(...triage.map((reason) => WEIGHT.indexOf(reason)));
}

/** The line of a run's summary that names the articles to look at, where there are any. */
import type { Settings } from '../options/table.js';
import { escapeControls } from './message.js';
import { grouped } from './page/figures.js';
import { asksForALook, byLook, type Looked, reasonTexts } from './worth-a-look.js';

/** Articles named; the others are counted. */
const NAMED = 3;

type Unusual = Looked & { path: string };

export class Attention {
  /** Articles to look at. */
  count = 0;
  /** The most telling ones, in order. */
  private readonly first: Unusual[] = [];

  /** Takes one article. */
  add(path: string, { kept, removed, triage }: Looked): void {
    if (!asksForALook({ triage })) return;
    this.count++;
    this.first.push({ path, kept, removed, triage });
    this.first.sort(byLook);
    this.first.length = Math.min(this.first.length, NAMED);
  }

  /** `2 articles are worth a look: a.html (no text is left), b.html (...); ...`, or null where nothing is unusual. */
  line({ explain, diff, page }: Pick<Settings, 'explain' | 'diff' | 'page'>): string | null {
    if (this.count === 0) return null;
    const named = this.first.map((article) => {
      const name = article.path === '-' ? 'stdin' : escapeControls(article.path);
      return `${name} (${reasonTexts(article).join(', ')})`;
    });
    const rest = this.count > NAMED ? ` and ${grouped(this.count - NAMED)} more` : '';
    const what = this.count === 1 ? 'article is' : 'articles are';
    const next = this.count > NAMED ? '--page report.html shows them all' : '--diff shows what went';
    const isShown =
      page !== null || (this.count <= NAMED && (explain || diff || this.first.every(({ removed }) => removed === 0)));
    return `${grouped(this.count)} ${what} worth a look: ${named.join(', ')}${rest}${isShown ? '' : `; ${next}`}`;
  }
}

/**
 * The page: what the cleaning did, as one file that needs nothing else.
 *
 * Memory grows by a small row an article, by the different removals, and by the views of the most telling articles, so
 * that archives of any size can pass through. The bytes depend on what it is told alone: no clock, no locale.
 */
import { createHash } from 'node:crypto';
import { Groups } from './groups.js';
import type { Made } from './made.js';
import { count, grouped } from './page/figures.js';
import { evenCap } from './page/fit.js';
import { groupTables } from './page/group-tables.js';
import { clip, Html, html, jsonForScript, nothing } from './page/html.js';
import { overview } from './page/overview.js';
import { type Panel, panelBytes, writePanel } from './page/panel.js';
import { proposalTable } from './page/proposal-table.js';
import { early, script } from './page/script.js';
import { style } from './page/style.js';
import { rowData, tableHead, tableRow } from './page/table.js';
import { moreTelling, type Row, Tally } from './page/tally.js';
import type { Proposal } from './proposals.js';
import type { Told } from './told.js';

/** The page stays under 10 MB: rows and groups take what they need, the views share the rest. */
const room = { page: 9_500_000, views: 1_500_000 };
/** Rows in the table, and those of them that can be read without a script. */
const most = { rows: 60_000, written: 400 };

export class Page {
  private readonly tally = new Tally();
  private readonly groups = new Groups();
  private panels: Panel[] = [];
  private passed = 0;
  private readonly rows = new Map<number, Row>();

  /**
   * @param limit how many articles are shown side by side; the table holds all
   * @param proposals what `learn` proposed for these articles and nobody has decided on
   */
  constructor(
    private readonly limit: number,
    private readonly made: Made,
    private readonly proposals: readonly Proposal[] = [],
  ) {}

  /** Takes an article that was converted. */
  add(told: Told, panel: Panel | null): void {
    const row = this.tally.add(told);
    this.groups.add(told.source, told.log ?? [], told.length);
    if (!panel) return;
    this.rows.set(row.id, row);
    this.panels.push(panel);
    if (this.panels.length >= this.limit + Math.max(50, this.limit / 4)) this.prune();
  }

  /** Counts one that is as the last run left it, of which nothing more is known. */
  pass(): void {
    this.passed++;
  }

  /** Takes one that was not. */
  fail(path: string, message: string): void {
    this.tally.failures.push({ path, message });
  }

  /** The page in parts; joined, they are the file. */
  *parts(): Generator<string> {
    this.prune();
    const { tally, panels, groups } = this;
    const sorted = tally.rows.toSorted(moreTelling).slice(0, most.rows);
    const shown = new Set(panels.map(({ id }) => id));
    const top = html`${head}<main id="main"><header class="top"><h1>${title}</h1>${themes}</header>${madeBy(this.made)}${unchanged(this.passed)}
${overview(tally, sorted, shown)}
<div>${groupTables(groups)}
${proposalTable(this.proposals)}
${configLines}</div>
<section id="all" aria-labelledby="all-title"><h2 id="all-title">All articles</h2>
${tableHead(tally)}`;
    yield top.text;
    let written = Buffer.byteLength(top.text);
    for (const row of sorted.slice(0, most.written)) {
      const line = tableRow(row, shown.has(row.id)).text;
      written += Buffer.byteLength(line);
      yield line;
    }
    yield html`</tbody></table>${left(sorted.length, tally.rows.length)}<p id="more" hidden><button type="button">Show more</button></p></section>
<section id="articles" aria-labelledby="articles-title"><h2 id="articles-title">Side by side</h2>${about(panels.length, tally)}<div id="panels">
`.text;
    const rows = sorted.map((row, index) => rowData(row, index >= most.written));
    const data = jsonForScript({ ...totals(tally), rows });
    const views = Math.max(room.views, room.page - written - Buffer.byteLength(data));
    const cap = evenCap(panels.map(panelBytes), views);
    for (const panel of panels) yield writePanel(panel, this.rows.get(panel.id) as Row, cap).text;
    yield `</div></section></main>\n<script type="application/json" id="data">${data}</script>\n`;
    yield `<script>${script}</script>\n</body></html>\n`;
  }

  private prune(): void {
    const rowOf = ({ id }: Panel) => this.rows.get(id) as Row;
    this.panels.sort((a, b) => moreTelling(rowOf(a), rowOf(b)));
    for (const { id } of this.panels.splice(this.limit)) this.rows.delete(id);
  }
}

const configLines = html`<div id="config" hidden aria-live="polite"><h3>For your config</h3><p class="quiet">Put these lines into <code>article-clean.config.yaml</code> and convert again.</p><pre></pre><p><button type="button" id="copy">Copy</button> <button type="button" id="download">Download</button></p></div>`;

function madeBy({ version, date, folder, command }: Made): Html {
  const parts = [
    ['made by', `article-clean ${version}`],
    ['on', date],
    ['in', folder],
    ['with', command],
  ].filter(([, value]) => value);
  return html`<dl class="made">${parts.map(([name = '', value = '']) => html`<div><dt>${name}</dt><dd>${clip(value, 500)}</dd></div>`)}</dl>`;
}

function unchanged(passed: number): Html {
  if (passed === 0) return nothing;
  return html`<p class="quiet beside">${count(passed, 'more article')} ${passed === 1 ? 'is' : 'are'} as the last run left them, and not on this page; without <code>--changed</code> all are.</p>`;
}

function left(shown: number, all: number): Html {
  return html`<p class="quiet" id="unscripted">${shown > most.written ? `The first ${grouped(most.written)} are listed here; a browser with scripts lists them all.` : ''}${all > shown ? ` The figures above hold ${grouped(all - shown)} more articles.` : ''}</p>`;
}

function totals({ rows, failures, kept, removed, changes, warnings, rules, folders }: Tally): Record<string, unknown> {
  const names = { rules: rules.map(({ name }) => name), folders: folders.map(({ name }) => name) };
  return { articles: rows.length, failed: failures.length, kept, removed, changes, warnings, ...names };
}

/** Scripts run by their hash alone, so that nothing else ever does; nothing is loaded at all. */
const hashes = [early, script].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${hashes.join(' ')}; base-uri 'none'; form-action 'none'`;
const title = 'Cleaning report';
const head = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${new Html(style)}</style><script>${new Html(early)}</script></head><body>
<a class="skip" href="#all">Skip to the articles</a>
`;

const themes = html`<fieldset class="theme"><legend>Colours</legend><label><input type="radio" name="theme" id="auto" checked><span>Auto</span></label><label><input type="radio" name="theme" id="light"><span>Light</span></label><label><input type="radio" name="theme" id="dark"><span>Dark</span></label></fieldset>`;

function about(shown: number, { rows }: Tally): Html {
  if (shown === 0 && rows.length > 0) {
    return html`<p class="quiet">Reports hold no texts. To see an article side by side: <code>article-clean report PATH -o page.html</code></p>`;
  }
  const which = shown < rows.length ? html`The ${grouped(shown)} most telling of ${grouped(rows.length)}. ` : nothing;
  return html`<p class="quiet">${which}Removed text is struck where it stood.<span class="keys"> Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous article, <kbd>n</kbd> <kbd>p</kbd> next and previous removal, <kbd>/</kbd> search.</span></p>`;
}

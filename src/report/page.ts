/**
 * `report`: one page that shows what the cleaning did, as one file that needs nothing else.
 *
 * Memory grows by a small row an article and by the views of the most telling ones, so that archives of any size can
 * pass through. The bytes depend on the articles and the options alone: no clock, no locale, no random name.
 */
import { createHash } from 'node:crypto';
import { SHORT, triage } from '../conversion/triage.js';
import type { ArticleRecord, BodyKind } from '../types.js';
import { grouped } from './page/figures.js';
import { evenCap } from './page/fit.js';
import { clip, Html, html, jsonForScript, nothing } from './page/html.js';
import { overview } from './page/overview.js';
import { makePanel, type Panel, panelBytes, writePanel } from './page/panel.js';
import { resultRenderer } from './page/result-view.js';
import { early, script } from './page/script.js';
import { style } from './page/style.js';
import { rowData, tableHead, tableRow } from './page/table.js';
import { moreTelling, type Row, Tally } from './page/tally.js';

/** An article that was converted. */
export interface PageArticle {
  record: ArticleRecord;
  /** The decoded input, to which the offsets of `record.changes` refer. */
  source: string;
}

/** An article that was not. */
export interface PageFailure {
  path: string;
  message: string;
}

export interface PageOptions {
  /** How many articles are shown side by side; the table holds all. @default 200 */
  limit?: number;
  title?: string;
  /** What made the page: the program, its version and its arguments. */
  made?: string;
  /** What the bodies are taken for, as for `convert`. @default 'auto' */
  body?: BodyKind | 'auto';
}

/** The page stays under 10 MB for 10,000 articles: rows take what they need, the views share the rest. */
const room = { page: 9_500_000, views: 1_500_000 };
const mostRows = 20_000;

/**
 * Writes the page in parts; joined, they are the file.
 * @param articles in the order of the input; read once
 */
export async function* writeReport(
  articles: AsyncIterable<PageArticle | PageFailure> | Iterable<PageArticle | PageFailure>,
  { limit = 200, title = 'Cleaning report', made = '', body = 'auto' }: PageOptions = {},
): AsyncGenerator<string> {
  const { tally, panels } = await gather(articles, limit, body);
  const rows = tally.rows.toSorted(moreTelling).slice(0, mostRows);
  const linked = new Set(panels.map(({ row }) => row.id));
  const top = html`${head(title)}<main id="main"><header class="top"><h1>${title}</h1>${themes}</header>${made ? html`<p class="quiet">${clip(made, 500)}</p>` : nothing}
${overview(
  tally,
  panels.map(({ row }) => row),
)}
<section id="all" aria-labelledby="all-title"><h2 id="all-title">All articles</h2>
${tableHead(tally)}`;
  yield top.text;
  let written = Buffer.byteLength(top.text);
  for (const row of rows) {
    const line = tableRow(row, linked.has(row.id)).text;
    written += Buffer.byteLength(line);
    yield line;
  }
  const left = tally.rows.length - rows.length;
  const cut = left > 0 ? html`<p class="quiet">The figures above hold ${grouped(left)} more articles.</p>` : nothing;
  yield html`</tbody></table>${cut}<p id="more" hidden><button type="button">Show more</button></p></section>
<section id="articles" aria-labelledby="articles-title"><h2 id="articles-title">Side by side</h2>${about(panels.length, tally)}<div id="panels">
`.text;
  const data = jsonForScript({ ...totals(tally), rows: rows.map(rowData) });
  const views = Math.max(room.views, room.page - written - Buffer.byteLength(data));
  const cap = evenCap(panels.map(panelBytes), views);
  for (const panel of panels) yield writePanel(panel, cap).text;
  yield `</div></section></main>\n<script type="application/json" id="data">${data}</script>\n`;
  yield `<script>${script}</script>\n</body></html>\n`;
}

async function gather(
  articles: AsyncIterable<PageArticle | PageFailure> | Iterable<PageArticle | PageFailure>,
  limit: number,
  body: BodyKind | 'auto',
): Promise<{ tally: Tally; panels: Panel[] }> {
  const tally = new Tally();
  const render = await resultRenderer();
  let panels: Panel[] = [];
  let least: Row | undefined;
  const prune = () => {
    panels = panels.sort((a, b) => moreTelling(a.row, b.row)).slice(0, limit);
    if (panels.length === limit) least = panels.at(-1)?.row;
  };
  for await (const article of articles) {
    if ('path' in article) {
      tally.failures.push(article);
      continue;
    }
    const { record, source } = article;
    const row = tally.add(
      record,
      triage(
        record,
        () => record.kept,
        record.kept <= SHORT,
        () => record,
      ),
    );
    if (limit === 0 || (least && moreTelling(least, row) < 0)) continue;
    panels.push(makePanel(record, source, row, render, body));
    if (panels.length >= limit + Math.max(50, limit / 4)) prune();
  }
  prune();
  return { tally, panels };
}

function totals({ rows, failures, kept, removed, changes, warnings, rules }: Tally): Record<string, unknown> {
  return { articles: rows.length, failed: failures.length, kept, removed, changes, warnings, rules };
}

/** Scripts run by their hash alone, so that nothing else ever does; nothing is loaded at all. */
function head(title: string): Html {
  const hashes = [early, script].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${hashes.join(' ')}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${clip(title, 200)}</title><style>${new Html(style)}</style><script>${new Html(early)}</script></head><body>
<a class="skip" href="#all">Skip to the articles</a>
`;
}

const themes = html`<fieldset class="theme"><legend>Colours</legend><label><input type="radio" name="theme" id="auto" checked><span>Auto</span></label><label><input type="radio" name="theme" id="light"><span>Light</span></label><label><input type="radio" name="theme" id="dark"><span>Dark</span></label></fieldset>`;

function about(shown: number, { rows }: Tally): Html {
  const which = shown < rows.length ? html`The ${grouped(shown)} most telling of ${grouped(rows.length)}. ` : nothing;
  return html`<p class="quiet">${which}Removed text is struck where it stood.<span class="keys"> Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous article, <kbd>n</kbd> <kbd>p</kbd> next and previous removal, <kbd>/</kbd> search.</span></p>`;
}

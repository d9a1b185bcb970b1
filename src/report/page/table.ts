/** The table of all articles, its filters, and the same rows as data for the script. */

import { asksForALook } from '../worth-a-look.js';
import { grouped, percent, shareOf } from './figures.js';
import { type Html, html, nothing } from './html.js';
import type { Row, Tally } from './tally.js';

/** A longer list of folders is no choice any more; the search finds paths too. */
const longestChoice = 300;

export function tableHead({ rules, folders }: Tally): Html {
  const option = (value: number, name: string, number: number) =>
    html`<option value="${value}">${name} (${grouped(number)})</option>`;
  const byName = <T extends { name: string }>(sums: readonly T[]) =>
    sums.map((sum, index) => ({ sum, index })).sort((a, b) => (a.sum.name < b.sum.name ? -1 : 1));
  const ruleOptions = byName(rules).map(({ sum, index }) => option(index, sum.name, sum.articles));
  const folderOptions = byName(folders)
    .slice(0, longestChoice)
    .map(({ sum, index }) => option(index, sum.name, sum.articles));
  const folderChoice = html`<label>Folder <select id="folder"><option value="">any</option>${folderOptions}</select></label>`;
  return html`<form id="filters" hidden role="search" aria-label="Filter the articles">
<label class="find">Search <input id="find" type="search" placeholder="title or path" autocomplete="off" aria-keyshortcuts="/"></label>
<label>Rule <select id="rule"><option value="">any</option>${ruleOptions}</select></label>
${folders.length > 1 ? folderChoice : nothing}
<label>Removed <select id="share"><option value="0">any share</option><option value="1e-9">something</option><option value="0.01">1% or more</option><option value="0.05">5% or more</option><option value="0.1">10% or more</option><option value="0.25">25% or more</option><option value="0.5">50% or more</option></select></label>
<label class="check"><input id="flagged" type="checkbox"> worth a look</label>
<label class="check"><input id="warned" type="checkbox"> has warnings</label>
<button type="reset">Clear</button></form>
<p class="quiet"><output id="found" for="find rule folder share flagged warned"></output></p>
<table><thead><tr><th scope="col" data-sort="title">Article<th scope="col" data-sort="share" class="n">Removed<th scope="col" data-sort="removed" class="n wide">Characters out<th scope="col" data-sort="kept" class="n wide">Characters kept<th scope="col" data-sort="changes" class="n wide">Changes<th scope="col" data-sort="warnings" class="n">Warnings</tr></thead><tbody id="rows">
`;
}

/** @param linked the article has its place in the side-by-side view */
export function tableRow(row: Row, linked: boolean): Html {
  const share = shareOf(row);
  const title = linked ? html`<a href="#a${row.id}">${row.title}</a>` : html`<b>${row.title}</b>`;
  const meter = share === 0 ? nothing : html`<i style="--w:${(share * 100).toFixed(1)}"></i>`;
  return html`<tr><th scope="row">${title} <small>${row.source}</small><td>${percent(share)}${meter}<td>${grouped(row.removed)}<td>${grouped(row.kept)}<td>${grouped(row.changes)}<td>${row.warnings > 0 ? grouped(row.warnings) : ''}
`;
}

/**
 * What the script filters and sorts by, in the order of the rows.
 * @param alone the row is not written in the table: the script makes it, where it is asked for
 */
export function rowData(row: Row, alone: boolean): unknown[] {
  const { id, kept, removed, changes, warnings, folder, rules, title, source } = row;
  const values = [id, kept, removed, changes, warnings, asksForALook(row) ? 1 : 0, folder, rules];
  return alone ? [...values, title, source.slice(source.lastIndexOf('/') + 1)] : values;
}

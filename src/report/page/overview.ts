/** The top of the page: figures, what went by rule, how much went, what asks for a look. */
import { asksForALook, byLook, reasonTexts } from '../worth-a-look.js';
import { count, grouped, percent, shareOf } from './figures.js';
import { clip, type Html, html, nothing } from './html.js';
import type { Row, Sum, Tally } from './tally.js';

const longest = { rules: 14, looks: 12, failures: 50 };

/**
 * @param rows in the order of the page
 * @param shown the articles that stand side by side
 */
export function overview(tally: Tally, rows: readonly Row[], shown: ReadonlySet<number>): Html {
  return html`<section class="figures" aria-label="In figures">${figures(tally)}</section>
<section class="charts" aria-label="Charts">${rulesChart(tally)}${sharesChart(tally.rows)}</section>
${attention(tally, rows, shown)}`;
}

function figures(tally: Tally): Html {
  const { rows, kept, removed, changes, warnings, failures } = tally;
  const share = shareOf(tally);
  const tile = (value: string, label: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const failed = failures.length > 0 ? tile(grouped(failures.length), 'failed') : nothing;
  return html`<dl>${tile(grouped(rows.length), rows.length === 1 ? 'article' : 'articles')}${failed}
${tile(grouped(kept), 'characters kept')}${tile(grouped(removed), 'characters removed')}
${tile(grouped(changes), 'changes')}${tile(grouped(warnings), warnings === 1 ? 'warning' : 'warnings')}${tile(grouped(rows.filter(asksForALook).length), 'to look at')}</dl>
<div class="whole" role="img" aria-label="${percent(share)} of all characters removed"><i style="--w:${(share * 100).toFixed(3)}"></i></div>
<p class="legend"><span>kept ${percent(1 - share)}</span><span>removed ${percent(share)}</span></p>`;
}

function rulesChart({ rules }: Tally): Html {
  const sums = rules.map((sum, index) => ({ sum, index })).filter(({ sum }) => sum.characters > 0);
  sums.sort((a, b) => b.sum.characters - a.sum.characters);
  const most = sums[0]?.sum.characters ?? 1;
  const bars = sums.slice(0, longest.rules).map(({ sum, index }) => {
    const width = ((sum.characters / most) * 100).toFixed(1);
    return html`<li><a href="#all" data-rule="${index}" title="${count(sum.removals, 'removal')} in ${count(sum.articles, 'article')}"><span>${sum.name}</span><i style="--w:${width}"></i><b>${grouped(sum.characters)}</b></a></li>`;
  });
  const chart =
    bars.length === 0 ? html`<p class="quiet">No text was removed.</p>` : html`<ol class="bars">${bars}</ol>`;
  return html`<div class="card"><h2>Characters removed, by rule</h2>${chart}${further(sums.slice(longest.rules).map(({ sum }) => sum))}${inTags(rules)}</div>`;
}

function further(rest: readonly Sum[]): Html {
  if (rest.length === 0) return nothing;
  const characters = rest.reduce((total, sum) => total + sum.characters, 0);
  return html`<p class="quiet">and ${count(rest.length, 'rule')} with ${count(characters, 'character')}</p>`;
}

/** Attributes, comments, code, white space, unwrapped elements and written forms: no words went with them. */
function inTags(rules: readonly Sum[]): Html {
  const silent = rules.map(({ name, changes, removals, characters }) => ({
    name,
    times: characters > 0 ? changes - removals : changes,
  }));
  const items = silent
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .map(({ name, times }) => html`<li>${name} <b>${grouped(times)}</b></li>`);
  if (items.length === 0) return nothing;
  const total = silent.reduce((sum, { times }) => sum + times, 0);
  return html`<details class="silent"><summary>${grouped(total)} more without words: tags, comments, code, white space, written forms</summary><ul>${items}</ul></details>`;
}

/** Upper ends of the columns, exclusive. Articles that lost nothing, mostly nearly all, would dwarf them. */
const steps: readonly (readonly [number, string])[] = [
  [0.01, 'under 1%'],
  [0.05, '1–5%'],
  [0.1, '5–10%'],
  [0.25, '10–25%'],
  [0.5, '25–50%'],
  [Number.POSITIVE_INFINITY, '50% or more'],
];

function sharesChart(rows: readonly Row[]): Html {
  const counts = steps.map(() => 0);
  let untouched = 0;
  for (const row of rows) {
    const share = shareOf(row);
    if (share === 0) untouched++;
    if (share === 0) continue;
    const at = steps.findIndex(([end]) => share < end);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const columns = counts.map((number, index) => {
    const height = ((number / most) * 100).toFixed(1);
    return html`<li><b>${grouped(number)}</b><i style="--h:${height}"></i><span>${steps[index]?.[1] ?? ''}</span></li>`;
  });
  const lost = rows.length - untouched;
  const rest = html`<p class="quiet">${untouched === rows.length ? 'No article' : grouped(lost)} of ${grouped(rows.length)} lost text.</p>`;
  const chart = lost === 0 ? nothing : html`<ol class="columns">${columns}</ol>`;
  return html`<div class="card shares"><h2>Articles by share removed</h2>${rest}${chart}</div>`;
}

function attention({ codes, failures }: Tally, rows: readonly Row[], shown: ReadonlySet<number>): Html {
  const asking = rows.filter(asksForALook).sort(byLook);
  const flagged = asking.length;
  if (flagged + failures.length + codes.length === 0) return nothing;
  const failed = failures.slice(0, longest.failures).map(({ path, message }) => {
    return html`<li><b>${clip(path, 160)}</b><span>${clip(message, 300)}</span></li>`;
  });
  const looks = asking.slice(0, longest.looks).map((row) => {
    const name = shown.has(row.id) ? html`<a href="#a${row.id}">${row.title}</a>` : html`<b>${row.title}</b>`;
    return html`<li>${name}<span>${reasonTexts(row).join('; ')}</span></li>`;
  });
  const more =
    flagged > looks.length
      ? html`<p class="quiet">and ${grouped(flagged - looks.length)} more: filter the table by “worth a look”.</p>`
      : nothing;
  const warned = codes
    .toSorted((a, b) => b.changes - a.changes)
    .map(({ name, changes, articles }) => {
      return html`<li><b>${name}</b><span>${grouped(changes)} in ${count(articles, 'article')}</span></li>`;
    });
  const card = (title: string, items: readonly Html[], after: Html) =>
    items.length === 0
      ? nothing
      : html`<div class="card"><h2>${title}</h2><ul class="look">${items}</ul>${after}</div>`;
  const hidden = failures.length - failed.length;
  return html`<section class="charts looks" aria-label="What asks for a look">${card('Failed', failed, hidden > 0 ? html`<p class="quiet">and ${grouped(hidden)} more</p>` : nothing)}${card('Look at these first', looks, more)}${card('Warnings', warned, nothing)}</section>`;
}

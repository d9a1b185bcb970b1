/** The top of the page: figures, what went by rule, how much went, what asks for a look. */
import { count, grouped, percent, shareOf } from './figures.js';
import { clip, type Html, html, nothing } from './html.js';
import { reasonTexts } from './reasons.js';
import { isFlagged, type Row, type Sum, type Tally } from './tally.js';

const longest = { rules: 14, looks: 12, failures: 50 };

export function overview(tally: Tally, shown: readonly Row[]): Html {
  return html`<section class="figures" aria-label="In figures">${figures(tally)}</section>
<section class="charts" aria-label="Charts">${rulesChart(tally)}${sharesChart(tally.rows)}</section>
${attention(tally, shown)}`;
}

function figures(tally: Tally): Html {
  const { rows, kept, removed, changes, warnings, failures } = tally;
  const share = shareOf(tally);
  const tile = (value: string, label: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const failed = failures.length > 0 ? tile(grouped(failures.length), 'failed') : nothing;
  return html`<dl>${tile(grouped(rows.length), rows.length === 1 ? 'article' : 'articles')}${failed}
${tile(grouped(kept), 'characters kept')}${tile(grouped(removed), 'characters removed')}
${tile(grouped(changes), 'changes')}${tile(grouped(warnings), warnings === 1 ? 'warning' : 'warnings')}${tile(grouped(rows.filter(isFlagged).length), 'to look at')}</dl>
<div class="whole" role="img" aria-label="${percent(share)} of all characters removed"><i style="--w:${(share * 100).toFixed(3)}"></i></div>
<p class="legend"><span>kept ${percent(1 - share)}</span><span>removed ${percent(share)}</span></p>`;
}

function rulesChart({ rules }: Tally): Html {
  const sums = rules.map((sum, index) => ({ sum, index })).filter(({ sum }) => sum.removals > 0);
  sums.sort((a, b) => b.sum.removals - a.sum.removals);
  const most = sums[0]?.sum.removals ?? 1;
  const bars = sums.slice(0, longest.rules).map(({ sum, index }) => {
    const width = ((sum.removals / most) * 100).toFixed(1);
    return html`<li><a href="#all" data-rule="${index}" title="in ${count(sum.articles, 'article')}"><span>${sum.name}</span><i style="--w:${width}"></i><b>${grouped(sum.removals)}</b></a></li>`;
  });
  const chart =
    bars.length === 0 ? html`<p class="quiet">Nothing was removed.</p>` : html`<ol class="bars">${bars}</ol>`;
  return html`<div class="card"><h2>Removals by rule</h2>${chart}${further(sums.slice(longest.rules).map(({ sum }) => sum))}${inTags(rules)}</div>`;
}

function further(rest: readonly Sum[]): Html {
  if (rest.length === 0) return nothing;
  const removals = rest.reduce((total, sum) => total + sum.removals, 0);
  return html`<p class="quiet">and ${count(rest.length, 'rule')} with ${count(removals, 'removal')}</p>`;
}

/** Attributes, unwrapped elements and written forms: no reader of the source saw them. */
function inTags(rules: readonly Sum[]): Html {
  const silent = rules.map(({ name, changes, removals }) => ({ name, times: changes - removals }));
  const items = silent
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .map(({ name, times }) => html`<li>${name} <b>${grouped(times)}</b></li>`);
  if (items.length === 0) return nothing;
  const total = silent.reduce((sum, { times }) => sum + times, 0);
  return html`<details class="silent"><summary>${grouped(total)} more in tags and written forms</summary><ul>${items}</ul></details>`;
}

/** Upper ends of the columns, exclusive. */
const steps: readonly (readonly [number, string])[] = [
  [Number.MIN_VALUE, 'none'],
  [0.01, 'under 1%'],
  [0.05, '1–5%'],
  [0.1, '5–10%'],
  [0.25, '10–25%'],
  [0.5, '25–50%'],
  [Number.POSITIVE_INFINITY, '50% or more'],
];

function sharesChart(rows: readonly Row[]): Html {
  const counts = steps.map(() => 0);
  for (const row of rows) {
    const share = shareOf(row);
    const at = steps.findIndex(([end]) => share < end);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const columns = counts.map((number, index) => {
    const height = ((number / most) * 100).toFixed(1);
    return html`<li><b>${grouped(number)}</b><i style="--h:${height}"></i><span>${steps[index]?.[1] ?? ''}</span></li>`;
  });
  return html`<div class="card shares"><h2>Articles by share removed</h2><ol class="columns">${columns}</ol></div>`;
}

function attention({ rows, codes, failures }: Tally, shown: readonly Row[]): Html {
  const flagged = rows.filter(isFlagged).length;
  if (flagged + failures.length === 0) return nothing;
  const failed = failures.slice(0, longest.failures).map(({ path, message }) => {
    return html`<li><b>${clip(path, 160)}</b><span>${clip(message, 300)}</span></li>`;
  });
  const looks = shown
    .filter(isFlagged)
    .slice(0, longest.looks)
    .map((row) => {
      const why = row.reasons.length > 0 ? reasonTexts(row).join('; ') : count(row.warnings, 'warning');
      return html`<li><a href="#a${row.id}">${row.title}</a><span>${why}</span></li>`;
    });
  const more =
    flagged > looks.length
      ? html`<p class="quiet">and ${grouped(flagged - looks.length)} more: filter the table by “asks for a look”.</p>`
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

/** The same removal of many articles as one row, and what was removed only once, each with a switch to keep it. */

import { oneLine } from '../../body/white-space.js';
import { placesText } from '../explain.js';
import { FIRST, type Group, type Groups } from '../groups.js';
import { type Keep, keepOf } from '../keep.js';
import { count, grouped, percent } from './figures.js';
import { clip, type Html, html, nothing } from './html.js';

/** Groups beyond the first ones, and lone removals, that the page holds. */
const longest = { further: 250, once: 200, line: 160, sample: 220 };

export function groupTables(groups: Groups): Html {
  const { count: number, share, first, further, once } = groups.parts();
  if (number === 0) return nothing;
  const row = (group: Group) => groupRow(group, keepOf(group, groups.isAllOfItsRule(group)));
  const rest = further.slice(0, longest.further);
  const held = number > FIRST ? `; the first ${FIRST} hold ${percent(share)} of them` : '';
  return html`<section id="groups" aria-labelledby="groups-title"><h2 id="groups-title">What was removed</h2>
<p class="quiet">${count(groups.total, 'removal')} in ${count(number, 'group')}, numbers, dates and white space apart${held}. What a reader loses stands first.<span class="ticks"> Tick what should stay: the lines for your config come below, and nothing is applied.</span></p>
<ol class="groups">${first.map(row)}</ol>
${more(rest, further.length, row)}
${alone(once, row)}</section>`;
}

function more(rest: readonly Group[], all: number, row: (group: Group) => Html): Html {
  if (rest.length === 0) return nothing;
  const hidden = all > rest.length ? html`<p class="quiet">and ${grouped(all - rest.length)} more</p>` : nothing;
  return html`<details class="fold"><summary>${count(all, 'smaller group')}</summary><ol class="groups">${rest.map(row)}</ol>${hidden}</details>`;
}

function alone(once: readonly Group[], row: (group: Group) => Html): Html {
  if (once.length === 0) return nothing;
  const shown = once.slice(0, longest.once);
  const hidden =
    once.length > shown.length ? html`<p class="quiet">and ${grouped(once.length - shown.length)} more</p>` : nothing;
  return html`<h3>Removed only once</h3><p class="quiet">Nothing else in the archive speaks for these: the ones to read.</p><ol class="groups">${shown.map(row)}</ol>${hidden}`;
}

function groupRow(group: Group, keep: Keep | null): Html {
  const { rule, times, articles, characters, samples, shape } = group;
  const where = placesText(group);
  const figures = [
    characters > 0 ? count(characters, 'character') : '',
    times > 1 ? `${grouped(times)} times` : '',
    times > 1 ? count(articles, 'article') : '',
    where,
  ].filter(Boolean);
  const line =
    shape === '' ? html`<i>${what(group)}</i>` : html`<q>${clip(oneLine(samples[0]?.text ?? ''), longest.line)}</q>`;
  const items = samples.map(({ source, line: at, text }) => {
    return html`<li><span>${source}:${at}</span> ${clip(oneLine(text), longest.sample)}</li>`;
  });
  const box = keep
    ? html`<label class="keep"><input type="checkbox" data-key="${keep.key}" data-item="${keep.item}"><span${keep.wide ? html` title="Nothing tells this from what else ${rule} takes: all of it stays"` : nothing}>${keep.wide ? 'keep all' : 'keep this'}</span></label>`
    : html`<span class="keep"></span>`;
  return html`<li><details><summary><b class="rule">${rule}</b> ${line}<span>${figures.join(' · ')}</span></summary><ul>${items}</ul></details>${box}</li>`;
}

/** What a group without a line holds. */
function what({ loss, samples }: Group): string {
  if (loss === 'target') return 'pictures, players or links of several addresses';
  if (loss === 'unseen') return 'what no reader sees';
  const tag = oneLine(samples[0]?.text ?? '');
  return tag.startsWith('<') ? clip(tag, 40) : 'white space and controls';
}

/** What `learn` proposed, each with a switch that writes its rule for the config. */
import { type Proposal, ruleItem } from '../proposals.js';
import { count, grouped, percent } from './figures.js';
import { clip, type Html, html, nothing } from './html.js';

const longest = { clear: 150, doubtful: 150, line: 160, sample: 220 };

export function proposalTable(proposals: readonly Proposal[]): Html {
  if (proposals.length === 0) return nothing;
  const clear = proposals.filter(({ grade }) => grade === 'sure' || grade === 'likely');
  const doubtful = proposals.filter((one) => !clear.includes(one));
  return html`<section id="proposals" aria-labelledby="proposals-title"><h2 id="proposals-title">What stays and is repeated</h2>
<p class="quiet">${count(proposals.length, 'proposal')} of <code>learn</code> that are off; counts are of its run.<span class="ticks"> Tick what should go: its rule comes into the lines for your config.</span></p>
${rows(clear, longest.clear)}
${doubtful.length > 0 ? html`<details class="fold"><summary>${grouped(doubtful.length)} to look at: repeated, but maybe the articles’ own</summary>${rows(doubtful, longest.doubtful)}</details>` : nothing}</section>`;
}

function rows(proposals: readonly Proposal[], most: number): Html {
  if (proposals.length === 0) return nothing;
  const hidden = proposals.length - most;
  return html`<ol class="groups">${proposals.slice(0, most).map(row)}</ol>${hidden > 0 ? html`<p class="quiet">and ${grouped(hidden)} more in the file of rules</p>` : nothing}`;
}

function row(proposal: Proposal): Html {
  const { rule, grade, reason, source, share, articles, characters, first, last, samples, nearMisses } = proposal;
  const where = source === '' || source === '.' ? '' : ` of ${source}`;
  const figures = [
    characters > 0 ? count(characters, 'character') : '',
    count(articles, 'article'),
    share > 0 ? `${percent(share)}${where}` : '',
  ].filter(Boolean);
  const when = first === '' ? '' : first === last ? ` (${first})` : ` (${first} to ${last})`;
  const list = (texts: Proposal['samples']) =>
    texts.map(({ path, text }) => html`<li><span>${path}</span> ${clip(text, longest.sample)}</li>`);
  const misses = nearMisses.length > 0 ? html`<li class="note">Stays:</li>${list(nearMisses)}` : nothing;
  return html`<li><details><summary><b class="rule">${grade || 'off'}</b> <q>${clip(samples[0]?.text ?? rule.name, longest.line)}</q><span>${figures.join(' · ')}</span></summary><ul><li class="note">${rule.name}: ${reason}${when}</li>${list(samples)}${misses}</ul></details><label class="keep"><input type="checkbox" data-key="rules" data-item="${ruleItem(rule)}"><span>take it out</span></label></li>`;
}

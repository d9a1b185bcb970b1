/** One article side by side: its source with what went, and its result, its Markdown and its metadata. */

import { oneLine } from '../../body/white-space.js';
import { splitFrontMatter } from '../../front-matter/split.js';
import type { ArticleRecord, BodyKind, ChangeRecord } from '../../types.js';
import { walkSource } from '../source-walk.js';
import { isBlank, whatStandsAt } from '../spans.js';
import { isRemoval } from '../weight.js';
import { type Looked, reasonTexts } from '../worth-a-look.js';
import { count, grouped, percent, shareOf } from './figures.js';
import { type Block, block, bytesOf, evenCap, fit } from './fit.js';
import { clip, Html, html, nothing } from './html.js';
import { languageOf } from './language.js';
import { Paragraphs } from './paragraphs.js';
import type { RenderResult } from './result-view.js';
import type { Row } from './tally.js';

/** Bytes of one view that are kept until it is known how much room there is. */
const longestView = 100_000;
const longestList = 100;

/** An article's views before they are fitted into the page. */
export interface Panel {
  /** Place in the run: the article's name inside the page. */
  id: number;
  /** Of the article, for fonts and screen readers; empty where it is not known. */
  language: string;
  head: string;
  source: Block[];
  result: Block[];
  markdown: Block[];
  metadata: string;
}

/** Makes the views of one article. Linear in its length. */
export function makePanel(
  record: ArticleRecord,
  source: string,
  { id, triage }: { id: number; triage: readonly string[] },
  render: RenderResult,
  kind: BodyKind,
): Panel {
  const { frontMatter, bodyOffset } = splitFrontMatter(source);
  const name = `a${id}`;
  const paragraphs = new Paragraphs(name);
  walkSource(source, bodyOffset, kind, record.changes, paragraphs);
  return {
    id,
    language: languageOf(record),
    head: html`${notes(record, { triage, kept: record.kept, removed: record.removed })}${removals(record.changes, source, name)}`
      .text,
    source: trimmed(paragraphs.blocks),
    result: trimmed(render(record.markdown)),
    markdown: trimmed(markdownBlocks(record.markdown)),
    metadata: metadata(record, frontMatter?.raw ?? '').text,
  };
}

/** Bytes that the whole panel takes. */
export function panelBytes({ head, source, result, markdown, metadata: data }: Panel): number {
  const fixed = 2500 + Buffer.byteLength(head) + Buffer.byteLength(data);
  return fixed + bytesOf(source) + bytesOf(result) + bytesOf(markdown);
}

/** The panel's markup, in about `cap` bytes. */
export function writePanel(
  { language, head, source, result, markdown, metadata: data }: Panel,
  row: Row,
  cap: number,
): Html {
  const name = `a${row.id}`;
  const room = cap - 2500 - Buffer.byteLength(head) - Buffer.byteLength(data);
  const each = evenCap([source, result, markdown].map(bytesOf), Math.max(room, 3000));
  const empty = html`<p class="gap">Nothing is left to show.</p>`;
  const views = [source, result, markdown].map((blocks) => {
    return blocks.length === 0 ? [empty] : fit(blocks, each).map(({ html }) => new Html(html));
  });
  const tabs = ['Result', 'Markdown', 'Metadata'].map(
    (label, index) =>
      html`<label><input type="radio" name="v${row.id}"${index === 0 ? checked : nothing}><span>${label}</span></label>`,
  );
  return html`<article class="panel" id="p${row.id}" aria-labelledby="t${row.id}"><details name="article"><summary>
<h3 id="t${row.id}" lang="${language}">${row.title}</h3><span class="path">${row.source}</span>${figures(row)}</summary>
<div class="open" id="${name}">${withPlaces(head, views[0] as Html[])}
<div class="sides"><section aria-label="Source"><div class="bar"><h4>Source</h4><span class="key"><del>struck</del> what went</span></div>
<div class="view source" tabindex="0" role="region" aria-label="Source with removals"><div lang="${language}">${views[0] as Html[]}</div></div></section>
<section aria-label="After cleaning" class="after"><fieldset class="bar tabs"><legend>After cleaning, shown as</legend>${tabs}</fieldset>
<div class="view result" tabindex="0" role="region" aria-label="Result"><div lang="${language}">${views[1] as Html[]}</div></div>
<div class="view markdown" tabindex="0" role="region" aria-label="Markdown"><div lang="${language}">${views[2] as Html[]}</div></div>
<div class="view metadata" tabindex="0" role="region" aria-label="Metadata">${new Html(data)}</div></section></div></div></details></article>
`;
}

const checked = new Html(' checked');

/** The list without the links whose place did not fit. Quotes of an article are escaped: `href="` is ours. */
function withPlaces(head: string, shown: readonly Html[]): Html {
  const places = new Set(shown.flatMap(({ text }) => [...text.matchAll(/ id="(a\d+c\d+)"/g)].map(([, id]) => id)));
  return new Html(head.replace(/ href="#(a\d+c\d+)"/g, (link, id) => (places.has(id) ? link : '')));
}

function figures(row: Row): Html {
  const warned = row.warnings > 0 ? html`<span class="warn">${count(row.warnings, 'warning')}</span>` : nothing;
  return html`<span class="nums"><b>${percent(shareOf(row))}</b> removed <span>${count(row.changes, 'change')}</span>${warned}</span>`;
}

function notes({ warnings }: ArticleRecord, looked: Looked): Html {
  if (warnings.length + looked.triage.length === 0) return nothing;
  const asked = reasonTexts(looked).map((reason) => html`<li><b>look</b> ${reason}</li>`);
  const warned = warnings.slice(0, longestList).map(({ code, message, line }) => {
    return html`<li><b>${code}</b> ${clip(message, 300)}${line === null ? '' : `, line ${line}`}</li>`;
  });
  return html`<ul class="notes">${asked}${warned}</ul>`;
}

/** What shows in the source is listed; blanks, attributes and tags, which no reader sees, are counted. */
function removals(changes: readonly ChangeRecord[], source: string, name: string): Html {
  const shows = (change: ChangeRecord) => isRemoval(change) && !isBlank(source.slice(change.start, change.end));
  const listed = changes.map((change, index) => ({ change, index })).filter(({ change }) => shows(change));
  // In the order of the source, not of the rules.
  listed.sort((a, b) => a.change.start - b.change.start);
  const beside = unseen(changes.filter((change) => !shows(change)));
  const items = listed.slice(0, longestList).map(({ change, index }) => {
    const text = clip(oneLine(change.text), 110);
    const said = text === '' ? html`<i>${whatStandsAt(source, change)}</i>` : html`<q>${text}</q>`;
    const because = change.reason === undefined ? nothing : html` ${change.reason}`;
    return html`<li><a href="#${name}c${index}"><b class="rule">${change.rule}</b>${because}${said}<span>line ${change.line}</span></a></li>`;
  });
  if (items.length === 0) return html`<p class="went none">Nothing that shows was removed${beside}.</p>`;
  const more = listed.length > longestList ? html`<p>and ${grouped(listed.length - longestList)} more.</p>` : nothing;
  return html`<details class="went"${items.length <= 12 ? open : nothing}><summary>${count(listed.length, 'removal')}${beside}</summary><ol>${items}</ol>${more}</details>`;
}

const open = new Html(' open');

function unseen(changes: readonly ChangeRecord[]): Html {
  const times = new Map<string, number>();
  for (const { rule } of changes) times.set(rule, (times.get(rule) ?? 0) + 1);
  if (times.size === 0) return nothing;
  const names = [...times].map(([rule, number]) => `${rule} ${grouped(number)}`).join(', ');
  return html`<span class="beside">; what does not show: ${clip(names, 300)}</span>`;
}

function markdownBlocks(markdown: string): Block[] {
  return markdown
    .trimEnd()
    .split('\n\n')
    .map((part) => block(html`<pre>${clip(part, 20_000)}</pre>`));
}

function metadata(record: ArticleRecord, raw: string): Html {
  const lists = { authors: record.authors, editors: record.editors, categories: record.categories, tags: record.tags };
  const pairs: [string, string | null][] = [
    ['title', record.title],
    ['date', record.date],
    ['updated', record.updated],
    ...Object.entries(lists).map(([key, values]): [string, string] => [key, values.join(', ')]),
    ['publisher', record.publisher],
    ['image', record.image],
    ['url', record.url],
    ['language', record.language],
    ['encoding', record.encoding],
    ['links', grouped(record.links.length)],
    ['images', grouped(record.images.length)],
    ['characters', grouped(record.characters)],
  ];
  const rows = pairs
    .filter(([, value]) => value)
    .map(([key, value]) => {
      return html`<dt>${key}</dt><dd>${clip(value as string, 300)}</dd>`;
    });
  const parsed = record.frontMatter === null ? '' : JSON.stringify(record.frontMatter, null, 2);
  return html`<h5>Read</h5><dl>${rows}</dl>${pre('Front matter as parsed', parsed)}${pre('Front matter as written', raw)}`;
}

function pre(title: string, text: string): Html {
  return text === '' ? nothing : html`<h5>${title}</h5><pre>${clip(text.trimEnd(), 6000)}</pre>`;
}

/** What the page may need of a view, so that hundreds of long articles do not wait in memory. */
function trimmed(blocks: Block[]): Block[] {
  return fit(blocks, longestView);
}

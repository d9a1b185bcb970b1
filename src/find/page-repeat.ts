import type { Paragraph, Part } from './part.js';
import { definePass } from './pass.js';
import * as w from './weights.js';

/** What is quoted or set in columns may well say the same twice. */
const quoting: ReadonlySet<string> = new Set(['blockquote', 'pre', 'table']);
const STEPS = 5;

/** Steps of a plan may well be the same each week. */
const isPlainItem = ({ name, node }: Part): boolean => name === 'li' && !node.has('class');

function isQuoted({ block }: Paragraph): boolean {
  if (isPlainItem(block)) return true;
  let left = STEPS;
  for (let part: Part | null = block; part && left > 0; part = part.parent, left--)
    if (quoting.has(part.name)) return true;
  return false;
}

export const pageRepeat = definePass({
  name: 'page-repeat',
  why: 'A long paragraph that stood above, word by word, is the caption of a slide show again or a teaser of the same article.',
  run: ({ page }) => {
    const said = new Set<string>();
    for (const paragraph of page.staying()) {
      if (paragraph.weight < w.REPEATED || isQuoted(paragraph)) continue;
      const { text } = paragraph;
      if (said.has(text)) page.cutParagraph(paragraph, { rule: 'page-repeat', why: 'said above, word by word' });
      else said.add(text);
    }
    page.sum();
  },
  examples: [
    {
      title: 'a teaser of the article in itself',
      before: `<html><body><p>${'The ferry is late today, as it was yesterday. '.repeat(3)}</p><p>It goes at nine.</p><div>${'The ferry is late today, as it was yesterday. '.repeat(3)}</div></body></html>`,
      after: `<html><body><p>${'The ferry is late today, as it was yesterday. '.repeat(3)}</p><p>It goes at nine.</p></body></html>`,
    },
  ],
  keeps: [
    {
      title: 'steps that come again',
      html: `<html><body><h2>May</h2><ul>${'<li>Row to the old pier and back, without a rest on the way, and then swim for as long as you rowed.</li><li>Rest.</li>'.repeat(2)}</ul></body></html>`,
    },
    {
      title: 'a refrain',
      html: '<html><body><p>Row, row, row your boat.</p><p>Gently down the stream.</p><p>Row, row, row your boat.</p></body></html>',
    },
  ],
});

/** Nothing live: no output holds what would run code where it is shown, whatever the article tried. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MarkdownText } from '../../src/body/markdown/text.js';
import { convert } from '../../src/convert.js';
import type { ArticleRecord } from '../../src/types.js';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { disarm } from '../../src/write/source/disarm.js';
import { spellings } from '../body/spellings.js';
import { tries } from '../counts.js';
import { growth, tooSteep } from '../growth.js';
import { type Attack, attacks, isLiveUrl, liveInMarkdown } from './live.js';

/** Of all pairs of spelling and place one in so many; `LIVE=1` looks at all. */
const STEP = process.env.LIVE ? 1 : tries(1208, 151);
/** And of the scripts. */
const SCRIPT_STEP = process.env.LIVE ? 1 : tries(16, 2);

async function problem({ name, body }: Attack): Promise<string | null> {
  const { outputs } = await convert(body, { source: name, formats: ['markdown', 'json'], verify: true });
  const { markdown = '', json = '{}' } = outputs;
  const live = liveInMarkdown(markdown);
  if (live) return `${live} in ${JSON.stringify(markdown)}`;
  const { links, images } = JSON.parse(json) as ArticleRecord;
  for (const { url } of links) if (isLiveUrl(url, false)) return `links[]: ${url}`;
  for (const { url } of images) if (isLiveUrl(url, true)) return `images[]: ${url}`;
  const again = (await convert(markdown, { source: 'a.md' })).outputs.markdown ?? '';
  const liveAgain = again === markdown ? null : liveInMarkdown(again);
  if (liveAgain) return `converted again: ${liveAgain}`;
  const direct = name === 'a.html' ? liveInMarkdown(toMarkdown(body)) : null;
  return direct && `toMarkdown: ${direct}`;
}

describe('nothing live', () => {
  it('in any spelling, in any place', async () => {
    const found: string[] = [];
    let count = 0;
    let index = 0;
    for (const attack of attacks(spellings())) {
      if (index++ % (attack.kind === 'address' ? STEP : SCRIPT_STEP) !== 0) continue;
      count++;
      const what = await problem(attack).catch((error: Error) => error.message);
      if (what) found.push(`${JSON.stringify(attack.body)}\n    ${what}`);
    }
    assert.deepEqual(found.slice(0, Number(process.env.SHOW ?? 20)), [], `${found.length} of ${count}`);
    assert.ok(count > tries(85, 700), `${count} attacks`);
  });

  it('in work that grows with the text', () => {
    for (const piece of [
      '> <b onclick=x\n',
      '<a ',
      ']:',
      '<!-- --!> ',
      '<script>',
      '[a](<',
      '<svg>',
      '<<b"c onclick=x>',
      '[',
    ]) {
      const text = (count: number) => `<div>\n\na ${piece.repeat(count)}onclick=x> ](javascript:`;
      assert.ok(growth((count) => disarm(new MarkdownText(text(count))), 30_000) < tooSteep, piece);
    }
  });

  it('is what the reader of this test would see', () => {
    for (const markdown of ['[x](javascript:a)', '<p onclick=a>x</p>', '<script>a</script>', '[x]\n\n[x]: data:,a']) {
      assert.notEqual(liveInMarkdown(markdown), null, markdown);
    }
    for (const markdown of ['`<p onclick=a>`', '\\<script>a</script>', '![x](data:image/png;base64,eA==)']) {
      assert.equal(liveInMarkdown(markdown), null, markdown);
    }
  });
});

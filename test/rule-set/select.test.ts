/** The rules of a batch are chosen once: the choice is told by every option that it depends on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { selectRules } from '../../src/rule-set/select.js';

const base: ConvertOptions = { only: [], skip: [], drop: [], comments: 'drop' };
const others: ConvertOptions[] = [
  { ...base, only: ['script'] },
  { ...base, skip: ['script'] },
  { ...base, drop: ['.ad'] },
  { ...base, drop: ['.sponsor'] },
  { ...base, comments: 'keep' },
  { ...base, rules: [{ name: 'buy-line', text: '^buy now' }] as NonNullable<ConvertOptions['rules']> },
];

test('other options, other rules; the same options, the same list', () => {
  for (const one of [base, ...others]) {
    for (const two of [base, ...others]) {
      const first = selectRules(one);
      const second = selectRules(two);
      const names = (rules: typeof first) => rules.map(({ name, why }) => `${name}: ${why}`);
      if (one === two) assert.equal(first, second);
      else assert.notDeepEqual(names(first), names(second), JSON.stringify([one, two]));
    }
  }
});

test('two conversions in a row that differ in one option', async () => {
  const html = '<p>One.</p><p class="ad">Two.</p><p class="sponsor">Three.</p>';
  const written = async (options: ConvertOptions) => (await convert(html, options)).outputs.markdown;
  assert.equal(await written({ drop: ['.ad'] }), 'One.\n\nThree.\n');
  assert.equal(await written({ drop: ['.sponsor'] }), 'One.\n\nTwo.\n');
  assert.equal(await written({}), 'One.\n\nTwo.\n\nThree.\n');
});

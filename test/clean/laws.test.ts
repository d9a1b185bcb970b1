/** The laws of cleaning, on generated trees and, where it exists, on the corpus. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../src/rule-set/list.js';
import { some, tries } from '../counts.js';
import { cleaned } from './cleaned.js';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const skip = existsSync(corpus) ? false : 'no ../shared/corpus beside the repository';

/** Every example and near miss of every rule, and pieces that hold them together or tear them apart. */
const pieces = [
  ...rules.flatMap(({ examples, keeps }) => [
    ...examples.flatMap(({ before, after }) => [before, after]),
    ...keeps.map(({ html }) => html),
  ]),
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<a href="x">',
    '</a>',
    '<br>',
    '　',
    'text',
    '<ul><li>',
    '</ul>',
    '<pre>',
    '</pre>',
    '&amp;',
    '<!--',
    '-->',
  ],
];

describe('laws of cleaning', () => {
  it('accounts for every token, and a second run changes nothing, on any mixture of examples', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), (parts) => {
        const result = cleaned(parts.join(''), rules);
        assert.equal(result.problem, null);
        assert.deepEqual(
          result.again().map(({ rule, text }) => [rule, text]),
          [],
        );
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it('holds on the corpus', { skip }, () => {
    let files = 0;
    const names = readdirSync(corpus, { recursive: true }).map(String);
    for (const name of some(40, names.filter((one) => /\.(?:html?|txt)$/.test(one)).sort())) {
      const result = cleaned(readFileSync(join(corpus, name), 'latin1'), rules);
      assert.equal(result.problem, null, name);
      assert.deepEqual(
        result.again().map(({ rule, text }) => `${rule}: ${text.slice(0, 80)}`),
        [],
        name,
      );
      files++;
    }
    assert.ok(files >= tries(40, 100));
  });

  it('keeps what the user keeps, and what holds it', () => {
    const html = '<div style="display:none">a<span class="mine"> b<!-- c --></span></div><script id="mine">x</script>';
    const { changes, problem } = cleaned(html, rules, {}, ['.mine', '#mine']);
    assert.equal(problem, null);
    assert.deepEqual(changes, []);
  });
});

/** Inputs that made other tools quadratic; each takes a number of repetitions. */
const hostile: Record<string, (n: number) => string> = {
  ...Object.fromEntries(
    [
      '<div>',
      '<b>',
      '<b id=i><p>',
      '<p><font><i>',
      '<table><tr><td>',
      '<ul><li>',
      '<svg>',
      '<a href=x>',
      '<form>',
      '<noscript>',
      '<span style="font-weight:bold">',
      '<div hidden>',
      '<article>',
      '<main>',
      '<x-y>',
      '<pre>',
      '</p>',
      '</br>',
      '<!--',
      '<a b="',
      '&',
      '&#x',
      '&amp',
      '<',
      '<br>',
      '<picture>',
      '<p> </p>',
      '<img>',
      '<p>　a',
    ].map((tag) => [tag, (n: number) => tag.repeat(n)]),
  ),
  'empty siblings': (n) => `<p>${'<span> </span> '.repeat(n)}</p>`,
  'keyword links': (n) => '<p>a <a href="https://n.example/tag/sun">sun</a> b</p>'.repeat(n),
  'lazy images': (n) => '<img src="/x.png" data-src="/y/z.jpg">'.repeat(n),
  'linked places': (n) => Array.from({ length: n }, (_, i) => `<a href="#n${i}">x</a><p id="n${i}"></p>`).join(''),
  'zero-width runs': (n) => `<p>${'a\u200b'.repeat(n)}</p>`,
  'no-break blanks': (n) => `<p>${'\u00a0'.repeat(n)}x</p>`,
  'attributes of one tag': (n) => `<p ${Array.from({ length: n }, (_, i) => `a${i}=b`).join(' ')}>x</p>`,
  'class tokens': (n) => `<p class="${'qr '.repeat(n)}">x</p>`,
  'one long style': (n) => `<span style="${'a:b;'.repeat(n)}">x</span>`,
  'one long query': (n) => `<a href="https://a.example/?${'utm_x=1&'.repeat(n)}">x</a>`,
  'redirect in a redirect': (n) => `<a href="${'https://l.example/go?url='.repeat(n)}">x</a>`,
  'nested in code': (n) => `<pre>${'<abc>'.repeat(n)}</pre>`,
};

describe('linear work', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(name, () => {
      const one = cleaned(make(1000), rules);
      const two = cleaned(make(2000), rules);
      assert.equal(two.problem, null);
      assert.ok(
        two.work.visited <= 2.2 * one.work.visited + 400,
        `${one.work.visited} nodes looked at for 1000, ${two.work.visited} for 2000`,
      );
    });
  }
});

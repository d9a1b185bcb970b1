import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planStems } from '../../src/output/plan.js';
import { safeName } from '../../src/output/safe.js';
import { checkTemplate, namer } from '../../src/output/template.js';

const safe: [name: string, expected: string][] = [
  ['a:b*c?.html', 'a_b_c_.html'],
  ['CON', '_CON'],
  ['aux.md', '_aux.md'],
  ['console', 'console'],
  ['dot.', 'dot'],
  ['blank ', 'blank'],
  ['...', '_'],
  ['a\u0000b\nc\u001b[31m', 'a_b_c_[31m'],
  ['invoice\u202egnp.exe', 'invoice_gnp.exe'],
  ['中文，标题？', '中文，标题？'],
  ['half \ud83d', 'half \ufffd'],
];
for (const [name, expected] of safe) {
  test(`safeName ${JSON.stringify(name)}`, () => assert.equal(safeName(name), expected));
}

test('a long name is cut at 200 bytes, on a character, with its ending', () => {
  for (const sign of ['中', '👩‍👩‍👧', 'e\u0301', 'x']) {
    const name = safeName(sign.repeat(300), '.html.md');
    const bytes = Buffer.byteLength(name);
    assert.ok(bytes <= 200 && bytes > 200 - Buffer.byteLength(sign), `${bytes} bytes`);
    assert.equal(name.replace('.html.md', '').split(sign).join(''), '', 'a part of a character is left');
  }
});

test('safe names stay safe, whatever the title', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('', '.md', '.markdown'),
      (text, ending) => {
        const name = safeName(text, ending);
        assert.ok(name !== '' && name !== '.' && name !== '..');
        assert.ok(Buffer.byteLength(name) <= 200);
        assert.doesNotMatch(name, /[/\\\u0000-\u001f]/);
        assert.equal(Buffer.from(name).toString(), name, 'not valid UTF-8');
      },
    ),
  );
});

const by = { title: 'A/B: "x"', date: '2021-03-04T05:06:07', slug: null };
const undated = { title: null, date: null, slug: null };
const stems: [template: string, source: string, by: typeof undated | typeof by | null, expected: string][] = [
  ['{dir}/{name}{ext}', 'a/b/c.html', null, 'a/b/c'],
  ['{dir}/{name}{ext}', 'c.tar.html', null, 'c.tar'],
  ['{dir}/{name}', '-', null, 'stdin'],
  ['{year}/{month}/{slug}', 'a/c.html', by, '2021/03/a-b-x'],
  ['{date}-{title}', 'a/c.html', by, '2021-03-04-A B_ _x_'],
  ['{date}-{title}', 'a/c.html', undated, 'c'],
  ['{year}/{slug}', 'a/你好 世界.html', undated, '你好-世界'],
  ['flat_{name}.x{ext}', 'a/c.html', null, 'flat_c.x'],
];
for (const [template, source, named, expected] of stems) {
  test(`${template} of ${source}`, () => assert.equal(namer(template)(source, named), expected));
}

test('no title and no slug leads out of the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, slug) => {
      const stem = namer('{title}/{slug}')('c.html', { title, slug, date: null });
      assert.ok(
        stem.split('/').every((part) => part !== '' && part !== '..' && part !== '.'),
        stem,
      );
    }),
  );
  for (const template of ['/abs/{name}', 'a/../../{name}', '..']) {
    assert.throws(() => checkTemplate(template), /leads out/);
  }
});

const plans: [sources: string[], expected: string[]][] = [
  [
    ['a.html', 'b.html'],
    ['a', 'b'],
  ],
  [
    ['a.html', 'a.md', 'b.html'],
    ['a.html', 'a.md', 'b'],
  ],
  [
    ['a.html', 'a.md', 'a.html.html'],
    ['a.html', 'a.md', 'a.html.html'],
  ],
  [
    ['x.md/b.html', 'x.html'],
    ['x.md/b', 'x.html'],
  ],
];
for (const [sources, expected] of plans) {
  test(`plan of ${sources.join(' ')}`, () => {
    const wanted = sources.map((source) => ({ source, stem: namer('{dir}/{name}')(source, null) }));
    const actual = planStems(wanted, ['.md']);
    if (sources.includes('a.html.html')) assert.equal(new Set(actual).size, sources.length);
    else assert.deepEqual(actual, expected);
  });
}

test('no two sources share an output, and no output depends on the order', () => {
  const part = fc.constantFrom('a', 'A', 'é', 'e\u0301', 'a.md', 'a.html', 'b');
  const source = fc
    .tuple(fc.array(part, { maxLength: 2 }), part, fc.constantFrom('.html', '.md', '.HTML', ''))
    .map(([folders, name, ending]) => [...folders, name + ending].join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(source, { maxLength: 12 }), (sources) => {
      const planOf = (list: string[]) =>
        planStems(
          list.map((one) => ({ source: one, stem: namer('{dir}/{name}')(one, null) })),
          ['.md', '.txt'],
        );
      const planned = planOf(sources);
      const keys = planned.map((stem) => stem.normalize('NFC').toLowerCase());
      assert.equal(new Set(keys).size, sources.length);
      for (const key of keys) {
        assert.ok(!keys.some((other) => other.startsWith(`${key}.md/`)), 'an output is a folder of another one');
      }
      const back = planOf(sources.toReversed()).toReversed();
      assert.deepEqual(back, planned);
    }),
  );
});

test('fifty articles with one title', () => {
  const wanted = Array.from({ length: 50 }, (_, i) => ({ source: `${i}.html`, stem: 'same' }));
  assert.equal(new Set(planStems(wanted, ['.md'])).size, 50);
});

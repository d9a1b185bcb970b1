import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS } from '../../src/options/table.js';
import { plain } from '../../src/output/io.js';
import { emptyResult, type Output } from '../../src/output/result.js';
import { Explanation } from '../../src/report/explain.js';
import {
  annotation,
  escapeControls,
  firstWords,
  formatMessage,
  type Message,
  wholeWords,
} from '../../src/report/message.js';
import { Progress, progressLine } from '../../src/report/progress.js';
import { reportLine } from '../../src/report/record.js';
import { Summary } from '../../src/report/summary.js';
import { Messages } from '../../src/run/messages.js';

const output = (state: Output['state']): Output => {
  return { format: 'markdown', path: '/w/out/a.md', state, hash: '', size: 0, mtime: 0 };
};
const failure = { code: 'binary', message: 'no text', hint: 'look', line: 3, stack: '' };

const messages: [message: Message, expected: string][] = [
  [{ what: 'no' }, 'article-clean: no'],
  [{ path: 'a.html', what: 'no', hint: 'do' }, 'article-clean: a.html: no; do'],
  [{ path: 'a.html', line: 3, what: 'no' }, 'article-clean: a.html:3: no'],
  [{ path: '-', line: null, what: 'no' }, 'article-clean: stdin: no'],
  [{ path: '', what: 'no' }, 'article-clean: "": no'],
  [{ path: 'a\nb', what: '\u001b[2J' }, 'article-clean: a\\nb: \\x1b[2J'],
];
for (const [message, expected] of messages) {
  test(`message ${JSON.stringify(message)}`, () => assert.equal(formatMessage(message), expected));
}

test('an annotation has its place, and nothing in a name or message ends it', () => {
  assert.equal(
    annotation('error', { path: 'a,b:c.md', line: 3, what: '50%\nno', hint: 'do' }),
    '::error file=a%2Cb%3Ac.md,line=3::50%25%0Ano; do',
  );
  assert.equal(annotation('warning', { path: '-', line: null, what: 'no' }), '::warning::no');
});

test('control characters are shown, other scripts and emoji stay', () => {
  assert.equal(escapeControls('中文 é 👩‍👩‍👧 \t\r\u0085\u2028\u202e'), '中文 é 👩‍👩‍👧 \\t\\x0d\\x85\\u2028\\u202e');
  assert.equal(escapeControls('a\u{e0041}\u{e007f}\u061c'), 'a\\u{e0041}\\u{e007f}\\u061c');
  assert.equal(firstWords('  a \n\n b  ', 10), 'a b');
  assert.equal(wholeWords('see https://a.example/long and more', 10), 'see https://a.example/long…');
  assert.equal(wholeWords('see otherwise-long and more', 10), 'see other…');
  assert.equal(wholeWords('to https://a.example/long', 10), 'to https://a.example/long');
  assert.equal(firstWords('1234567890', 5), '1234…');
});

test('the summary counts, and says so when nothing was written', () => {
  const summary = new Summary();
  summary.add({ ...emptyResult(0), outputs: [output('new'), output('unchanged')], kept: 1000, removed: 411 });
  summary.add({
    ...emptyResult(1),
    outputs: [output('unchanged')],
    removed: 1,
    warnings: [{ code: 'x', message: '', line: null }],
  });
  summary.add({ ...emptyResult(2, failure), removed: 9 });
  summary.add({ ...emptyResult(3), outputs: [output('kept')] });
  assert.equal(
    summary.line(2.14, false),
    'converted 2, failed 2; removed 29.2% of the text, from 2 articles; 1 warning; 2.1 s',
  );
  assert.equal(
    summary.line(2.14, true),
    'converted 2, failed 2; removed 29.2% of the text, from 2 articles; 1 warning; 2.1 s; 1 of 3 outputs would be written',
  );
  const again = new Summary();
  again.add({ ...emptyResult(0), outputs: [output('unchanged')] });
  assert.match(again.line(0, false), /; nothing written: all outputs are unchanged$/);
  assert.match(again.hint(12, true) ?? '', /^--changed would have/);
  for (const [seconds, remembers] of [
    [9, true],
    [12, false],
  ] as const)
    assert.equal(again.hint(seconds, remembers), null);
  assert.equal(summary.hint(12, true), null);
  const early = { word: 'interrupted', total: 9, hint: 'go on' } as const;
  assert.equal(
    again.line(0, false, early),
    'interrupted after 1 of 9: converted 1, failed 0; no text removed; 0 warnings; 0.0 s; go on',
  );
  assert.match(new Summary().line(0, false), /^converted 0, failed 0; no text removed; 0 warnings; 0\.0 s$/);
});

const qr = {
  rule: 'qr',
  action: 'remove' as const,
  line: 3,
  column: 5,
  start: 0,
  end: 1,
  text: 'Scan\n me',
  characters: 6,
};

test('an explanation begins with what a reader loses and shows the heaviest of each rule', () => {
  const few = new Explanation(false, false);
  const pixel = { ...qr, rule: 'pixel', text: `<img> https://a.example/${'long/'.repeat(20)}b.gif`, characters: 0 };
  few.add('a.html', [pixel, pixel, { ...qr, rule: 'attribute', action: 'attributes', text: 'id="a"', characters: 0 }]);
  few.add('a.html', [{ ...qr, rule: 'indent', text: ' \u00ad', characters: 1 }]);
  for (let i = 0; i < 7; i++) few.add(`${i}.html`, [{ ...qr, characters: i === 6 ? 9 : 6 }]);
  assert.deepEqual(few.lines(), [
    'qr: 45 characters, 7 changes',
    ...[6, 0, 1, 2, 3].map((i) => `  ${i}.html:3:5: remove Scan me`),
    '  and 2 more (-v shows all)',
    'pixel: 2 changes',
    ...[1, 2].map(() => `  a.html:3:5: remove ${pixel.text}`),
    'attributes, tags and white space: 2 changes (-v shows them)',
  ]);
  const all = new Explanation(true, true);
  for (let i = 0; i < 7; i++) all.add('a.html', [qr]);
  assert.equal(all.lines().length, 8);
  assert.deepEqual(new Explanation(true, false).lines(), ['nothing was changed']);
});

test('a grouped explanation has one row for the same removal, and what stands alone after it', () => {
  const grouped = new Explanation(false, false, true);
  for (const day of [1, 2, 3]) {
    grouped.add(`${day}.html`, [{ ...qr, start: 990, end: 999, text: `Posted on March ${day}, 201${day}` }], 1000);
  }
  grouped.add('4.html', [{ ...qr, text: 'A line of its own' }], 1000);
  assert.deepEqual(grouped.lines(), [
    '4 removals in 2 groups',
    'qr: 18 characters, 3 times in 3 articles, at the end: Posted on March 1, 2011',
    '  1.html:3',
    '  2.html:3: Posted on March 2, 2012',
    '  3.html:3: Posted on March 3, 2013',
    'removed only once:',
    '  4.html:3: qr, 6 characters: A line of its own',
  ]);
});

test('a report line says what became of an article', () => {
  const shown = (path: string) => path.replace('/w/', '');
  const line = (result: Parameters<typeof reportLine>[1]) => JSON.parse(reportLine('a.html', result, shown));
  assert.deepEqual(line(emptyResult(0, failure)), {
    source: 'a.html',
    status: 'failed',
    outputs: [],
    encoding: null,
    title: null,
    length: 0,
    counts: { changes: 0, warnings: 0, kept: 0, removed: 0 },
    triage: [],
    changes: [],
    warnings: [],
    error: { code: 'binary', message: 'no text', hint: 'look', line: 3 },
  });
  assert.deepEqual(line({ ...emptyResult(0), outputs: [output('new')] }).outputs, [
    { format: 'markdown', path: 'out/a.md', state: 'new' },
  ]);
  const states = { new: 'converted', replaced: 'converted', unchanged: 'unchanged', kept: 'kept' } as const;
  for (const [state, status] of Object.entries(states)) {
    assert.equal(line({ ...emptyResult(0), outputs: [output(state as Output['state'])] }).status, status);
  }
});

test('progress shows at once where a run takes longer than a blink, ten times a second, with rate and time left, and makes room for messages', () => {
  let now = 0;
  const printed: string[] = [];
  const io = { now: () => now, print: (text: string) => void printed.push(text), cwd: '/w', paint: plain };
  const progress = new Progress(io, 1000, true);
  for (; now < 800; now += 10) progress.update(now / 10);
  assert.equal(printed.length, 5);
  assert.equal(printed[0], '\r30/1000 articles, 100/s, 10 s left\u001b[K');
  new Messages(io, DEFAULTS, progress).failure({ what: 'no' });
  assert.deepEqual(printed.slice(5), ['\r\u001b[K', 'article-clean: no\n']);
  const silent = new Progress(io, 10, false);
  now += 5000;
  silent.update(5);
  silent.clear();
  assert.equal(printed.length, 7);
  assert.equal(progressLine(2, 5000, 4), '2/5000 articles, 0.5/s, 3 h left');
  assert.equal(progressLine(0, 10, 2), '0/10 articles, 0.0/s');
  assert.equal(progressLine(3, 9, 1, 'comparisons'), '3/9 comparisons, 3.0/s, 2 s left');
  assert.equal(progressLine(50, 20_000, 1), '50/20000 articles, 50/s, 7 min left');
});

test('warnings of one kind are shown a few times and then counted', () => {
  const printed: string[] = [];
  const io = { now: () => 0, print: (text: string) => void printed.push(text), cwd: '/w', paint: plain };
  const progress = new Progress(io, 1, false);
  const say = (settings: Partial<typeof DEFAULTS>) => {
    printed.length = 0;
    const messages = new Messages(io, { ...DEFAULTS, ...settings }, progress);
    for (let i = 0; i < 8; i++) messages.warning('a.html', { code: 'odd', message: 'odd', line: i + 1 });
    messages.moreWarnings();
    return printed.length;
  };
  assert.equal(say({}), 6);
  assert.equal(printed[5], 'article-clean: 3 more warnings "odd"; -v shows all\n');
  assert.equal(printed[0], 'article-clean: a.html:1: warning: odd\n');
  assert.equal(say({ verbose: true }), 8);
  assert.equal(say({ quiet: true }), 0);
});

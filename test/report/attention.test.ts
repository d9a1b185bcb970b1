import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attention } from '../../src/report/attention.js';

const say = { explain: false, diff: false, page: null };

test('ordinary articles are no line', () => {
  const attention = new Attention();
  attention.add('a.html', { kept: 100, removed: 10, triage: [] });
  assert.equal(attention.line(say), null);
});

test('one article is named with its reasons and what shows more, unless that was asked for or nothing went', () => {
  const attention = new Attention();
  attention.add('-', { kept: 40, removed: 60, triage: ['removed-much', 'invalid-date'] });
  const words = '1 article is worth a look: stdin (60% of its text went, its date cannot be read)';
  assert.equal(attention.line(say), `${words}; --diff shows what went`);
  assert.equal(attention.line({ explain: true, diff: false, page: null }), words);
  const empty = new Attention();
  empty.add('a\u001b[2J.html', { kept: 0, removed: 0, triage: ['empty-body'] });
  assert.equal(empty.line(say), '1 article is worth a look: a\\x1b[2J.html (it has no text)');
});

test('the three that weigh most are named, the others counted', () => {
  const attention = new Attention();
  for (let i = 0; i < 1200; i++) attention.add(`${i}.md`, { kept: 9, removed: 0, triage: ['guessed-encoding'] });
  attention.add('half.md', { kept: 50, removed: 50, triage: ['removed-much'] });
  attention.add('most.md', { kept: 10, removed: 90, triage: ['removed-much'] });
  attention.add('all.md', { kept: 0, removed: 90, triage: ['removed-much', 'empty-body'] });
  assert.equal(
    attention.line(say),
    '1,203 articles are worth a look: all.md (no text is left), most.md (90% of its text went), ' +
      'half.md (50% of its text went) and 1,200 more; --page report.html shows them all',
  );
});

test('an article that came empty or as a mere picture stands behind what the tool did', () => {
  const attention = new Attention();
  for (let i = 0; i < 5; i++) attention.add(`empty${i}.md`, { kept: 0, removed: 0, triage: ['empty-body'] });
  attention.add('picture.md', { kept: 0, removed: 0, triage: ['only-images'] });
  attention.add('date.md', { kept: 9, removed: 0, triage: ['invalid-date'] });
  attention.add('much.md', { kept: 50, removed: 50, triage: ['removed-much'] });
  assert.match(attention.line(say) ?? '', /look: much\.md \(.*\), date\.md \(.*\), empty0\.md/);
});

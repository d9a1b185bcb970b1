/** Conditions on front matter: what passes, and where a mistake is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../src/errors.js';
import { passes } from '../../src/input/where/match.js';
import { parseWhere } from '../../src/input/where/parse.js';

const post = {
  title: 'Rain in the harbour',
  date: '2019-03-05 12:30:00',
  tags: ['Rain', '港口'],
  draft: false,
  weight: 10,
  author: { name: 'Ada' },
};

const cases: [condition: string, here: boolean, none: boolean][] = [
  ['draft != true', true, true],
  ['draft = true', false, false],
  ['draft', false, false],
  ['not draft', true, true],
  ['title', true, false],
  ['date >= 2019', true, false],
  ['date > 2019', false, false],
  ['date <= 2019', true, false],
  ['date = 2019-03', true, false],
  ['date < 2019-03-05', false, false],
  ['date >= 2019-03-06', false, false],
  ['tags has rain', true, false],
  ['tags has 港口', true, false],
  ['tags has rai', false, false],
  ['tags != ice', true, true],
  ['weight > 9', true, false],
  ['weight < 9.5', false, false],
  ['author.name = ada', true, false],
  ['author = null', false, true],
  ['title has "the harbour"', true, false],
  ["title = 'Rain in the harbour'", true, false],
  ['not (draft or date < 2019) and tags has rain', true, false],
  ['draft = true or date >= 2019 and tags has ice', false, false],
  ['draft=false', true, false],
  ['constructor', false, false],
];
for (const [condition, here, none] of cases) {
  test(`where ${condition}`, () => {
    assert.equal(passes(parseWhere(condition), post), here, 'the post');
    assert.equal(passes(parseWhere(condition), null), none, 'no front matter');
  });
}

const mistakes: [condition: string, column: number, what: RegExp][] = [
  ['draft =', 8, /a value is wanted behind =/],
  ['draft = and', 9, /a value is wanted/],
  ['= true', 1, /"=" stands where a name is wanted/],
  ['draft !', 7, /"!" is no operator/],
  ['draft = "x', 9, /quote is never closed/],
  ['(draft', 1, /\( is never closed/],
  ['draft)', 6, /\) closes nothing/],
  ['draft true', 7, /"true" stands behind a whole condition/],
  ['draft and', 10, /the condition ends where a name is wanted/],
  ['', 1, /the condition ends/],
  ['日期 =', 5, /a value is wanted/],
  [`${'('.repeat(99)}a`, 51, /nested too deep/],
];
for (const [condition, column, what] of mistakes) {
  test(`a mistake in ${condition.slice(0, 20)} is told with its column`, () => {
    assert.throws(
      () => parseWhere(condition),
      (error) =>
        error instanceof UsageError && error.message.includes(`, column ${column}: `) && what.test(error.message),
    );
  });
}

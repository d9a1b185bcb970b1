/** What lets a rule pass over an article (`needs`, `beside`, `cues`) never changes what it does to one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseBody } from '../../src/body/parse.js';
import type { Rule } from '../../src/clean/rule.js';
import { cleanBody } from '../../src/clean/stage.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import { rules } from '../../src/rule-set/list.js';
import { appCall, followCall, passOnCall, scanCall } from '../../src/rules/lib/calls-to-action/patterns.js';
import { some, tries } from '../counts.js';
import { archiveFiles, type CorpusFile, corpusFiles, skip, skipArchive } from '../write/corpus-bodies.js';
import { cleaned } from './cleaned.js';
import { generable } from './generable.js';

/** The same rules, which look at everything. */
const bare: readonly Rule[] = rules.map((rule) => {
  const { needs, beside, cues, ...match } = rule.match;
  return { ...rule, match };
});

const fixtures = join(import.meta.dirname, '../../fixtures/articles');

const fixtureFiles = (): CorpusFile[] =>
  readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/input\.\w+$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) }));

async function changesOf({ name, bytes }: CorpusFile, run: readonly Rule[]): Promise<unknown[]> {
  const decoded = await decode(bytes);
  const split = splitFrontMatter(decoded.text);
  const { edits } = cleanBody(await parseBody(split, { source: name }), decoded.text, split, run, {});
  return [
    edits.credits,
    ...edits.changes.map(({ rule, action, start, end, text }) => [rule, action, start, end, text]),
  ];
}

async function same(files: readonly CorpusFile[], least: number): Promise<void> {
  assert.ok(files.length >= least, `${files.length} files`);
  for (const file of files) assert.deepEqual(await changesOf(file, rules), await changesOf(file, bare), file.name);
}

function assertSame(html: string): void {
  const changes = (run: readonly Rule[]): unknown[] =>
    cleaned(html, run).changes.map(({ rule, action, text }) => [rule, action, text]);
  assert.deepEqual(changes(rules), changes(bare));
}

describe('rules do the same where they look at everything', () => {
  it('to the fixtures', () => same(fixtureFiles(), 100));
  it('to the corpora', { skip }, () => same(some(50, corpusFiles()), tries(50, 200)));
  it('to posts of the archive', { skip: skipArchive }, () => same(archiveFiles(), 50));

  it('to any mixture of their own examples, cut by marks', () => {
    const textsOf = (some: readonly Rule[]): string[] =>
      some.flatMap(({ examples, keeps }) => [
        ...examples.map(({ before }) => before),
        ...keeps.map(({ html }) => html),
      ]);
    const examples = textsOf(rules);
    // What a rule needs of the source stands there in one piece.
    const divisible = textsOf(rules.filter(({ match }) => !match.needs));
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...examples) },
      { weight: 1, arbitrary: fc.constantFrom('<p>', '</p>', '<b>', '</b>', '<br>', ' ', 'text', '<pre>', '</pre>') },
      // An example cut in two by a mark: its words stand in two texts.
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...divisible), fc.nat(1000))
          .map(([html, at]) => html.replace(/(?<=>)[^<>]{2,}(?=<)/g, (text) => cut(text, at % text.length))),
      },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (parts) => assertSame(parts.join(''))),
      { numRuns: tries(100, 3000), seed: 5 },
    );
  });

  for (const [name, call] of Object.entries({ appCall, followCall, passOnCall, scanCall })) {
    it(`to any text of ${name}`, () => {
      fc.assert(
        fc.property(fc.stringMatching(generable(call)), (text) => {
          const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
          assertSame(`<p>The article is here.</p><p>${escaped}</p>`);
        }),
        { numRuns: tries(60, 2000), seed: 11 },
      );
    });
  }
});

const cut = (text: string, at: number): string => `${text.slice(0, at)}<b>${text.slice(at)}</b>`;

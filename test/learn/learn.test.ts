/** `learn` on an archive with planted noise: what it proposes, what it leaves, and what its rules take. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { convert } from '../../src/convert.js';
import { observeArticle } from '../../src/learn/article.js';
import { learn } from '../../src/learn/index.js';
import type { Observation } from '../../src/learn/observation.js';
import { ruleOf, rulesFile } from '../../src/learn/write.js';
import type { RuleDefinition } from '../../src/types.js';
import { onlyInCheck } from '../counts.js';
import { generator, makeArchive, type Planted } from './archive.js';

const POSTS = 60;
/** A kind that stands in fewer articles is not asked for. */
const ENOUGH = 20;

async function observed(articles: ReadonlyMap<string, string>): Promise<Observation[]> {
  const list: Observation[] = [];
  for (const [path, text] of articles) list.push(await observeArticle(Buffer.from(text), { source: path }, path));
  return list;
}

const proposalsOf = (list: readonly Observation[]) =>
  learn(async function* () {
    yield* list;
  }, list.length);

async function convertAll(
  articles: ReadonlyMap<string, string>,
  rules: RuleDefinition[],
): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  for (const [path, text] of articles) {
    const conversion = await convert(text, { source: path, rules });
    outputs.set(path, (conversion.outputs.markdown ?? '').replace(/\s+/g, ' '));
  }
  return outputs;
}

suite('planted noise', async () => {
  const archive = makeArchive(7, POSTS);
  const list = await observed(archive.articles);
  const proposals = await proposalsOf(list);
  const rules = proposals
    .filter(({ grade }) => grade !== 'look')
    .map((proposal) => ({ ...ruleOf(proposal), enabled: true }));
  const before = await convertAll(archive.articles, []);
  const after = await convertAll(archive.articles, rules);

  /** Where the built-in rules left it, and how many of these places the learned rules cleaned. */
  const takenOf = ({ places }: Planted) => {
    const left = places.filter(({ path, mark }) => before.get(path)?.includes(mark));
    return { left: left.length, gone: left.filter(({ path, mark }) => !after.get(path)?.includes(mark)).length };
  };

  test('95 % of the kinds are proposed as sure or likely, and go', () => {
    const counts = archive.noise
      .map((kind) => ({ id: kind.id, ...takenOf(kind) }))
      .filter(({ left }) => left >= ENOUGH);
    assert.ok(counts.length >= 15, `${counts.length} kinds`);
    const missed = counts.filter(({ left, gone }) => gone < left * 0.95);
    assert.ok(missed.length <= counts.length * 0.05, JSON.stringify(missed));
  });

  test('repeats that belong to articles stay', () => {
    const hurt = archive.legitimate.map((kind) => ({ id: kind.id, ...takenOf(kind) })).filter(({ gone }) => gone > 0);
    assert.deepEqual(hurt, []);
  });

  test('nothing else goes: the articles are as they were without the noise', { skip: onlyInCheck }, async () => {
    const quiet = await convertAll(archive.quiet, []);
    const isClean = (path: string) =>
      archive.noise.every(({ places }) =>
        places.every((one) => one.path !== path || !after.get(path)?.includes(one.mark)),
      );
    const clean = [...quiet].filter(([path]) => isClean(path));
    assert.ok(clean.length > quiet.size * 0.9, `${clean.length} of ${quiet.size}`);
    const others = clean.filter(([path, text]) => after.get(path) !== text);
    // A built-in rule looks at the tail before the learned ones have cleared it.
    assert.ok(others.length <= 2, JSON.stringify(others.map(([path]) => path)));
  });

  test('the same file for any order', { skip: onlyInCheck }, async () => {
    const random = generator(1);
    const shuffled = list.map((value) => ({ value, order: random() })).sort((a, b) => a.order - b.order);
    const again = await proposalsOf(shuffled.map(({ value }) => value));
    assert.equal(rulesFile(again, list.length), rulesFile(proposals, list.length));
  });

  test('a rule runs in the folder in which it was seen, and in no other', async () => {
    const rule = rules.find(({ in: folders, line }) => folders === 'source-0' && line !== undefined) as RuleDefinition;
    const [sample] = (rule.learned as unknown as { samples: { path: string }[] }).samples;
    const here = sample?.path as string;
    const text = archive.articles.get(here) as string;
    const outputOf = (source: string, own: RuleDefinition[]) =>
      convert(text, { source, rules: own }).then(({ outputs }) => outputs.markdown);
    const there = here.replace('source-0', 'source-1');
    assert.notEqual(await outputOf(here, [rule]), await outputOf(here, []));
    assert.equal(await outputOf(there, [rule]), await outputOf(there, []));
  });

  test('after its rules ran, none of them is proposed again', { skip: onlyInCheck }, async () => {
    const rest: Observation[] = [];
    for (const [path, text] of archive.articles) {
      rest.push(await observeArticle(Buffer.from(text), { source: path, rules }, path));
    }
    const names = new Set(rules.map(({ name }) => name));
    const again = (await proposalsOf(rest)).filter(({ candidate }) => names.has(candidate.name));
    assert.deepEqual(
      again.map(({ candidate }) => candidate.shape),
      [],
    );
  });
});

test('a source that is no folder, or one of many, names none in its rule', async () => {
  const write = (host: number, number: number) =>
    `---\ntitle: N${number}\nurl: https://h${host}.example/${number}\n---\n<p>${'own words '.repeat(number + 2)}</p><p>Glued on by the printers of Oak Street, ${number}.</p>`;
  for (const [folders, expected] of [
    [0, undefined],
    [2, ['blog0', 'blog1']],
    [6, undefined],
  ] as const) {
    const articles = new Map<string, string>();
    for (let number = 0; number < 48; number++)
      articles.set(`${folders ? `blog${number % folders}/` : ''}${number}.html`, write(number % 2, number));
    const proposals = await proposalsOf(await observed(articles));
    const found = proposals.map(ruleOf).find(({ line }) => line?.includes('Glued on'));
    assert.ok(found, `${folders}`);
    assert.deepEqual(found.in, expected);
  }
});

/** Each option of the article reaches the stage that it is for, from the command line and from a config file. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ARTICLE_OPTIONS, type ArticleSettings } from '../../src/options/article.js';
import { DEFAULTS, type Settings } from '../../src/options/table.js';
import { convertOptions } from '../../src/run/job.js';
import { some } from '../counts.js';
import { emptyFolder, runProgram } from './program.js';

interface Case {
  input: string | Uint8Array;
  /** As typed behind the option's name; absent for a switch. */
  value?: string;
  /** What the output shows with the option, and without it. */
  shows: RegExp;
  instead: RegExp;
}

const page =
  '<html><body><nav><a href="/a">Menu</a></nav><main><p>The rain of May fell on the roof.</p></main></body></html>';

const cases: Record<Exclude<keyof ArticleSettings, 'verify'>, Case> = {
  encoding: {
    input: Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9, 0x74, 0xe9),
    value: 'windows-1251',
    shows: /йtй/,
    instead: /été/,
  },
  body: { input: '# Rain\n\nIt *fell*.\n', value: 'html', shows: /\\\*fell\\\*/, instead: /^# Rain\n\nIt \*fell\*/ },
  baseUrl: {
    input: '<p><a href="b.html">b</a></p>',
    value: 'https://a.example/x/',
    shows: /a\.example\/x\/b/,
    instead: /\(b\.html\)/,
  },
  frontMatter: {
    input: '---\ntitle: Rain\n---\n<p>A.</p>',
    value: 'none',
    shows: /^A\.\n$/,
    instead: /^---\ntitle: Rain/,
  },
  target: {
    input: '<p>Say <code>{{ x }}</code> here.</p>',
    value: 'jekyll',
    shows: /raw/,
    instead: /^Say `\{\{ x \}\}`/,
  },
  only: { input: '<p>A.</p><!-- x --><script>y()</script>', value: 'comment', shows: /A\./, instead: /A\./ },
  skip: { input: '<p hidden>Unseen.</p><p>A.</p>', value: 'hidden', shows: /Unseen/, instead: /^A\.\n$/ },
  keep: { input: '<p class="mine" hidden>Unseen.</p><p>A.</p>', value: '.mine', shows: /Unseen/, instead: /^A\.\n$/ },
  drop: { input: '<p class="mine">Seen.</p><p>A.</p>', value: '.mine', shows: /^A\.\n$/, instead: /Seen/ },
  images: { input: '<p>A <img src="r.png" alt="roof"> b.</p>', value: 'alt', shows: /A roof b/, instead: /!\[roof\]/ },
  links: { input: '<p>A <a href="https://a.example/">b</a>.</p>', value: 'text', shows: /^A b\./, instead: /\[b\]\(/ },
  whole: { input: page, shows: /Menu/, instead: /^The rain/ },
  article: { input: page, value: 'nav', shows: /^\[Menu\]/, instead: /^The rain/ },
  comments: {
    input: `${page.slice(0, -'</body></html>'.length)}<div class="comments"><p>So it did.</p></div><p>${'It rained. '.repeat(50)}</p></body></html>`,
    value: 'keep',
    shows: /So it did/,
    instead: /^The rain(?![\s\S]*So it did)/,
  },
};

function convert(input: string | Uint8Array, options: readonly string[], config: string | null): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'a.html'), input);
  if (config !== null) writeFileSync(join(folder, 'article-clean.config.yaml'), config);
  const { status, stderr } = runProgram(['a.html', '-o', 'out/', ...options], folder);
  assert.equal(status, 0, stderr);
  return readFileSync(join(folder, 'out', 'a.md'), 'utf8');
}

for (const [key, { input, value, shows, instead }] of some(7, Object.entries(cases))) {
  const { name } = ARTICLE_OPTIONS[key as keyof typeof cases];
  test(`--${name}`, () => {
    assert.match(convert(input, [], null), instead);
    assert.match(convert(input, value === undefined ? [`--${name}`] : [`--${name}`, value], null), shows);
    assert.match(convert(input, [], `${name}: ${value === undefined ? 'true' : JSON.stringify(value)}\n`), shows);
  });
}

test('--only leaves all other rules out', () => {
  const { stderr } = ((): { stderr: string } => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.html'), cases.only.input);
    return runProgram(['a.html', '-o', 'out/', '--only', 'comment', '--explain'], folder);
  })();
  assert.match(stderr, /comment/);
  assert.doesNotMatch(stderr, /script/);
});

test('every option of the article is handed on to convert', () => {
  for (const key of Object.keys(ARTICLE_OPTIONS) as (keyof ArticleSettings)[]) {
    const value = Symbol(key);
    const settings = { ...DEFAULTS, [key]: value } as unknown as Settings;
    assert.equal(convertOptions(settings, ['markdown'])[key], value);
  }
});

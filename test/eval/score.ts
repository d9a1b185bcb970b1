/**
 * Scores one converted article against its hand-made label. How to compare stands in the README beside the labels:
 * snippets without white space, code with the blanks at the line start, links and images as targets.
 */
import MarkdownIt from 'markdown-it';

/** What a person wrote down for one file. */
export interface Label {
  kind: 'post' | 'page';
  frontMatter: 'yaml' | 'toml' | 'json' | 'none';
  title: string | null;
  date: string | null;
  must: string[];
  mustNot: string[];
  code?: string[];
  links?: string[];
  images?: string[];
}

/** What a converter gave for it: bodies without front matter, and metadata. */
export interface Output {
  markdown: string;
  text: string;
  title: string | null;
  date: string | null;
}

export const measures = ['must', 'mustNot', 'code', 'links', 'images', 'title', 'date'] as const;
export type Measure = (typeof measures)[number];

export interface Score {
  right: Record<Measure, number>;
  all: Record<Measure, number>;
  misses: { measure: Measure; wanted: string; got: string }[];
}

const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '');

/** Link and image targets, and the content of code, as an independent reader sees them in Markdown. */
function readMarkdown(markdown: string): { targets: string; code: string[] } {
  const reader = new MarkdownIt({ html: true });
  const targets: string[] = [];
  const html = reader.render(markdown);
  for (const [, address = ''] of html.matchAll(/\s(?:href|src|data|cite)="([^"]*)"/g)) {
    const plain = address.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    targets.push(plain, decoded(plain));
  }
  const code: string[] = [];
  for (const token of reader.parse(markdown, {})) {
    if (token.type === 'fence' || token.type === 'code_block') code.push(...token.content.split('\n'));
  }
  code.push(...markdown.split('\n'));
  return { targets: targets.join('\n'), code };
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const sameTitle = (a: string | null, b: string): boolean => a !== null && squeeze(a) === squeeze(b);
const sameDate = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a.replace(/\+00:00$/, 'Z') === b.replace(/\+00:00$/, 'Z'));

/** Compares one output with its label. */
export function score(label: Label, output: Output): Score {
  const zero = (): Record<Measure, number> => ({
    must: 0,
    mustNot: 0,
    code: 0,
    links: 0,
    images: 0,
    title: 0,
    date: 0,
  });
  const result: Score = { right: zero(), all: zero(), misses: [] };
  const note = (measure: Measure, wanted: string, isRight: boolean, got = ''): void => {
    result.all[measure]++;
    if (isRight) result.right[measure]++;
    else result.misses.push({ measure, wanted, got });
  };
  const text = squeeze(output.text);
  const both = `${text}\n${squeeze(output.markdown)}`;
  for (const snippet of label.must) note('must', snippet, text.includes(squeeze(snippet)));
  for (const snippet of label.mustNot) note('mustNot', snippet, !both.includes(squeeze(snippet)));
  const { targets, code } = readMarkdown(output.markdown);
  for (const line of label.code ?? [])
    note(
      'code',
      line,
      code.some((other) => other.startsWith(line.trimEnd())),
    );
  for (const link of label.links ?? []) note('links', link, targets.includes(link) || targets.includes(decoded(link)));
  for (const image of label.images ?? []) {
    note('images', image, targets.includes(image) || targets.includes(decoded(image)));
  }
  if (label.title !== null) note('title', label.title, sameTitle(output.title, label.title), String(output.title));
  if (label.kind === 'post' && label.frontMatter !== 'none') {
    note('date', String(label.date), sameDate(output.date, label.date), String(output.date));
  }
  return result;
}

/** Adds the second score to the first. */
export function addScore(sum: Score, one: Score): void {
  for (const measure of measures) {
    sum.right[measure] += one.right[measure];
    sum.all[measure] += one.all[measure];
  }
  sum.misses.push(...one.misses);
}

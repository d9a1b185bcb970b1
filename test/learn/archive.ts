/**
 * An archive with noise of known kinds put in, and with repeats that belong there: by it `learn` is measured. The same
 * for the same seed. Real posts where they are at hand, written ones elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onlyInCheck } from '../counts.js';
import { type Insert, LEGITIMATE, NOISE, type Repeat } from './repeats.js';

export interface Planted extends Pick<Repeat, 'id'> {
  /** Articles that it was put into, with what must go from them, or stay. */
  places: { path: string; mark: string }[];
}

export interface TestArchive {
  articles: Map<string, string>;
  /** The same articles without the noise. */
  quiet: Map<string, string>;
  noise: Planted[];
  legitimate: Planted[];
}

/** A small generator with a seed (mulberry32, in the public domain). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const SHARES = [0.2, 0.4, 0.7, 1, 0.25, 0.1];
const BLOCKS = 5;

/**
 * Makes the archive.
 * @param posts articles of each source
 */
export function makeArchive(seed: number, posts: number): TestArchive {
  const random = generator(seed);
  const articles = new Map<string, string>();
  const quiet = new Map<string, string>();
  const noise: Planted[] = NOISE.map(({ id }) => ({ id, places: [] }));
  const legitimate: Planted[] = LEGITIMATE.map(({ id }) => ({ id, places: [] }));
  const bodies = realBodies(random) ?? null;
  const isIn = (share: number) => random() < share;
  for (let source = 0; source < SOURCES; source++) {
    const mine = (list: readonly Repeat[]) =>
      list.map((repeat, index) => ({ repeat, index })).filter(({ index }) => index % SOURCES === source);
    const shareOf = new Map(
      [...NOISE, ...LEGITIMATE].map((repeat, index) => [repeat, SHARES[(index + seed) % SHARES.length] as number]),
    );
    for (let number = 0; number < posts; number++) {
      const markdown = source === 2;
      const date = new Date(Date.UTC(2009 + (number % 9), number % 12, 1 + (number % 27)));
      const path = `source-${source}/_posts/post-${number}.${markdown ? 'md' : 'html'}`;
      const blocks =
        (!markdown && bodies?.[(source * posts + number) % bodies.length]) || writtenBlocks(random, markdown);
      const own: Block[] = blocks.map((text) => ({ text, isNoise: false }));
      const put = (list: readonly Repeat[], planted: Planted[]) => {
        for (const { repeat, index } of mine(list)) {
          if (!isIn(Math.max(shareOf.get(repeat) as number, 24 / posts))) continue;
          const insert = repeat.make({ random, date, seed, number });
          place(own, insert, repeat, markdown, random, planted === noise);
          for (const mark of [insert.mark].flat()) planted[index]?.places.push({ path, mark });
        }
      };
      put(LEGITIMATE, legitimate);
      put(NOISE, noise);
      const head = `---\ntitle: Post ${number} of ${source}\ndate: ${date.toISOString().slice(0, 10)}\n---\n`;
      const write = (list: readonly Block[]) => `${head}${list.map(({ text }) => text).join('\n\n')}\n`;
      articles.set(path, write(own));
      quiet.set(path, write(own.filter(({ isNoise }) => !isNoise)));
    }
  }
  return { articles, quiet, noise, legitimate };
}

const SOURCES = 3;

interface Block {
  text: string;
  isNoise: boolean;
}

function place(
  blocks: Block[],
  { html, markdown: md, mark }: Insert,
  { where }: Repeat,
  markdown: boolean,
  random: () => number,
  isNoise: boolean,
): void {
  const block = { text: markdown ? (md ?? html) : html, isNoise };
  if (mark === '') throw new Error('a repeat needs a mark');
  if (where === 'head') blocks.unshift(block);
  else if (where === 'tail') blocks.push(block);
  else blocks.splice(1 + Math.floor(random() * (blocks.length - 1)), 0, block);
}

const WORDS =
  'harbour ferry winter rope anchor lantern morning captain letter bridge orchard kettle gull market tide stone window garden boat street river bell coat shore ladder bread cloud barrel field music'.split(
    ' ',
  );
const VERBS = 'saw carried lost kept mended counted painted followed sold remembered'.split(' ');
const HAN = '山水风雨城市河流早晨夜晚朋友书信桥梁花园船只海岸石头窗户音乐面包云朵田野故事时间道路灯火声音';

function writtenBlocks(random: () => number, markdown: boolean): string[] {
  const pick = <T>(list: ArrayLike<T>) => list[Math.floor(random() * list.length)] as T;
  const sentence = () =>
    `The ${pick(WORDS)} ${pick(VERBS)} a ${pick(WORDS)} near the ${pick(WORDS)} and ${pick(VERBS)} ${1 + Math.floor(random() * 90)} ${pick(WORDS)}s.`;
  const han = () => `${Array.from({ length: 12 + Math.floor(random() * 14) }, () => pick(HAN)).join('')}。`;
  const isHan = random() < 0.3;
  return Array.from({ length: BLOCKS + Math.floor(random() * 6) }, () => {
    const text = Array.from({ length: 2 + Math.floor(random() * 4) }, isHan ? han : sentence).join(isHan ? '' : ' ');
    return markdown ? text : `<p>${text}</p>`;
  });
}

const REAL = join(import.meta.dirname, '../../../shared/archive/posts.tar.xz');

/** Bodies of real posts, cut into blocks; null where there are none. */
function realBodies(random: () => number): string[][] | null {
  // To unpack them takes longer than to write some.
  if (onlyInCheck || !existsSync(REAL)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-posts-'));
  try {
    if (spawnSync('tar', ['xJf', REAL, '-C', folder]).status !== 0) return null;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .sort();
    const step = Math.max(1, Math.floor(files.length / 600));
    const start = Math.floor(random() * step);
    const bodies: string[][] = [];
    for (let index = start; index < files.length; index += step) {
      const text = readFileSync(join(folder, files[index] as string), 'utf8');
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      const blocks = body
        .split(/\n{1,}(?=<p>)/)
        .map((block) => block.trim())
        .filter(Boolean);
      if (blocks.length >= 3 && !body.includes('<pre')) bodies.push(blocks);
    }
    return bodies;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Front matter read and split, against gray-matter with the js-yaml 3 that it brings: the ratio of their times over
 * the same posts. `node --import=tsx bench/front-matter.ts [FOLDER]`; without a folder, a made archive.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { frontMatterMetadata } from '../src/front-matter/metadata.js';
import { splitFrontMatter } from '../src/front-matter/split.js';
import { decode } from '../src/input/decode.js';

const rounds = 41;
const warmUp = 10;

async function postsOf(folder: string): Promise<string[]> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|html|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(names.map(async (name) => (await decode(readFileSync(name))).text));
  return texts.filter((text) => text.startsWith('---\n') && isReadByBoth(text));
}

/** gray-matter throws on what is repaired here; a fair race has only posts that both read. */
function isReadByBoth(text: string): boolean {
  try {
    matter(text, {});
    return splitFrontMatter(text).frontMatter !== null;
  } catch {
    return false;
  }
}

function madePosts(): string[] {
  const body = '<p>A paragraph of an article, as long as they are, with a <a href="/a">link</a>.</p>\n'.repeat(100);
  return Array.from({ length: 200 }, (_, index) => {
    const head = `title: "Post number ${index}"\ndate: 2013-04-${String((index % 28) + 1).padStart(2, '0')} 10:20:30\n`;
    return `---\nlayout: post\n${head}author: Ann B.\ncategories:\n  - News\ntags: [one, two, "three: four"]\nmeta:\n  views: '1'\n---\n${body}`;
  });
}

type Reader = (text: string) => unknown;

/** Milliseconds for all posts: medians of rounds that take turns, so that a busy machine slows all readers alike. */
function race(posts: readonly string[], readers: readonly Reader[]): number[] {
  const times = readers.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, read] of readers.entries()) {
      const started = performance.now();
      for (const post of posts) read(post);
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[rounds >> 1] ?? 0);
}

const folder = process.argv[2];
const posts = folder ? await postsOf(folder) : madePosts();
const [theirs = 0, ours = 0, withMetadata = 0] = race(posts, [
  (text) => matter(text, {}),
  splitFrontMatter,
  (text) => frontMatterMetadata(splitFrontMatter(text).frontMatter?.data ?? null),
]);
const micro = (milliseconds: number) => `${((milliseconds / posts.length) * 1000).toFixed(1)} us a post`;
console.log(`${posts.length} posts`);
console.log(`gray-matter, js-yaml 3   ${micro(theirs)}   1.00`);
console.log(`split                    ${micro(ours)}   ${(ours / theirs).toFixed(2)}`);
console.log(`split and metadata       ${micro(withMetadata)}   ${(withMetadata / theirs).toFixed(2)}`);

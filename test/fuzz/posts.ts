/**
 * Real posts with the accidents of archives: blocks cut, doubled, swapped, taken from another post or put into quotes,
 * lists and boxes; end tags that went, tags that came. Every piece is somebody's own, only its place is not.
 */
import { random } from '../../bench/archive.js';
import { archiveFiles } from '../write/corpus-bodies.js';
import { readSources, type Source } from './cases.js';

/** Longer posts are cut to some of their blocks: what breaks a parser is short. UTF-16 units. */
const LONGEST = 5_000;

const TAG = /<\/?[a-zA-Z][^<>]{0,200}>/g;
const END_TAG = /<\/[a-zA-Z][^<>]{0,20}>/g;
/** The front matter's fences would make a list of them. */
const FRONT_MATTER = /^(---|\+\+\+)\n[\s\S]*?\n\1\n/;

/** What is put around a block. */
const boxes: readonly ((block: string) => string)[] = [
  (block) => block.replace(/^/gm, '> '),
  (block) => block.replace(/^/gm, '    '),
  (block) => `- ${block.replace(/\n/g, '\n  ')}`,
  (block) => `1. ${block.replace(/\n/g, '\n   ')}`,
  (block) => `<blockquote>${block}</blockquote>`,
  (block) => `<ul><li>${block}</li></ul>`,
  (block) => `<div>\n\n${block}\n\n</div>`,
  (block) => `<div>${block}`,
  (block) => `<table><tr><td>${block}</td><td>x</td></tr></table>`,
  (block) => `<a href="/around">${block}</a>`,
  (block) => `<b>${block}</b>`,
  (block) => `<p>${block}</p>`,
  (block) => `<center>\n${block}\n</center>`,
  (block) => `\`\`\`\n${block}\n\`\`\``,
  (block) => `<details><summary>${block}</summary></details>`,
];

/** The posts that are mutated, in a stable order: the archive's, or the sample's where it is not at hand. */
export function readPosts(): Source[] {
  const posts = archiveFiles(Number.POSITIVE_INFINITY);
  return posts.length > 0 ? posts : readSources();
}

/** The post with this number; the same number gives the same text. */
export function makePost(posts: readonly Source[], seed: number): Source {
  const next = random(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const blocksOf = ({ bytes }: Source): string[] => {
    const text = bytes.toString().replaceAll('\r\n', '\n').replace(FRONT_MATTER, '');
    // Some bodies have no blank line: their lines are blocks.
    const parts = text.split(/\n\n+/);
    return parts.length > 3 ? parts : text.split('\n');
  };
  const tagIn = (text: string): string => pick(text.match(TAG) ?? ['<div>']);
  const post = pick(posts);
  const whole = blocksOf(post);
  const first = below(whole.length);
  const blocks: string[] = [];
  for (let at = first, left = LONGEST; at < whole.length && left > 0; at++) {
    const block = (whole[at] as string).slice(0, left);
    blocks.push(block);
    left -= block.length;
  }
  for (let times = 1 + below(5); times > 0; times--) {
    const at = below(blocks.length);
    const block = blocks[at] ?? '';
    const place = below(block.length);
    const roll = next();
    if (roll < 0.1) blocks.splice(at, 1);
    else if (roll < 0.2) blocks.splice(below(blocks.length), 0, block);
    else if (roll < 0.3) {
      const other = below(blocks.length);
      blocks[at] = blocks[other] ?? '';
      blocks[other] = block;
    } else if (roll < 0.4) blocks.splice(at, 0, pick(blocksOf(pick(posts))).slice(0, LONGEST));
    else if (roll < 0.55) blocks[at] = pick(boxes)(block);
    else if (roll < 0.65) blocks.splice(at, 2, `${block}\n${blocks[at + 1] ?? ''}`);
    else if (roll < 0.7) blocks[at] = block.slice(0, place);
    else if (roll < 0.85) {
      const ends = [...block.matchAll(END_TAG)];
      const end = ends[below(ends.length)];
      if (end) blocks[at] = block.slice(0, end.index) + block.slice(end.index + end[0].length);
    } else blocks[at] = block.slice(0, place) + tagIn(pick(blocks) ?? '') + block.slice(place);
  }
  return { name: post.name, bytes: Buffer.from(blocks.join('\n\n')) };
}

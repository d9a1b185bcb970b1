/** The kinds of cases that go through the whole pipeline: a seed is one article of each. */
import { makeCase, readSources, type Source } from './cases.js';
import { makePost, readPosts } from './posts.js';
import { makeSoup } from './soup.js';
import { makeWords } from './words.js';

/** Makers of articles by the name of their kind; what they mutate is read once, here. */
export function readKinds(): ReadonlyMap<string, (seed: number) => Source> {
  const sources = readSources();
  const posts = readPosts();
  return new Map([
    ['article', (seed) => makeCase(sources, seed)],
    ['post', (seed) => makePost(posts, seed)],
    ['soup', makeSoup],
    ['words', makeWords],
  ]);
}

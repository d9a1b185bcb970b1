/** Real articles, where they are: the corpora and the archive beside the repository, and the trees that the writer gets. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseBody } from '../../src/body/parse.js';
import type { Node } from '../../src/body/tree.js';
import { cleanBody } from '../../src/clean/stage.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import { selectRules } from '../../src/rule-set/select.js';
import { applyForms } from '../../src/write/forms/index.js';
import { onlyInCheck, tries } from '../counts.js';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
const archive = join(shared, 'archive', 'posts.tar.xz');
/** The first is the one that most names in the exceptions are below. */
const corpora = ['corpus', 'corpus-2'];

/** Why tests over the corpora do not run, or false. */
export const skip = corpora.some((corpus) => existsSync(join(shared, corpus)))
  ? false
  : 'no corpus beside the repository';
/** The same for the archive. */
export const skipArchive = existsSync(archive) ? onlyInCheck : 'no archive beside the repository';

/** How many posts of the archive are read. */
const POSTS = tries(60, 500);

export interface CorpusFile {
  /** Path below the corpus; below a second corpus, or in the archive, with its name in front. */
  name: string;
  bytes: Buffer;
}

const ARTICLE = /\.(?:md|markdown|x?html?|txt)$/;

/** Every article of the corpora, or of those named; feeds are none. */
export function corpusFiles(...names: string[]): CorpusFile[] {
  return (names.length > 0 ? names : corpora).flatMap((corpus) =>
    readFiles(join(shared, corpus), corpus === corpora[0] ? '' : `${corpus}/`),
  );
}

function readFiles(folder: string, prefix: string, count = Number.POSITIVE_INFINITY): CorpusFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ARTICLE.test(name));
  const step = Math.max(1, names.length / count);
  return names
    .sort()
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    .map((name) => ({ name: prefix + name, bytes: readFileSync(join(folder, name)) }));
}

/** Posts of the archive, spread evenly over it. */
export function archiveFiles(count = POSTS): CorpusFile[] {
  if (skipArchive) return [];
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-archive-'));
  try {
    execFileSync('tar', ['xf', archive, '-C', folder]);
    return readFiles(folder, 'archive/', count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface HtmlBody {
  name: string;
  /** After cleaning and written forms: what the writer gets. */
  root: Node;
}

/** Those of the files whose bodies are HTML. */
export async function htmlBodies(files: CorpusFile[]): Promise<HtmlBody[]> {
  const bodies: HtmlBody[] = [];
  for (const { name, bytes } of files) {
    const decoded = await decode(bytes);
    const split = splitFrontMatter(decoded.text);
    const body = await parseBody(split, { source: name });
    if (body.markdown) continue;
    const { root, edits } = cleanBody(body, decoded.text, split, selectRules({}), {});
    applyForms(root, edits, {});
    bodies.push({ name, root });
  }
  return bodies;
}

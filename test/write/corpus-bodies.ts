/** The corpus, where it is: every article as the pipeline sees it, and the tree that the writer gets. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBody } from '../../src/body/parse.js';
import type { Node } from '../../src/body/tree.js';
import { cleanBody } from '../../src/clean/stage.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decode } from '../../src/input/decode.js';
import { selectRules } from '../../src/rule-set/select.js';
import { applyForms } from '../../src/write/forms/index.js';

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');

/** Why tests over the corpus do not run, or false. */
export const skip = existsSync(corpus) ? false : 'no corpus beside the repository';

export interface CorpusFile {
  /** Path below the corpus. */
  name: string;
  bytes: Buffer;
}

/** Every article of the corpus; feeds are none. */
export function corpusFiles(): CorpusFile[] {
  if (skip) return [];
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown|x?html?|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(corpus, name)) }));
}

export interface HtmlBody {
  name: string;
  /** After cleaning and written forms: what the writer gets. */
  root: Node;
}

/** The HTML bodies of the corpus. */
export async function htmlBodies(): Promise<HtmlBody[]> {
  const bodies: HtmlBody[] = [];
  for (const { name, bytes } of corpusFiles()) {
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

/** One article for `learn`: the stages up to the cleaned tree, and what is seen there. */
import type { ConvertOptions } from '../api.js';
import { parseBody } from '../body/parse.js';
import { cleanBody } from '../clean/stage.js';
import { findInBody } from '../find/stage.js';
import { splitFrontMatter } from '../front-matter/split.js';
import { decode } from '../input/decode.js';
import { refuseContainer } from '../input/open/known.js';
import { selectRules } from '../rule-set/select.js';
import type { Observation } from './observation.js';
import { observeTree } from './observe.js';
import { sourceOf } from './source.js';

/**
 * Looks at one article as the rules leave it.
 * @param path below the base
 * @throws {ArticleError} where the article cannot be read
 */
export async function observeArticle(bytes: Uint8Array, options: ConvertOptions, path: string): Promise<Observation> {
  const decoded = await decode(bytes, options.encoding);
  refuseContainer(decoded.text);
  const split = splitFrontMatter(decoded.text);
  const body = await parseBody(split, options);
  // Names of classes are what boxes are known by: that they go is the last thing that happens to an article.
  const rules = selectRules(options).filter(({ name }) => name !== 'presentation-attribute');
  const cleaned = cleanBody(body, decoded.text, split, rules, options, findInBody(body, options, false));
  const { lines, boxes } = observeTree(cleaned.root);
  const { date, url } = cleaned.metadata;
  return { path, source: sourceOf(path, url), date: date?.slice(0, 10) ?? null, lines, boxes };
}

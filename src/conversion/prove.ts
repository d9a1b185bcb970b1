/** `--verify`: the one door to `verify/`, for the body and for each file that is made of it. */
import { FORMATS, type Format } from '../formats/list.js';
import type { ArticleOptions } from '../types.js';
import type { Adapted } from '../write/adapt.js';
import type { SourceProof } from '../write/source/moves.js';
import type { Article } from './article.js';

/** The proof of one article. */
export type Proof = (article: Article) => Promise<void>;

/**
 * Takes down what the outputs must show, before a writer touches the tree.
 * @returns the proof; it throws an `ArticleError` `verify-failed`
 */
export async function openProof({ root }: Adapted, options: ArticleOptions): Promise<Proof> {
  const { expectedOf, verifyBody } = await import('../verify/index.js');
  const expected = expectedOf(root, options);
  return async (article) => {
    verifyBody(expected, article);
    for (const [format, file] of Object.entries(article.outputs)) {
      const { prove } = await FORMATS[format as Format].load();
      await prove(file, article);
    }
  };
}

/** The proof that a Markdown body's writer asks for by itself. */
export const proveSource: SourceProof = async (input, output, changes, wanted) =>
  (await import('../verify/post.js')).postProblem(input, output, changes, wanted);

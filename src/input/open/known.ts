/** What kind of container a text is, if it is one: told by how it begins. */
import { ArticleError } from '../../errors.js';
import type { InputKind } from './kind.js';
import { KINDS } from './list.js';

/** Characters by which a kind is known. */
const HEAD = 4096;

/** What such a text is, in words, and its kind; null for an article. */
export function containerOf(text: string, kinds = KINDS): { kind: InputKind; what: string } | null {
  const head = text.slice(0, HEAD).trimStart();
  for (const kind of kinds) {
    const what = kind.knows(head);
    if (what !== null) return { kind, what };
  }
  return null;
}

/**
 * Lets articles pass.
 * @param text decoded
 * @throws {ArticleError} where it is a container
 */
export function refuseContainer(text: string): void {
  const found = containerOf(text);
  if (found) throw new ArticleError(found.kind.name, `this is ${found.what}, not an article`, found.kind.hint, 1);
}

/** What a caller may ask of the writers. */
import type { Node } from '../body/tree.js';
import type { ArticleOptions, Target } from '../types.js';

/** Options that a conversion rule is called with: turndown's own names. */
export type RuleOptions = Record<string, unknown>;

/** A conversion rule in turndown's form. The node has the part of the DOM's surface that `body/tree.ts` lists. */
export interface ConversionRule {
  /** A tag name, several, or a test of the node. */
  filter: string | readonly string[] | ((node: Node, options: RuleOptions) => boolean);
  /** Markdown for the node; a result that begins with a line end is a block. */
  replacement: (content: string, node: Node, options: RuleOptions) => string;
}

export interface WriteOptions {
  /** Site generator whose template tags must stay dead where they are only text. */
  target?: Target;
  /** More conversion rules; the last one wins, and all win over the built-in ones. */
  rules?: readonly ConversionRule[] | Readonly<Record<string, ConversionRule>>;
  /** @default 'keep' */
  images?: 'keep' | 'alt' | 'none';
  /** @default 'keep' */
  links?: 'keep' | 'text';
}

/** What the writers use of an article's options; absent where they are the defaults. */
export function pickWriteOptions({ target, images, links }: ArticleOptions): WriteOptions {
  const picked: WriteOptions = {};
  if (target) picked.target = target;
  if (images) picked.images = images;
  if (links) picked.links = links;
  return picked;
}

/** Where an element leads, or what it shows: the addresses that law 1 counts. */
import type { Node } from './tree.js';

export type TargetAttribute = 'href' | 'src' | 'data' | 'value';

const attributes: ReadonlyMap<string, TargetAttribute> = new Map([
  ['a', 'href'],
  ['area', 'href'],
  ['img', 'src'],
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['object', 'data'],
  ['param', 'value'],
  ['source', 'src'],
]);

/** Parameters of an `<object>` that say what it plays. */
const played = /^(?:movie|src|url|filename)$/i;

/** The attribute whose value is a token: the link target, the image, what a player plays. */
export function targetAttribute(node: Node): TargetAttribute | null {
  const attribute = attributes.get(node.name);
  if (attribute === undefined) return null;
  return attribute === 'value' && !played.test(node.get('name') ?? '') ? null : attribute;
}

/** The address of an element, or null. */
export function targetOf(node: Node): string | null {
  const attribute = targetAttribute(node);
  return attribute && node.get(attribute);
}

/** Images that rules took out of the body as promotion: a QR code is no image of the article either. */
import { descendants, isElement, type Node } from '../body/tree.js';
import type { Change } from './change.js';
import type { Rule } from './rule.js';

/**
 * @param changes what was done to the body
 * @param rules the rules that ran; only those of the group `promotion` count
 * @returns addresses as the body had them
 */
export function noiseImages(changes: readonly Change[], rules: readonly Rule[]): Set<string> {
  const promotion = new Set(rules.filter(({ group }) => group === 'promotion').map(({ name }) => name));
  const images = new Set<string>();
  for (const { rule, removed } of changes) {
    if (!removed || !promotion.has(rule)) continue;
    addImage(removed, images);
    for (const node of descendants(removed)) addImage(node, images);
  }
  return images;
}

function addImage(node: Node, images: Set<string>): void {
  const source = isElement(node, 'img') ? node.get('src') : null;
  if (source) images.add(source);
}

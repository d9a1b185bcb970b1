/** What a small subtree is made of, counted within bounds: how furniture is told from prose. */

import { step } from '../../body/traverse.js';
import { type Node, TEXT } from '../../body/tree.js';

/** What a small subtree is made of: how widgets are told from prose. */
export interface Profile {
  /** Non-blank characters of text. */
  characters: number;
  /** Those that stand inside links. */
  linked: number;
  /** Longest piece of text outside links. */
  longest: number;
  links: number;
  images: number;
  /** Form controls and buttons. */
  controls: number;
  /** Video, audio and other embedded things. */
  embeds: number;
}

const controls: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);
const embeds: ReadonlySet<string> = new Set(['video', 'audio', 'object', 'embed', 'iframe', 'pre', 'table', 'math']);

/**
 * Counts what stands below a node.
 * @param most nodes looked at
 * @param longestText longest text worth counting, UTF-16 units
 * @returns null where the subtree is larger than that: then it is no small widget
 */
export function profileOf(node: Node, most = 200, longestText = 1500): Profile | null {
  const profile: Profile = { characters: 0, linked: 0, longest: 0, links: 0, images: 0, controls: 0, embeds: 0 };
  let left = most;
  let linkEnd: Node | null = null;
  let inLink = false;
  for (let at: Node | null = node; at; at = step(at, node)) {
    if (left-- <= 0) return null;
    if (inLink && at === linkEnd) inLink = false;
    if (at.type === TEXT) {
      const { length } = at.data.trim();
      profile.characters += length;
      if (profile.characters > longestText) return null;
      if (inLink) profile.linked += length;
      else profile.longest = Math.max(profile.longest, length);
    } else if (at.name === 'a' && !inLink) {
      profile.links++;
      inLink = true;
      linkEnd = at === node ? null : skip(at, node);
    } else if (at.name === 'img') profile.images++;
    else if (controls.has(at.name)) profile.controls++;
    else if (embeds.has(at.name)) profile.embeds++;
  }
  return profile;
}

/** The first node behind a subtree, or null at the end of `root`. */
function skip(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parent) if (at.next) return at.next;
  return null;
}

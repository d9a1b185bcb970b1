/** What a change means to a reader, for every list that begins with what a reader loses. */
import type { LoggedChange } from '../types.js';

/** Words; a picture, a player or a link that had none; what no reader sees but an author wrote; tags and blanks. */
export type Loss = 'words' | 'target' | 'unseen' | 'markup';

const BARE_TAGS = /^(?:<[^>]*> -> )?<\/?[a-z][^\s>]*>$/i; // <h4>, <span> -> <del>
const TARGET = /^<(?:a|area|audio|embed|frame|iframe|img|object|param|source|video)> ?\S/i; // <img> https://a.example/b.png
const TAG = /^<[a-z][^\s>]*>(?: [\w:-]+=|$)/i; // <div> data-key="a"
/** White space, soft hyphens, joiners, marks of direction, controls. */
const BLANK = /^(?:[\s\p{Cf}\p{Cc}]|&(?:nbsp|emsp|ensp);)*$/u;

/** What a reader loses by a change, or sees changed. */
export function lossOf({ action, text, characters = 0 }: LoggedChange): Loss {
  if (BLANK.test(text)) return 'markup';
  if (characters > 0) return 'words';
  if (action === 'attributes' || action === 'unwrap' || BARE_TAGS.test(text)) return 'markup';
  if (action === 'remove' && TARGET.test(text)) return 'target';
  return TAG.test(text) ? 'markup' : 'unseen';
}

/** Whether a change took something out, and has its place in the source. */
export function isRemoval({ action, start, end }: Pick<LoggedChange, 'action' | 'start' | 'end'>): boolean {
  return (action === 'remove' || action === 'move') && end > start;
}

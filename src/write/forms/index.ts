import type { Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import type { Warning } from '../../types.js';
import type { WriteOptions } from '../options.js';

export function applyForms(_root: Node, _edits: Edits, _options: WriteOptions): Warning[] {
  return [];
}

/** Quill writes lists flat: the level of an item is a class, and Quill 2 names the kind of each item. */
import { ELEMENT, type Node } from '../../body/tree.js';
import type { Forming } from './form.js';
import { type FlatItem, MOST_LEVELS, nestItems } from './nest.js';

const RULE = 'form:list';

/** `ql-indent-2` */
const INDENT = /(?:^|\s)ql-indent-(\d)/;

/** A list as Quill writes it. What a form has made is nested already. */
export function isQuillList(list: Node): boolean {
  if (list.added) return false;
  let found = false;
  for (let child = list.first; child; child = child.next) {
    if (child.type !== ELEMENT) {
      if (child.data.trim() !== '') return false;
    } else if (child.name !== 'li') return false;
    else found ||= child.has('data-list') || INDENT.test(child.get('class') ?? '');
  }
  return found;
}

/** Nests the items of such a list, and returns its first item. */
export function formQuillList(list: Node, { edits }: Forming): Node {
  const items: FlatItem[] = [];
  for (let child = list.first; child; child = child.next) {
    if (child.name !== 'li') continue;
    const kind = child.get('data-list');
    const level = Number(INDENT.exec(child.get('class') ?? '')?.[1] ?? 0);
    items.push({
      node: child,
      level: Math.min(level, MOST_LEVELS),
      ordered: kind === null ? list.name === 'ol' : kind === 'ordered',
      number: null,
    });
  }
  edits.by(RULE).unwrap(list);
  nestItems(items, edits);
  return (items[0] as FlatItem).node;
}

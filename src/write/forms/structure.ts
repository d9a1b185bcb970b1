/** Elements that stand where they mean something else: items without a list, bold that is not bold. */
import { isPlainMark } from '../../body/styles.js';
import { isText, type Node } from '../../body/tree.js';
import { type FormHandler, into } from './form.js';

const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const MARKS = 'a b big code del em font i ins s small span strike strong sub sup tt u'.split(' ');
const WRAPPERS = new Set(['div', 'center', 'section', 'optgroup', 'form', 'p', ...MARKS]);
/** Wrappers between an item and its list that are looked through. */
const LEVELS = 20;

function hasList(item: Node): boolean {
  let node = item.parent;
  for (let level = 0; node && level < LEVELS && WRAPPERS.has(node.name); level++) node = node.parent;
  return node !== null && LISTS.has(node.name);
}

/** `<ul><h4><li>One</li></h4>`: a heading is in an item, not around it. */
function isHeadingAround(item: Node, heading: Node | null): heading is Node {
  if (!heading || !HEADINGS.has(heading.name) || !heading.parent || !LISTS.has(heading.parent.name)) return false;
  for (let node = heading.first; node; node = node.next)
    if (node !== item && (!isText(node) || node.data.trim())) return false;
  return true;
}

/** An item outside of a list makes one, with the items that follow it. */
export const itemForm: FormHandler = (node, forming) => {
  if (node.parent && LISTS.has(node.parent.name)) return into(node, forming);
  if (isHeadingAround(node, node.parent)) {
    const edits = forming.edits.by('form:item');
    edits.rename(node, node.parent.name);
    edits.rename(node.parent, 'li');
    return into(node, forming);
  }
  if (hasList(node)) return into(node, forming);
  let last = node;
  for (let next: Node | null = node; next; next = next.next) {
    if (next.name === 'li') last = next;
    else if (!isText(next) || next.data.trim() !== '') break;
  }
  forming.edits.by('form:item').wrap('ul', [], node, last);
  return into(node, forming);
};

/** `<b style="font-weight: normal">` is no bold text. */
export const unboldForm: FormHandler = (node, forming) => {
  if (isPlainMark(node)) forming.edits.by('form:plain').rename(node, 'span');
  return into(node, forming);
};

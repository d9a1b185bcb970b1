/** Word writes lists as paragraphs: their style names the list and the level, and the mark is text in a span. */
import { following, isText, type Node, TEXT, textOf } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import type { Forming } from './form.js';
import { type FlatItem, MOST_LEVELS, nestItems, runOf } from './nest.js';

const RULE = 'form:list';

/** `mso-list:l0 level2 lfo1` */
const LEVEL = /mso-list\s*:\s*l\d+\s+level(\d)/i;
/** `mso-list:Ignore`: the mark of an item. */
const MARK = /mso-list\s*:\s*ignore/i;
/** `MsoListParagraphCxSpFirst` */
const CLASS = /(?:^|\s)MsoListParagraph/i;
/** `3.`, `3)`, `(3)`, `3、` */
const NUMBER = /^[(（]?(\d{1,9})[.)）、．]?$/;
/** A sign, or the letter that Wingdings shows as one: `·`, `•`, `§`, `Ø`, `o` */
const SIGN = /^(?:[^\p{L}\p{N}\s]|[ovünqluwØ§])$/u;
/** A sign at the start of a text, with blanks to the words: `·\u00a0\u00a0\u00a0words` */
const SIGN_IN_TEXT = /^\s*[·•§●○■□▪◦➢✓–][\s\u00a0]{2,}/;

export function isWordItem({ name, attributes }: Node): boolean {
  if (name !== 'p' || attributes === null) return false;
  return LEVEL.test(attributes.get('style') ?? '') || CLASS.test(attributes.get('class') ?? '');
}

/** Makes a run of such paragraphs a list. A paragraph that only has the class of one, and no mark, is none. */
export function formWordList(first: Node, { edits }: Forming): void {
  const items: FlatItem[] = [];
  edits.by(RULE);
  for (const node of runOf(first, isWordItem)) {
    const level = Number(LEVEL.exec(node.get('style') ?? '')?.[1] ?? 1) - 1;
    const mark = markIn(node);
    const said = mark ? textOf(mark).replaceAll('\u00a0', ' ').trim() : null;
    const number = said === null ? null : NUMBER.exec(said)?.[1];
    const sign = mark ? null : signIn(node);
    if (!mark && !sign && !LEVEL.test(node.get('style') ?? '')) break;
    if (mark && said !== null) {
      if (number || said === '' || SIGN.test(said)) edits.remove(mark);
      else narrowBlanks(mark, edits);
    }
    if (sign) edits.removeText(sign, 0, SIGN_IN_TEXT.exec(sign.data)?.[0].length ?? 0);
    edits.rename(node, 'li');
    items.push({
      node,
      level: Math.min(Math.max(level, 0), MOST_LEVELS),
      ordered: number != null,
      number: number ? Number(number) : null,
    });
  }
  nestItems(items, edits);
}

/** A mark that Markdown has not (`a)`, `一、`) stays, with one blank behind it. */
function narrowBlanks(mark: Node, edits: Edits): void {
  for (let node = following(mark, mark); node; node = following(node, mark)) {
    if (!isText(node) || node.added || node.data.trim() !== '') continue;
    node = edits.replaceText(node, 0, node.data.length, ' ');
  }
}

/** The span with an item's mark. */
function markIn(item: Node): Node | null {
  let left = 12;
  for (let node = following(item, item); node && left > 0; node = following(node, item), left--) {
    if (MARK.test(node.get('style') ?? '')) return node;
  }
  return null;
}

/** The first text of an item, where it begins with a sign and the blanks that Word puts behind it. */
function signIn(item: Node): Node | null {
  let left = 12;
  for (let node = following(item, item); node && left > 0; node = following(node, item), left--) {
    if (node.type === TEXT && node.data.trim() !== '') return SIGN_IN_TEXT.test(node.data) ? node : null;
    if (isText(node) && SIGN_IN_TEXT.test(node.data)) return node;
  }
  return null;
}

/** Media that Markdown cannot show become links: the page that is embedded, the film, the sound. */
import { parseHtml } from '../../body/html.js';
import { runsCode } from '../../body/live.js';
import { targetOf } from '../../body/target.js';
import { isElement, type Node, TEXT, textOf } from '../../body/tree.js';
import { type FormHandler, type Forming, into, past, removed } from './form.js';

const RULE = 'form:embed';
/** What an `<object>` or `<video>` may hold that shows the same thing and can be written itself. */
const INNER = new Set(['embed', 'iframe', 'video', 'audio', 'img', 'object']);

/** Attributes with the address of a medium, those in which late loaders keep it behind. */
const SOURCES = ['src', 'data', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-original', 'data-cmp-src'];

/** What stands in the place of a medium that loads late, or no medium at all. */
const NO_ADDRESS = /^\s*(?:$|about:|#|javascript:\s*(?:void\s*\(?0\)?|false|''|"")?;?\s*$)/i;

/** What browsers skip inside an address. */
const UNSEEN = /[\t\n\r]+/g;

function sourceOf(node: Node): string {
  for (const name of SOURCES) {
    const value = node.get(name);
    if (value && !NO_ADDRESS.test(value)) return value.trim().replace(UNSEEN, '');
  }
  return '';
}

/** The address that a medium plays, and the child that holds it, one level down. */
function addressOf(node: Node): string {
  const own = sourceOf(node);
  if (own) return own;
  for (let child = node.first; child; child = child.next) {
    const source = child.name === 'source' ? sourceOf(child) : '';
    if (source) return source;
    if (child.name === 'param' && /^(?:movie|src|url|filename)$/i.test(child.get('name') ?? '')) {
      return (child.get('value') ?? '').trim().replace(UNSEEN, '');
    }
  }
  return '';
}

function hasInner(node: Node): boolean {
  for (let child = node.first; child; child = child.next) if (INNER.has(child.name)) return true;
  return false;
}

/** Whether words stand beside a node in the same line. */
function standsInText(node: Node): boolean {
  for (const sibling of [node.prev, node.next]) {
    if (sibling?.type === TEXT && sibling.data.trim() !== '') return true;
  }
  return false;
}

export const embedForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  if (node.name === 'object' && hasInner(node)) {
    const next = into(node, forming);
    edits.by(RULE).unwrap(node);
    return next;
  }
  if (node.name === 'iframe' && node.get('srcdoc')) return documentForm(node, forming);
  const address = addressOf(node);
  if (address === '' || runsCode(address)) {
    if (node.name === 'iframe' || !node.first) return removed(node, forming, RULE);
    // No film to link to: what is shown in its place is all there is.
    const next = into(node, forming);
    edits.by(RULE).unwrap(node);
    return next;
  }
  const next = past(node, forming);
  if (/^image\//i.test(node.get('type') ?? '')) {
    const alt = node.get('title') || textOf(node).trim();
    const image = [
      ['src', address],
      ['alt', alt],
    ] as const;
    edits.by(RULE).addElement('img', image, node, 'before');
    edits.by(RULE).remove(node);
    return next;
  }
  linkInPlace(node, address, forming, RULE);
  edits.by(RULE).remove(node);
  return next;
};

/** Puts a link in front of what cannot be shown: beside words in their line, else on a line of its own. */
export function linkInPlace(node: Node, address: string, { edits }: Forming, rule: string): void {
  edits.by(rule);
  const words = node.get('title') || node.get('aria-label') || node.get('alt');
  const inLine = standsInText(node) || isElement(node.parent, 'a');
  const place = inLine ? null : edits.addElement('div', [], node, 'before');
  const link = edits.addElement('a', [['href', address]], place ?? node, place ? 'append' : 'before');
  edits.addText(words?.trim() || address, link, 'append');
  if (inLine) {
    edits.addText(' ', link, 'before');
    edits.addText(' ', node, 'before');
  }
}

/** A parameter or source that no medium around it took: of a lost player, or beside the one that plays the same. */
export const parameterForm: FormHandler = (node, forming) => {
  const address = targetOf(node)?.trim().replace(UNSEEN, '');
  if (!address || node.parent?.name === 'picture') return into(node, forming);
  const next = past(node, forming);
  if (!runsCode(address) && !standsBesideMedium(node)) linkInPlace(node, address, forming, RULE);
  forming.edits.by(RULE).remove(node);
  return next;
};

/** Parameters of one player, at most. */
const PARAMETERS = 24;

function standsBesideMedium(node: Node): boolean {
  let left = PARAMETERS;
  for (let at = node.next; at && left > 0; at = at.next, left--) if (INNER.has(at.name)) return true;
  return false;
}

/** A document in an attribute is shown as what it is: a piece of the article. */
function documentForm(frame: Node, forming: Forming): Node | null {
  const { edits } = forming;
  const behind = past(frame, forming);
  const first = edits.by(RULE).graft(parseHtml(frame.get('srcdoc') as string).root, frame);
  edits.remove(frame);
  return first ?? behind;
}

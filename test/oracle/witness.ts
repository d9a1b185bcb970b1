/**
 * What a browser's parser sees in HTML: parse5 follows the HTML standard to the letter and shares no code with ours.
 * Words with the borders between them, and the addresses that elements lead to.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface Word {
  text: string;
  /** Between it and the word before stands more than a blank: the border of a block or a cell, or a `<br>`. */
  parted: boolean;
}

export interface Address {
  url: string;
  /** It is shown as an image, not led to. */
  image: boolean;
  /** Where its element begins in the HTML. */
  at: number;
}

export interface Sight {
  words: Word[];
  addresses: Address[];
  /** Markup that a browser would run: scripts and event handlers. */
  live: string[];
}

/** Elements whose borders part words: those that the standard's style sheet shows as blocks, items or cells, and lines. */
const PARTING: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext ' +
    'pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Labels of drawings and cells of formulas. */
const PARTING_FOREIGN: ReadonlySet<string> = new Set('text mtd mtr mtable foreignObject'.split(' '));

/** Their content is no text: it is for the browser, or for browsers that do not know the element. */
const UNSEEN: ReadonlySet<string> = new Set('script style template iframe noembed noframes'.split(' '));

/** Which attributes of an element hold an address. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  img: ['src'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  video: ['src'],
  audio: ['src'],
  object: ['data'],
};

/** Parameters of an `<object>` that say what it plays. */
const PLAYED = /^(?:movie|src|url|filename)$/i;

/** Types of scripts that are data to a browser. */
const DATA = /^(?:math|text\/template|application\/(?:ld\+)?json)/i;

/** What an element that a script was to fill holds of its content: an address. */
const ABSOLUTE = /^(?:https?:)?\/\/\S+$/i;

/** Characters that no reader shows, and the sign of the way back from a note, which readers of Markdown draw. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u21a9\ufe0e]+/g;

/** An address that leads nowhere. Example: `#` */
const NOWHERE = /^\s*#?\s*$/;

const BORDER = '\n';

/** What parse5 sees in a document or a piece of one. */
export function witness(html: string): Sight {
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const parts: string[] = [];
  const sight: Sight = { words: [], addresses: [], live: [] };
  for (const { node, leaves } of walk(document)) {
    const name = node.nodeName;
    if (name === '#text' && !leaves && isShown(node as DefaultTreeAdapterTypes.TextNode)) {
      parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    }
    if ('namespaceURI' in node && (isHtml(node) ? PARTING : PARTING_FOREIGN).has(name)) parts.push(BORDER);
    if (!leaves && 'attrs' in node) seeElement(node, sight, parts);
  }
  sight.words = wordsOf(parts.join(''));
  return sight;
}

/** Words of a text: blanks part them, and line ends are borders. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let parted = false;
  // `&lt;` where a reader of posts shows the tag that nothing closes as a word.
  for (const piece of text.replace(INVISIBLE, '').replaceAll('&lt;', '<').split(/(\s+)/)) {
    if (piece === '') continue;
    if (piece.trim() === '') parted = piece.includes(BORDER);
    else words.push({ text: piece, parted });
  }
  return words;
}

function seeElement(node: Element, sight: Sight, parts: string[]): void {
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const at = node.sourceCodeLocation?.startOffset ?? -1;
  if (node.nodeName === 'script' && !DATA.test(attributes.get('type') ?? '')) sight.live.push('<script>');
  for (const [name, value] of attributes) {
    // A handler without a value runs nothing.
    if (/^on[a-z]{3,}/.test(name) && value.trim() !== '') sight.live.push(`<${node.nodeName} ${name}>`);
  }
  const named = isHtml(node) ? (ADDRESSES[node.nodeName] ?? []) : node.nodeName === 'a' ? ['href'] : [];
  for (const name of named) add(sight, attributes.get(name), at, node.nodeName === 'img');
  const parent = node.parentNode?.nodeName;
  if (node.nodeName === 'source' && (parent === 'video' || parent === 'audio')) add(sight, attributes.get('src'), at);
  if (node.nodeName === 'param' && PLAYED.test(attributes.get('name') ?? '')) add(sight, attributes.get('value'), at);
  const name = node.nodeName === 'svg' ? attributes.get('aria-label') : undefined;
  if (name) parts.push(BORDER, name, BORDER);
  if (node.nodeName.includes('-'))
    for (const value of attributes.values()) if (ABSOLUTE.test(value)) add(sight, value, at);
  if (node.nodeName === 'lj') parts.push(attributes.get('user') ?? attributes.get('comm') ?? '');
  // A document in an attribute shows its words in the frame.
  const inner = node.nodeName === 'iframe' ? attributes.get('srcdoc') : undefined;
  if (inner === undefined) return;
  const { words, addresses } = witness(inner);
  parts.push(BORDER, words.map(({ text, parted }) => (parted ? BORDER : ' ') + text).join(''), BORDER);
  for (const { url, image } of addresses) add(sight, url, at, image);
}

function add({ addresses }: Sight, url: string | undefined, at: number, image = false): void {
  if (url === undefined || NOWHERE.test(url)) return;
  // What parse5 opens again behind a block is one element in the source.
  if (!addresses.some((one) => one.url === url && (one.at === at || at < 0))) addresses.push({ url, image, at });
}

interface Step {
  node: ParentNode | ChildNode;
  /** The walk comes to it again behind its children. */
  leaves: boolean;
}

/** The tree in document order, each element once when it is entered and once when it is left; without recursion. */
function* walk(root: ParentNode): Generator<Step> {
  const open: { node: ParentNode; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (!child) {
      open.pop();
      yield { node: top.node, leaves: true };
      continue;
    }
    if (UNSEEN.has(child.nodeName) || isHeadTitle(child) || isReadersOwn(child)) {
      yield { node: child, leaves: false };
      continue;
    }
    yield { node: child, leaves: false };
    if ('childNodes' in child) open.push({ node: child, next: 0 });
  }
}

/** What stands in a list of choices but in none of them no browser shows, nor blanks in a drawing. */
function isShown({ parentNode, value }: DefaultTreeAdapterTypes.TextNode): boolean {
  if (!parentNode || parentNode.nodeName === 'select') return false;
  return !('namespaceURI' in parentNode) || isHtml(parentNode) || value.trim() !== '';
}

function isHtml({ namespaceURI }: Element): boolean {
  return namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** The title of the document is metadata; the title of a drawing is a word in it. */
function isHeadTitle(node: ChildNode): boolean {
  return node.nodeName === 'title' && isHtml(node as Element);
}

/** What a Markdown reader adds around footnotes: their heading, the links back. */
function isReadersOwn(node: ChildNode): boolean {
  if (!('attrs' in node)) return false;
  return node.attrs.some(
    ({ name, value }) => name === 'data-footnote-backref' || (name === 'id' && value === 'footnote-label'),
  );
}

/**
 * What HTML means to a reader: block by block the path of quotes, lists (with numbers), headings and cells, and the
 * runs of text with their marks, link targets and image sources; a link from an address to itself is its text. White space is as HTML shows it. Works on parse5's
 * trees, so that it shares nothing with the parser under test.
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { looseRuns } from './loose.js';

type Tree = DefaultTreeAdapterMap['node'];

export interface Block {
  path: string[];
  runs: string[];
}

export const blockNames = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th ' +
    'thead tr ul dir caption'
  ).split(' '),
);
const markNames: Record<string, string> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  del: 'del',
  s: 'del',
  strike: 'del',
  code: 'code',
  tt: 'code',
  samp: 'code',
  sub: 'sub',
  sup: 'sup',
  kbd: 'kbd',
  mark: 'mark',
  ins: 'ins',
  u: 'u',
};
const silent = new Set(['script', 'style', 'template', 'head', 'title', '#comment', '#documentType']);

function attribute(node: Tree, name: string): string | null {
  return 'attrs' in node ? (node.attrs.find((entry) => entry.name === name)?.value ?? null) : null;
}

interface State {
  path: string[];
  marks: Set<string>;
  link: string | null;
  pre: boolean;
}

/** The address as a browser would ask for it: readers encode differently. Without `"`, which ends a run's key. */
export function address(url: string): string {
  const trimmed = url.trim().replace(/[\t\n\r]/g, '');
  return decoded(trimmed).replaceAll('"', '%22');
}

/** A link whose text is its address: readers make one of every bare address, so that it means no more than the text. */
function isItself(link: Tree): boolean {
  const href = address(attribute(link, 'href') as string);
  const text = address(textIn(link));
  return text !== '' && [text, `http://${text}`, `mailto:${text}`].includes(href);
}

function textIn(top: Tree): string {
  let text = '';
  const open = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterMap['textNode']).value;
    else if ('childNodes' in node) open.push(...[...node.childNodes].reverse());
  }
  return text;
}

function decoded(url: string): string {
  try {
    return decodeURI(encodeURI(url.replace(/%(?![\dA-Fa-f]{2})/g, '%25')).replace(/%25(?=[\dA-Fa-f]{2})/g, '%'));
  } catch {
    return url;
  }
}

export class Meaning {
  readonly blocks: Block[] = [];
  private pieces: { text: string; state: State; opaque: boolean }[] = [];
  private readonly ids = new Map<Tree, string>();
  private counters = new Map<string, number>();

  constructor(html: string | Tree) {
    const tree = typeof html === 'string' ? parse(html, { scriptingEnabled: false }) : html;
    this.visit(tree, { path: [], marks: new Set(), link: null, pre: false });
    this.end();
    this.renumber();
  }

  private id(node: Tree): string {
    let id = this.ids.get(node);
    if (id) return id;
    id = String(this.ids.size);
    this.ids.set(node, id);
    return id;
  }

  private end(): void {
    const runs: string[] = [];
    let previous = '';
    let text = '';
    let space = false;
    let broken = false;
    const flush = (): void => {
      if (text !== '') runs.push(`${previous}${JSON.stringify(text)}`);
      text = '';
    };
    const path = this.pieces.find((piece) => piece.opaque || piece.text.trim() !== '')?.state.path;
    for (const piece of this.pieces) {
      const { state } = piece;
      const key = `${[...state.marks].sort().join('+')}${state.link === null ? '' : `(${state.link})`}`;
      if (piece.opaque) {
        const isBreak = piece.text === '<br>';
        if (!isBreak && space && (runs.length > 0 || text !== '')) text += ' ';
        space = false;
        flush();
        previous = key;
        runs.push(key + piece.text);
        broken = isBreak;
        continue;
      }
      // The blanks of code are written so that it runs.
      const shown = state.marks.has('code') ? piece.text.replaceAll('\u00a0', ' ') : piece.text;
      const folded = state.pre ? shown : shown.replace(/[ \t\n\r\f]+/g, ' ');
      // Blanks behind a line break show nothing.
      const value = broken && !state.pre ? folded.trimStart() : folded;
      if (value !== '') broken = false;
      for (const part of state.pre ? [value] : value.split(/( )/)) {
        if (part === '') continue;
        if (part === ' ' && !state.pre) {
          space = true;
          continue;
        }
        if (key !== previous) {
          // A blank between two runs belongs to neither.
          flush();
          if (space && runs.length > 0) runs.push(' ');
          space = false;
          previous = key;
        }
        if (space && (runs.length > 0 || text !== '')) text += ' ';
        space = false;
        text += part;
      }
    }
    flush();
    if (path) for (const paragraph of paragraphsOf(runs)) this.blocks.push({ path, runs: paragraph });
    this.pieces = [];
  }

  private visit(node: Tree, state: State): void {
    const name = node.nodeName;
    if (silent.has(name)) return;
    if (name === '#text') {
      this.pieces.push({ text: (node as DefaultTreeAdapterMap['textNode']).value, state, opaque: false });
      return;
    }
    let inner = state;
    const isBlock = blockNames.has(name) && !(state.pre && name === 'code');
    if (isBlock) this.end();
    if (name === 'br') {
      if (state.pre) this.pieces.push({ text: '\n', state, opaque: false });
      else this.pieces.push({ text: '<br>', state: { ...state, marks: new Set(), link: null }, opaque: true });
    } else if (name === 'img') {
      const source = attribute(node, 'src') ?? '';
      const alt = (attribute(node, 'alt') ?? '').replace(/\s+/g, ' ').trim();
      this.pieces.push({ text: `<img ${address(source)} ${alt}>`, state, opaque: true });
    } else if (name === 'hr') {
      this.blocks.push({ path: [...state.path, 'hr'], runs: [] });
    } else if (name === 'input') {
      this.pieces.push({ text: `<input ${attribute(node, 'checked') !== null}>`, state, opaque: true });
    } else if (name in markNames) inner = { ...state, marks: new Set([...state.marks, markNames[name] as string]) };
    else if (name === 'a' && attribute(node, 'href') !== null) {
      inner = { ...state, link: isItself(node) ? null : address(attribute(node, 'href') as string) };
    } else if (name === 'blockquote') inner = { ...state, path: [...state.path, `quote#${this.id(node)}`] };
    else if (name === 'ul' || name === 'ol') inner = { ...state, path: [...state.path, `${name}#${this.id(node)}`] };
    else if (name === 'li') inner = { ...state, path: [...state.path, `li${this.number(node)}#${this.id(node)}`] };
    else if (/^h[1-6]$/.test(name)) inner = { ...state, path: [...state.path, name], marks: state.marks };
    else if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') {
      inner = { ...state, path: [...state.path, `${name}#${this.id(node)}`] };
    } else if (name === 'pre') inner = { ...state, path: [...state.path, 'pre'], pre: true, marks: new Set(['code']) };
    if ('childNodes' in node) for (const child of node.childNodes) this.visit(child, inner);
    if (isBlock) this.end();
  }

  private number(node: Tree): string {
    const parent = 'parentNode' in node ? node.parentNode : null;
    if (parent?.nodeName !== 'ol') return '';
    const start = Number.parseInt(attribute(parent, 'start') ?? '1', 10);
    const items = parent.childNodes.filter((child) => child.nodeName === 'li');
    return String((Number.isNaN(start) ? 1 : start) + items.indexOf(node as (typeof items)[number]));
  }

  /** Identities count from the first block that has them, so that empty containers do not matter. */
  private renumber(): void {
    const seen = new Map<string, number>();
    for (const block of this.blocks) {
      block.path = block.path.map((step) => {
        const [kind, id] = step.split('#');
        if (id === undefined) return step;
        if (!seen.has(id)) {
          const count = (this.counters.get(kind as string) ?? 0) + 1;
          this.counters.set(kind as string, count);
          seen.set(id, count);
        }
        return `${kind}#${seen.get(id)}`;
      });
      if (block.path.at(-1) === 'pre' || block.path.includes('pre')) block.runs = block.runs.map(trimCode);
    }
  }

  toString(): string {
    return this.blocks.map(({ path, runs }) => `${path.join('>')}: ${runs.join(' | ')}`).join('\n');
  }

  /** The same with punctuation at the edges of marks outside them, as the CJK rule may put it. */
  loose(): string {
    return this.blocks.map(({ path, runs }) => `${path.join('>')}: ${looseRuns(runs)}`).join('\n');
  }
}

/** Line breaks at the edges of a block show nothing to read; two or more together end a paragraph. */
function paragraphsOf(runs: string[]): string[][] {
  const paragraphs: string[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run === '<br>') {
      breaks++;
      continue;
    }
    if (run === ' ' && breaks > 0) continue;
    if (breaks > 1) paragraphs.push([]);
    const last = paragraphs.at(-1) as string[];
    if (breaks === 1 && last.length > 0) last.push('<br>');
    breaks = 0;
    last.push(run);
  }
  return paragraphs.filter((paragraph) => paragraph.some((run) => run !== ' '));
}

/** Empty lines at the edges of code show nothing to read. */
function trimCode(run: string): string {
  return run.replace(/(?:\\n)+"$/, '"').replace(/^code"(?:\\n)+/, 'code"');
}

/** Links and images of a Markdown text: their new targets once the article has moved, and `--links`, `--images`. */

import type { InlineLink } from '../../body/markdown/inline.js';
import { parseSource } from '../../body/markdown/parse.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import { following } from '../../body/tree.js';
import type { ArticleOptions } from '../../types.js';
import { isRelative, movedTarget } from '../links.js';
import type { WriteOptions } from '../options.js';
import type { SourceEdit } from './changes.js';

type TargetOptions = WriteOptions & Pick<ArticleOptions, 'baseUrl' | 'relink'>;

/** A link reference definition, e.g. "[name]: url"; group 1 up to the target, group 2 the target. */
const definition = /^( {0,3}\[(?!\^)[^\][\n]{1,500}\]:[ \t]*)(<[^>\n]*>|[^\s<]\S*)/gm;

/** `href` or `src` of a tag; group 1 up to the value, group 3 or 4 the value. */
const tagTarget = /(\s(?:href|src)\s*=\s*)("([^"]*)"|'([^']*)')/i;

/** What every relative target stands behind: an inline link, a definition, or a tag. A text without is not parsed. */
const mayHoldTarget = /\][(:](?!\s*<?https?:\/\/)|<(?:a|img)\s/i;

/** Edits of link and image targets, in order. None where the options ask for nothing. */
export function targetEdits(source: MarkdownText, options: TargetOptions): SourceEdit[] {
  const { text } = source;
  const { baseUrl, relink, links = 'keep', images = 'keep' } = options;
  if (links === 'keep' && images === 'keep' && ((!baseUrl && !relink) || !mayHoldTarget.test(text))) return [];
  const edits: SourceEdit[] = [];
  const push = (start: number, end: number, replacement: string) =>
    edits.push({ start, end, text: replacement, groups: [], free: true });
  const move = (url: string): string | null => {
    if (!isRelative(url) || (!baseUrl && !relink)) return null;
    const moved = movedTarget(url, { baseUrl, relink });
    return moved === url ? null : moved;
  };
  const { root } = parseSource(source, 0);
  const { links: found, list } = source.segments;
  for (const link of found) {
    if (isWritten(link, options)) {
      const url = text.slice(link.urlStart, link.urlEnd);
      const moved = move(url.startsWith('<') ? url.slice(1, -1) : url);
      if (moved !== null) push(link.urlStart, link.urlEnd, asTarget(moved));
    } else if (link.image && images === 'none') push(link.start, link.end, '');
    else {
      push(link.start, link.textStart, '');
      push(link.textEnd, link.end, '');
    }
  }
  for (let node = root.first; node; node = following(node, root)) {
    if (node.added || (node.name !== 'a' && node.name !== 'img')) continue;
    const url = node.get(node.name === 'a' ? 'href' : 'src');
    if (url === null) continue;
    const moved = move(url);
    const tag = text.slice(node.start, node.openEnd);
    const match = moved === null ? null : tagTarget.exec(tag);
    if (node.name === 'img' && images !== 'keep') {
      push(node.start, node.end, images === 'alt' ? (node.get('alt') ?? '') : '');
    } else if (node.name === 'a' && links === 'text' && node.closeStart < node.end) {
      push(node.start, node.openEnd, '');
      push(node.closeStart, node.end, '');
    } else if (match && moved !== null) {
      const start = node.start + match.index + (match[1] as string).length;
      push(start, start + (match[2] as string).length, `"${moved.replaceAll('"', '%22')}"`);
    }
  }
  const code = list.filter(({ what }) => what === 'pre');
  let next = 0;
  for (const match of text.matchAll(definition)) {
    while (next < code.length && (code[next]?.end ?? 0) <= match.index) next++;
    if ((code[next]?.start ?? text.length) <= match.index) continue;
    const url = match[2] as string;
    const moved = move(url.startsWith('<') ? url.slice(1, -1) : url);
    const start = match.index + (match[1] as string).length;
    if (moved !== null) push(start, start + url.length, asTarget(moved));
  }
  return withoutOverlaps(edits);
}

function isWritten({ image }: InlineLink, { links = 'keep', images = 'keep' }: WriteOptions): boolean {
  return image ? images === 'keep' : links === 'keep';
}

/** A target as Markdown writes it. */
export function asTarget(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, encodeURIComponent)}>` : url;
}

/** In order; an edit inside another one's stretch (the image of a link that goes) is left out. */
function withoutOverlaps(edits: SourceEdit[]): SourceEdit[] {
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return edits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

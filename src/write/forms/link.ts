/** Links and images that a reader could run, or that say where they point in another attribute. */
import type { Node } from '../../body/tree.js';
import { isBlankImage, lazySource } from '../../rules/lib/image-source.js';
import { type FormHandler, into } from './form.js';

/** White space and controls that browsers skip in front of and inside a scheme (URL standard, section 4.4). */
const SKIPPED = /[\0-\x20]+/g;
const LIVE = /^(?:javascript|vbscript|livescript|mocha|data):/i;
const DATA_IMAGE = /^data:image\//i;

/** Whether following an address would run code: `javascript:`, `data:text/html`. */
export function isLiveAddress(address: string): boolean {
  const code = address.charCodeAt(0) | 0x20;
  // j, v, l, m, d, or something that is skipped: everything else is safe at the first look.
  if (code !== 0x6a && code !== 0x76 && code !== 0x6c && code !== 0x6d && code !== 0x64 && code > 0x20) return false;
  return LIVE.test(address.slice(0, 200).replace(SKIPPED, ''));
}

export const linkForm: FormHandler = (node, forming) => {
  const href = node.get('href');
  if (href === null) return into(node, forming);
  if (href.charCodeAt(0) === 0x23 && href.length > 1) forming.fragments.push(node);
  else if (isLiveAddress(href)) {
    const next = into(node, forming);
    forming.edits.by('form:live-link').unwrap(node);
    return next;
  }
  return into(node, forming);
};

/** The first address of `srcset="a.png 1x, b.png 2x"`. */
function firstSource(srcset: string | null): string | null {
  return srcset?.trim().split(/[\s,]+/, 1)[0] || null;
}

function pictureSource(image: Node): string | null {
  for (let node = image.prev; node; node = node.prev) {
    if (node.name === 'source') return firstSource(node.get('srcset'));
  }
  return null;
}

export const imageForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  const src = node.get('src');
  if (isBlankImage(src)) {
    const shown =
      lazySource(node) ??
      firstSource(node.get('srcset')) ??
      (node.parent?.name === 'picture' ? pictureSource(node) : null);
    if (shown && !isLiveAddress(shown)) edits.by('form:image').attribute(node, 'src', shown);
  } else if (src !== null && isLiveAddress(src) && !DATA_IMAGE.test(src.trim()))
    edits.by('form:live-image').attribute(node, 'src', null);
  return into(node, forming);
};

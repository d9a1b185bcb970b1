/** Links and images that a reader could run, or that say where they point in another attribute. */
import { runsCode } from '../../body/live.js';
import type { Node } from '../../body/tree.js';
import { isBlankImage, lazySource } from '../../rules/lib/image-source.js';
import { type FormHandler, type Forming, into, removed } from './form.js';

export const linkForm: FormHandler = (node, forming) => {
  const href = node.get('href');
  if (href === null) return into(node, forming);
  if (href.charCodeAt(0) === 0x23 && href.length > 1) forming.fragments.push(node);
  else if (runsCode(href)) {
    const next = into(node, forming);
    forming.edits.by('form:live-link').unwrap(node);
    return next;
  }
  return into(node, forming);
};

/** The first address of `srcset="a.png 1x, b.png 2x"`. */
function firstSource(srcset: string | null): string | null {
  return /[^\0-\x20,]+/.exec(srcset ?? '')?.[0] ?? null;
}

function pictureSource(image: Node): string | null {
  for (let node = image.prev; node; node = node.prev) {
    if (node.name === 'source') return firstSource(node.get('srcset'));
  }
  return null;
}

/** Without an address there is no image: what it says of itself is all there is. */
function words(image: Node, forming: Forming): Node | null {
  const alt = image.get('alt')?.trim();
  if (alt) forming.edits.by('form:image').addText(alt, image, 'before');
  return removed(image, forming, 'form:image');
}

export const imageForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  const src = node.get('src');
  if (isBlankImage(src)) {
    const shown =
      lazySource(node) ??
      firstSource(node.get('srcset')) ??
      (node.parent?.name === 'picture' ? pictureSource(node) : null);
    if (shown && !runsCode(shown, true)) edits.by('form:image').attribute(node, 'src', shown);
  } else if (src !== null && runsCode(src, true)) edits.by('form:live-image').attribute(node, 'src', null);
  return node.get('src')?.trim() ? into(node, forming) : words(node, forming);
};

/** Cuts all that is neither in the article, nor its lead, nor kept by the user. */
import type { Node } from '../body/tree.js';
import type { Page } from './page.js';
import type { Paragraph, Part } from './part.js';

const rule = 'page-furniture';

/** Parts that hold something that stays, themselves included. */
function holders(parts: Iterable<Part>): Set<Part> {
  const holding = new Set<Part>();
  for (const part of parts) {
    for (let above: Part | null = part; above && !holding.has(above); above = above.parent) holding.add(above);
  }
  return holding;
}

/** The elements that hold a line's texts: it may be made of several. */
function partsOf(page: Page, { lines }: Paragraph): Part[] {
  return lines.flatMap(({ nodes }) => nodes.map(({ parent }) => page.partOf(parent as Node)));
}

/** Elements around blocks, inline ones too. */
export function aroundBlocks({ parts }: Page): Set<Part> {
  return holders(parts.filter(({ isBlock }) => isBlock).flatMap(({ parent }) => parent ?? []));
}

/** The inline elements of lines: they go, or stay, with them. */
function inlineOf(page: Page, lines: readonly Paragraph[]): Set<Part> {
  const found = new Set<Part>();
  const around = aroundBlocks(page);
  for (const line of lines) {
    for (const part of partsOf(page, line)) {
      let above = part;
      for (; above !== line.block && above.parent && !found.has(above) && !around.has(above); above = above.parent)
        found.add(above);
    }
  }
  return found;
}

/**
 * @param articles in document order, none inside another
 * @param lead paragraphs outside of them that stay
 * @param why what a reader is told of a block, or of a line where there is no part
 */
export function cutAround(
  page: Page,
  articles: readonly Part[],
  lead: readonly Paragraph[],
  why: (one: Part | Paragraph) => string,
): void {
  const { parts } = page;
  const kept = parts.filter((part) => part.kept !== null);
  const holding = holders([...articles, ...lead.flatMap((line) => partsOf(page, line)), ...kept]);
  const inside = new Set<Part>(articles);
  const blocks = new Set(lead.map(({ block }) => block));
  const stays = new Set(lead);
  const goes = page.paragraphs.filter((line) => !stays.has(line) && holding.has(line.block));
  const inline = inlineOf(page, goes);
  for (const part of parts) {
    if (part.parent && inside.has(part.parent)) inside.add(part);
    // What stands in a line that stays, a link or a picture, stays with it.
    else if (holding.has(part) || (!part.isBlock && blocks.has(part.block))) part.cut = null;
    else if (
      part.parent &&
      holding.has(part.parent) &&
      !inline.has(part) &&
      part.name !== 'head' &&
      part.kept === null
    ) {
      part.cut ??= { rule, why: why(part) };
    }
  }
  for (const line of goes) if (!inside.has(line.holder)) page.cutParagraph(line, { rule, why: why(line) });
  page.sum();
}

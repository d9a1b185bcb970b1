/** Where links and images point to once the article has moved: `--base-url`, and the batch's own new names. */
import { targetAttribute } from '../body/target.js';
import { following, type Node } from '../body/tree.js';
import type { Edits } from '../clean/edits.js';
import type { ArticleOptions, Warning } from '../types.js';

/** A scheme (`https:`), a host (`//cdn`) or a place on the same page (`#top`), or nothing: nothing to resolve. */
const ABSOLUTE = /^[\0-\x20]*(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i;

/** True for a target that depends on where the article stands: `a/b.html`, `../x.png`, `/root.png`, `?q=1`. */
export function isRelative(url: string): boolean {
  return !ABSOLUTE.test(url);
}

/** Gives each relative link and image its new target, logged as `form:base-url` or `form:relink`. */
export function moveLinks(root: Node, edits: Edits, { baseUrl, relink }: ArticleOptions): void {
  if (!baseUrl && !relink) return;
  for (let node = root.first; node; node = following(node, root)) {
    const attribute = targetAttribute(node);
    const url = attribute && node.get(attribute);
    if (!attribute || !url || !isRelative(url)) continue;
    const moved = movedTarget(url.trim(), { baseUrl, relink });
    if (moved !== null && moved !== url)
      edits.by(baseUrl ? 'form:base-url' : 'form:relink').attribute(node, attribute, moved);
  }
}

/** The new target of a relative URL, or null to leave it as it is. */
export function movedTarget(
  url: string,
  { baseUrl, relink }: { baseUrl: string | undefined; relink: ArticleOptions['relink'] },
): string | null {
  if (baseUrl) return URL.canParse(url, baseUrl) ? new URL(url, baseUrl).href : null;
  return relink?.(url) ?? null;
}

/** Notes the links that lead to no file. */
export class MissingTargets {
  private readonly urls = new Set<string>();

  /** The options with a `relink` that is listened to. */
  watch(options: ArticleOptions): ArticleOptions {
    const { relink } = options;
    if (!relink) return options;
    const watched = (url: string): string | null => {
      const answer = relink(url);
      if (answer === undefined) this.urls.add(url);
      return answer ?? null;
    };
    return { ...options, relink: watched };
  }

  /** One warning for all of them, or none. */
  warnings(): Warning[] {
    const { size } = this.urls;
    if (size === 0) return [];
    const [first = ''] = this.urls;
    const message =
      size === 1
        ? `the relative link ${first} leads to no file`
        : `${size} relative links lead to no file, the first is ${first}`;
    return [{ code: 'missing-target', message, line: null }];
  }
}

/** Which source an article is of: what one site glued on says nothing about another site. */

/** A folder that says when and not where: `2014`, `2014-05`, `05`. */
const TIME = /^\d{1,4}(?:[-_]\d{1,2}){0,2}$/;
/** Folders that generators put posts into: they say nothing of the site. */
const COMMON = /^(?:_?posts?|_?drafts?|content|source|src|articles?|blog|archives?|pages?|\.)$/i;

/** The first folder of the path that names something, or null. */
export function folderOf(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  return folders.find((folder) => !TIME.test(folder) && !COMMON.test(folder)) ?? null;
}

/** That folder, else the host of the article's own address, else `.`. */
export function sourceOf(path: string, url: string | null): string {
  const folder = folderOf(path);
  if (folder !== null) return folder;
  return (url !== null && URL.canParse(url) && new URL(url).hostname) || '.';
}

/**
 * Other posts in the box of a post: WordPress gives each post a number and writes it into the classes of its box; on the
 * page of one post, `<body>` has its number. A box with another one is a post that the page leads on to, however much
 * of it is shown.
 */
import type { Page } from './page.js';
import type { Part } from './part.js';

/** Example: `single-post postid-1806`. */
const ownNumber = /(?:^|\s)postid-(\d{1,12})(?=\s|$)/;
/** Example: `post-7816 post type-post status-publish hentry`. */
const number = /(?:^|\s)post-(\d{1,12})(?=\s)/;
const type = /(?:^|\s)type-\w/;

export function otherPosts(page: Page): (part: Part) => boolean {
  const body = page.parts.find(({ name }) => name === 'body');
  const own = ownNumber.exec(body?.node.className ?? '')?.[1];
  if (own === undefined) return () => false;
  return ({ node: { className } }) => {
    const other = number.exec(className)?.[1];
    return other !== undefined && other !== own && type.test(className);
  };
}

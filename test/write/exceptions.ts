/** Articles of the corpus for which a law does not hold as it stands, each with its cause. */

export interface Exception {
  reader: 'commonmark' | 'markdown-it';
  /** Path below the corpus. */
  name: string;
  cause: string;
}

/** Law 2, all of them the reader's: the block that is read otherwise. */
export const meaningExceptions: readonly Exception[] = [];

/** Law 3 through a reader, all of them the reader's: the line that is written otherwise the second time. */
export const rereadExceptions: readonly Exception[] = [
  {
    reader: 'commonmark',
    name: 'full-page/readability/gmw-source.html',
    cause: 'it takes ideographic spaces at the start of a paragraph away',
  },
  {
    reader: 'commonmark',
    name: 'full-page/trafilatura/sauvonsluniversite.com.spip.html',
    cause: 'it takes narrow no-break spaces at the start of a paragraph away, and then a dash begins the line',
  },
];

/** Law 3 through `convert`: what the page says of a line, and its Markdown cannot. */
export const againExceptions: readonly Omit<Exception, 'reader'>[] = [
  {
    name: 'jekyll-blogger-dbaeyes/2011-06-17-mysql-gap-locking-small-measuring.html',
    cause: 'search links in a row: once the first is plain text, the next one stands inside a sentence too',
  },
];

/** Articles of the corpus that a reader shows otherwise than they are, each with its cause. All are the reader's. */

export interface Exception {
  reader: 'commonmark' | 'markdown-it';
  /** Path below the corpus. */
  name: string;
  cause: string;
}

/** Law 2: the block that is read otherwise. */
export const meaningExceptions: readonly Exception[] = [
  {
    reader: 'markdown-it',
    name: 'full-page/newspaper/thedebrief.co.uk2.html',
    cause: 'an image whose alternative text is `&nbsp;`, letter by letter: it loses escaped characters in such texts',
  },
];

/** Law 3, through a reader: the line that is written otherwise the second time. */
export const rereadExceptions: readonly Exception[] = [
  {
    reader: 'markdown-it',
    name: 'full-page/newspaper/thedebrief.co.uk2.html',
    cause: 'the same',
  },
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

/** HTML's vocabulary as sets of names, from the HTML standard (sections 4 and 13.1.2). */

export const voids: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Elements that stand on lines of their own. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol optgroup ' +
    'option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Blocks that hold text, not other blocks; those that may hold both are taken for such. */
export const textBlocks: ReadonlySet<string> = new Set(
  'p li h1 h2 h3 h4 h5 h6 td th dd dt blockquote pre caption figcaption summary address option legend'.split(' '),
);

/** Their content is text to the tokenizer. */
export const rawText: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
);

/** Elements of HTML that hold or show their content in a way of their own; in a drawing or formula they are unknown. */
export const onlyHtml: ReadonlySet<string> = new Set(
  'datalist noembed noframes noscript plaintext select textarea xmp'.split(' '),
);

/** Their content is code for the browser, never text for a reader. */
export const invisible: ReadonlySet<string> = new Set('script style template'.split(' '));

/** Blanks count inside these. */
export const preformatted: ReadonlySet<string> = new Set('listing plaintext pre textarea xmp'.split(' '));

/** Elements whose end may be left out (HTML standard, 13.1.2.4), and what holds them; paragraphs need nothing. */
export const holders: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol', 'menu', 'dir'],
  dt: ['dl'],
  dd: ['dl'],
  td: ['table'],
  th: ['table'],
  tr: ['table'],
  tbody: ['table'],
  thead: ['table'],
  tfoot: ['table'],
  colgroup: ['table'],
  caption: ['table'],
  option: ['select'],
  optgroup: ['select'],
  rb: ['ruby'],
  rt: ['ruby'],
  rp: ['ruby'],
  rtc: ['ruby'],
};

/**
 * The one table by tag: how every HTML element is written. `forms/` first turns what Markdown has no words for into
 * what it has (column `form`); the walker then writes the rest (column `written`). A name that is not here is
 * unknown, and its content stays in the line.
 */

/** How the walker treats an element. */
export type Written =
  /** The tag goes, the content stays in the line. */
  | 'inline'
  /** The same, with a blank on either side. */
  | 'apart'
  /** The tag goes, the content stands on lines of its own. */
  | 'block'
  /** A block that makes a list loose. */
  | 'paragraph'
  /** For the browser only: not written. */
  | 'drop'
  /** A mark on text: Markdown's own, or an HTML tag that Markdown readers pass on. */
  | 'mark'
  | 'code'
  | 'link'
  | 'image'
  | 'break'
  | 'rule'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'pre'
  | 'table'
  | 'section'
  | 'row'
  | 'cell'
  | 'footnote'
  /** A place that links of the same document point to. */
  | 'anchor';

/** Which file in `forms/` rewrites an element before it is written. */
export type Form =
  | 'area'
  | 'box'
  | 'code'
  | 'control'
  | 'definition'
  | 'drawing'
  | 'embed'
  | 'gutter'
  | 'image'
  | 'inline-code'
  | 'invisible'
  | 'item'
  | 'link'
  | 'math'
  | 'mention'
  | 'parameter'
  | 'quotation'
  | 'ruby'
  | 'summary'
  | 'table'
  | 'unbold';

export interface Entry {
  written: Written;
  /** Bit of a mark; 0 for everything else. */
  mark: number;
  form: Form | null;
  /** Each level indents every line: see `MAX_LEVELS` of the block collector. */
  nests: boolean;
}

/** Marks as bits. The tag is what stands in Markdown where delimiters would not be read, or do not exist. */
export const MARK_TAGS = ['strong', 'em', 'del', 'sub', 'sup', 'kbd', 'mark', 'ins', 'u'] as const;
export const STRONG = 1;
export const EM = 2;
export const DEL = 4;
/** Added to the place of strong and emphasis: the same mark once more inside, on a part of the text. */
export const NESTED = 9;

const bits: Record<string, number> = {};
for (const [index, tag] of MARK_TAGS.entries()) bits[tag] = 1 << index;

const table: [names: string, written: Written, options?: { form?: Form; mark?: string }][] = [
  // blocks
  ['p', 'paragraph', { form: 'box' }],
  ['div section article main header footer nav aside hgroup search center address dialog', 'block', { form: 'box' }],
  ['html body form fieldset legend figure figcaption noframes noscript frameset optgroup', 'block'],
  ['details', 'block'],
  ['summary', 'block', { form: 'summary' }],
  ['h1 h2 h3 h4 h5 h6', 'heading'],
  ['blockquote', 'quote'],
  ['ol ul', 'list', { form: 'gutter' }],
  ['menu dir', 'list'],
  ['li', 'item', { form: 'item' }],
  ['dl', 'block', { form: 'definition' }],
  ['dt dd', 'block', { form: 'box' }],
  ['pre listing plaintext xmp', 'pre', { form: 'code' }],
  ['hr', 'rule'],
  // made by the forms
  ['footnote-text', 'footnote'],
  ['anchor-target', 'anchor'],
  // tables
  ['table', 'table', { form: 'table' }],
  ['thead tbody tfoot', 'section'],
  ['tr', 'row'],
  ['td th', 'cell', { form: 'box' }],
  ['caption', 'block'],
  ['col colgroup', 'drop'],
  // marks
  ['strong b', 'mark', { mark: 'strong', form: 'unbold' }],
  ['em i cite dfn var', 'mark', { mark: 'em', form: 'unbold' }],
  ['del s strike', 'mark', { mark: 'del' }],
  ['sub', 'mark', { mark: 'sub' }],
  ['sup', 'mark', { mark: 'sup' }],
  ['kbd', 'mark', { mark: 'kbd' }],
  ['mark', 'mark', { mark: 'mark' }],
  ['ins', 'mark', { mark: 'ins' }],
  ['u', 'mark', { mark: 'u' }],
  ['code tt samp', 'code', { form: 'inline-code' }],
  // the line
  ['a', 'link', { form: 'link' }],
  ['img', 'image', { form: 'image' }],
  ['br', 'break'],
  ['span font big small nobr abbr acronym bdo bdi data time output label picture slot', 'inline', { form: 'box' }],
  ['blink marquee command isindex basefont wbr meter progress canvas map', 'inline'],
  ['q', 'inline', { form: 'quotation' }],
  ['ruby', 'inline', { form: 'ruby' }],
  ['rb rt rp rtc', 'inline'],
  ['svg', 'apart', { form: 'drawing' }],
  // labels of drawings, cells of formulas
  ['text foreignobject mtd mtr mtable', 'apart'],
  ['lj user mpvoice mp-common-mpaudio', 'inline', { form: 'mention' }],
  ['math', 'inline', { form: 'math' }],
  // media become links
  ['iframe frame video audio object embed applet bgsound', 'inline', { form: 'embed' }],
  // what a form shows
  ['input textarea select en-todo', 'inline', { form: 'control' }],
  ['button', 'inline'],
  ['option', 'block'],
  // the browser's own
  ['script style template title head datalist noembed', 'drop', { form: 'invisible' }],
  ['link meta base track keygen', 'drop'],
  ['source param', 'drop', { form: 'parameter' }],
  ['area', 'drop', { form: 'area' }],
];

/** The table, by lower-case tag name. */
export const vocabulary: ReadonlyMap<string, Entry> = new Map(
  table.flatMap(([names, written, options]) =>
    names.split(' ').map((name): [string, Entry] => {
      const mark = options?.mark ? (bits[options.mark] as number) : 0;
      const nests = written === 'list' || written === 'quote';
      return [name, { written, mark, form: options?.form ?? null, nests }];
    }),
  ),
);

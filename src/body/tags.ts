/** What a tag's name says about what it closes and what it is closed across (HTML standard, sections 13.2.4 and 13.2.6). */
import { blocks, voids } from './vocabulary.js';

export const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Which open table parts a new part closes, inside the nearest table. */
const partCloses: ReadonlyMap<string, readonly string[]> = new Map([
  ['td', ['td', 'th', 'caption', 'colgroup']],
  ['th', ['td', 'th', 'caption', 'colgroup']],
  ['tr', ['tr', 'caption', 'colgroup']],
  ['tbody', ['tbody', 'thead', 'tfoot', 'caption', 'colgroup']],
  ['thead', ['tbody', 'thead', 'tfoot', 'caption', 'colgroup']],
  ['tfoot', ['tbody', 'thead', 'tfoot', 'caption', 'colgroup']],
  ['caption', ['caption', 'colgroup', 'tbody', 'thead', 'tfoot']],
  ['colgroup', ['caption', 'colgroup', 'tbody', 'thead', 'tfoot']],
  ['col', ['caption', 'colgroup', 'tbody', 'thead', 'tfoot']],
]);

/** What may hold a part: between it and the part, whatever stands open in the table is closed (13.2.6.4.9 to 14). */
const partHolders: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['td', 'th'].map((name) => [name, new Set(['tr', 'tbody', 'thead', 'tfoot', 'table', 'template'])] as const),
  ['tr', new Set(['tbody', 'thead', 'tfoot', 'table', 'template'])],
  ...['tbody', 'thead', 'tfoot', 'caption', 'colgroup', 'col'].map(
    (name) => [name, new Set(['table', 'template'])] as const,
  ),
]);

/** Openings that close an element of these names if it is the current one. */
const closesCurrent: ReadonlyMap<string, readonly string[]> = new Map([
  ['option', ['option']],
  ['optgroup', ['option']],
]);

/** Parts of ruby end what of these is open in it (13.2.6.4.7: generate implied end tags). */
export const endsInRuby: ReadonlySet<string> = new Set('dd dt li optgroup option p rb rp rt'.split(' '));

/** A second one of these ends the first, wherever it stands. */
const single: ReadonlySet<string> = new Set(['a', 'nobr']);

/** A box to type in ends a list of choices. */
const endsSelect: ReadonlySet<string> = new Set(['input', 'keygen', 'textarea']);

/** Items close an open one of these, across what stands open inside it. */
const closesItems: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
]);

/** What an open `<li>`, `<dt>` or `<dd>` is not closed across: another list, a quote, a cell. */
const itemBarriers: ReadonlySet<string> = new Set(
  'ul ol menu dir dl blockquote figure section article details'.split(' '),
);

/** What an end tag is not matched across: the cell, caption or table that it stands in. */
const scopeBarriers: ReadonlySet<string> = new Set('td th caption table template object foreignobject'.split(' '));

/** What goes on behind an end tag that crosses it (13.2.4.3), links left out: one link is one target. */
const formatting: ReadonlySet<string> = new Set('b big code em font i s small strike strong tt u'.split(' '));

/** Inside these the content of a drawing or a formula is HTML again (13.2.6: integration points), by what they are parts of. */
const integrationPoints: ReadonlyMap<string, string> = new Map([
  ...['foreignobject', 'desc', 'title'].map((name) => [name, 'svg'] as const),
  ...['mi', 'mo', 'mn', 'ms', 'mtext'].map((name) => [name, 'math'] as const),
]);

/** Start tags that end a drawing or formula: they are HTML, and nothing closed it (13.2.6.5). */
const breakouts: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
    'nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** What may stand in a document's head; anything else ends it (13.2.6.4.4). */
const inHead: ReadonlySet<string> = new Set(
  'base basefont bgsound head html link meta noframes noscript script style template title'.split(' '),
);

/** Media that XHTML closes in their own tag: `<video src="a.mp4" />` has nothing in it, whatever HTML makes of it. */
const media: ReadonlySet<string> = new Set('audio iframe object video'.split(' '));

/** Blocks that an end tag crosses like a mark: to the standard nothing special (13.2.4.2). */
const unspecial: ReadonlySet<string> = new Set('dialog legend optgroup option'.split(' '));

/** Their end tag means nothing where a block that began in them is still open (13.2.6.4.7: any other end tag). */
const ordinary: ReadonlySet<string> = new Set(
  'abbr acronym bdi bdo cite data del dfn ins kbd label legend mark nobr q samp span sub sup time var'.split(' '),
);

/** Blocks that go on behind the end of a mark or link which began around them: `<b><div>one</b>two</div>`. */
const continued: ReadonlySet<string> = new Set(
  'p div center section article aside header footer main figure figcaption summary blockquote h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** What the builder knows of one tag name, looked up once a tag. */
export class Tag {
  readonly isVoid: boolean;
  /** A block: it ends an open `<p>`. */
  readonly isBlock: boolean;
  /** A block that the end tags of ordinary elements do not cross. */
  readonly isSpecialBlock: boolean;
  readonly isItemBarrier: boolean;
  readonly isScopeBarrier: boolean;
  readonly isHeading: boolean;
  readonly isForeignRoot: boolean;
  /** `svg` or `math`, in which its content is HTML again; null for other elements. */
  readonly integrates: string | null;
  readonly isBreakout: boolean;
  readonly isInHead: boolean;
  readonly isMedium: boolean;
  readonly isRubyPart: boolean;
  readonly isSingle: boolean;
  readonly endsSelect: boolean;
  readonly isFormatting: boolean;
  readonly isOrdinary: boolean;
  /** Goes on behind an end tag that crosses it. */
  readonly isContinued: boolean;
  readonly partCloses: readonly string[] | null;
  readonly partHolders: ReadonlySet<string> | null;
  readonly closesCurrent: readonly string[] | null;
  readonly closesItems: readonly string[] | null;
  /** Depths at which it is open, the innermost last. */
  readonly open: number[] = [];
  /** How many were closed by the end tag of an element around them: their own is still to come. */
  unended = 0;

  constructor(readonly name: string) {
    // What is no column ends a group of columns: it stands in the table (13.2.6.4.12).
    this.isVoid = voids.has(name) || name === 'colgroup';
    this.isBlock = blocks.has(name);
    this.isSpecialBlock = this.isBlock && !unspecial.has(name);
    this.isScopeBarrier = scopeBarriers.has(name);
    this.isItemBarrier = this.isScopeBarrier || itemBarriers.has(name);
    this.isHeading = headings.has(name);
    this.isForeignRoot = name === 'svg' || name === 'math';
    this.integrates = integrationPoints.get(name) ?? null;
    this.isBreakout = breakouts.has(name);
    this.isInHead = inHead.has(name);
    this.isMedium = media.has(name);
    this.isRubyPart = name === 'rt' || name === 'rp' || name === 'rb' || name === 'rtc';
    this.isSingle = single.has(name);
    this.endsSelect = endsSelect.has(name);
    this.isFormatting = formatting.has(name);
    this.isOrdinary = ordinary.has(name);
    this.isContinued = this.isFormatting || continued.has(name);
    this.partCloses = partCloses.get(name) ?? null;
    this.partHolders = partHolders.get(name) ?? null;
    this.closesCurrent = closesCurrent.get(name) ?? null;
    this.closesItems = closesItems.get(name) ?? null;
  }
}

/** Tags by their name, and by other spellings of it. */
export class Tags {
  private readonly bySpelling = new Map<string, Tag>();

  get(spelling: string): Tag {
    let tag = this.bySpelling.get(spelling);
    if (!tag) {
      const name = spelling.toLowerCase();
      tag = this.bySpelling.get(name) ?? new Tag(name);
      this.bySpelling.set(name, tag);
      this.bySpelling.set(spelling, tag);
    }
    return tag;
  }

  /** Depth of the innermost open element of a lower-case name, 0 for none. */
  depthOf(name: string): number {
    return deepest(this.bySpelling.get(name));
  }
}

/** Depth of the innermost open element of a tag, 0 for none. */
export function deepest(tag: Tag | undefined): number {
  return tag && tag.open.length > 0 ? (tag.open[tag.open.length - 1] as number) : 0;
}

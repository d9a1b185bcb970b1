/** A thing that may be noise: what it is, how a line or an address is known to be it, and what was seen of it. */
import { hashText, type KeyKind } from './keys.js';
import { GAP, LINK, patternOf } from './mask.js';
import { Samples } from './samples.js';
import { fixedWeight } from './template.js';

/** What may stand in a gap, and in a link. UTF-16 units. */
const IN_GAP = '.{1,80}';
const IN_LINK = '.{1,200}';

export interface Sample {
  path: string;
  text: string;
}

/** What pass three counts. */
export class Seen {
  articles = 0;
  occurrences = 0;
  characters = 0;
  /** Articles by source. */
  readonly sources = new Map<string, number>();
  /** The sources that are folders. */
  readonly folders = new Set<string>();
  first: string | null = null;
  last: string | null = null;
  /** Occurrences at the head or the tail, other repeats not counted. */
  head = 0;
  tail = 0;
  /** Occurrences so near to the begin or end that a rule with a place finds them. */
  nearHead = 0;
  nearTail = 0;
  readonly kinds = new Map<string, number>();
  /** Occurrences that are most of what their article says. */
  most = 0;
  strong = 0;
  linked = 0;
  /** Occurrences that have something of their own behind them. */
  introduces = 0;
  /** Occurrences whose links all stay on the source's own pages. */
  own = 0;
  readonly hosts = new Set<string>();
  /** Links to the same address inside a sentence. */
  passing = 0;
  withImage = 0;
  tiny = 0;
  named = 0;
  /** Weight that is fixed, of all weight, summed over the occurrences. */
  weight = 0;
  readonly samples = new Samples<Sample>(3);
  readonly nearMisses = new Samples<Sample>(3);
  /** How often another candidate matched the same. */
  readonly shared = new Map<Candidate, number>();
}

export class Candidate {
  readonly seen = new Seen();
  readonly pattern: RegExp;
  /** Weight of what is fixed. */
  readonly fixed: number;

  /**
   * @param kind of the key that found it
   * @param shape a shape or template, an address, a selector
   */
  constructor(
    readonly kind: KeyKind,
    readonly shape: string,
  ) {
    this.pattern = new RegExp(this.source, 'iu');
    this.fixed = fixedWeight(shape);
  }

  /** The regular expression of the rule; for a box nothing. */
  get source(): string {
    const { kind, shape } = this;
    if (kind === 'box') return '';
    if (kind === 'image' || kind === 'album' || kind === 'target') {
      const address = patternOf(shape.replace(/\?$/, ''), IN_GAP).replace(/^https\?:|^https?:/, 'https?:');
      return `^${kind === 'album' ? albumPattern(shape) : address}(?:[?#]|$)`;
    }
    if (kind === 'label') return `^${patternOf(shape, IN_LINK)}\\s*${IN_LINK}$`;
    return `^${patternOf(shape.replaceAll(GAP, LINK), kind === 'frame' ? IN_LINK : IN_GAP)}$`;
  }

  get id(): string {
    return `${this.kind} ${this.shape}`;
  }

  /** A name for its rule that stays the same from run to run. */
  get name(): string {
    return `learned-${this.kind}-${hashText(this.id).toString(36).slice(-6).padStart(6, '0')}`;
  }

  /** Gaps of a template. */
  get gaps(): number {
    return this.shape.split(GAP).length - 1;
  }

  get isLine(): boolean {
    return !['image', 'album', 'target', 'box'].includes(this.kind);
  }
}

function albumPattern(shape: string): string {
  return patternOf(shape.replace(/\?$/, '').replaceAll('\ue000', GAP), '[^/?#]+').replace(/^https?:/, 'https?:');
}

/** What `learn` keeps of one article: its lines and boxes, plain data that can be posted and stored. */

export interface Observation {
  /** Path below the base. */
  path: string;
  /** The folder or site that it comes from. */
  source: string;
  /** Day, or null. */
  date: string | null;
  lines: SeenLine[];
  boxes: SeenBox[];
}

export interface SeenLine {
  /** As a reader sees it; empty where it is too long to be noise, or shows images only. */
  text: string;
  /** The text with a mark for each link's text; absent where there is no link. */
  frame?: string;
  /** Addresses of its links. */
  links?: string[];
  images?: SeenImage[];
  weight: number;
  /** Weight of what stands in links. */
  linked: number;
  kind: LineKind;
  /** All of it is strong or emphasised, as a heading often is. */
  strong?: boolean;
  /** It does not fill its block: `<br>` parts it from others. */
  part?: boolean;
}

/** What kind of block holds a line; `code` is never matched. */
export type LineKind = 'block' | 'heading' | 'item' | 'cell' | 'quote' | 'code';

export interface SeenImage {
  src: string;
  alt: string;
  /** Width and height are said, and small. */
  tiny: boolean;
}

/** An element with a class or an id. */
export interface SeenBox {
  /** As a selector: `div.sponsor`. */
  selector: string;
  /** Its lines. */
  from: number;
  to: number;
}

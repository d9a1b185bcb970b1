/** The types that pass between the stages, and nothing else. */
import type { ArticleSettings } from './options/article.js';
export type BodyKind = 'html' | 'markdown' | 'text';
export type FrontMatterMode = 'keep' | 'normalize' | 'none';
export type Target = 'hexo' | 'jekyll' | 'hugo';

/** What was done to the article. `move` took text out into the metadata; `add` wrote text that the input has not. */
export type Action = 'remove' | 'unwrap' | 'attributes' | 'replace' | 'move' | 'add';

export interface Warning {
  /** Stable word for scripts: `guessed-encoding`, `invalid-front-matter`, `full-page`... */
  code: string;
  message: string;
  /** Line in the input, from 1, or null. */
  line: number | null;
}

/** Bytes turned to text: line ends are LF, the BOM is gone, surrogates are well formed. */
export interface Decoded {
  text: string;
  /** WHATWG name in lower case. */
  encoding: string;
  /** How the encoding was found. */
  evidence: 'bom' | 'utf-8' | 'declared' | 'detected' | 'fallback' | 'option' | 'string';
  warnings: Warning[];
}

export type FrontMatterSyntax = 'yaml' | 'toml' | 'json';

export interface FrontMatter {
  syntax: FrontMatterSyntax;
  /** The whole block as `keep` writes it: fences included, LF, one final newline. */
  raw: string;
  /** As parsed, plain scalars by section 2 of the design. */
  data: Record<string, unknown>;
}

export interface Split {
  frontMatter: FrontMatter | null;
  body: string;
  /** Where the body starts in the decoded text, UTF-16 units. */
  bodyOffset: number;
  warnings: Warning[];
}

/** The metadata keys of the JSON record, in its order. */
export interface Metadata {
  title: string | null;
  date: string | null;
  updated: string | null;
  authors: string[];
  editors: string[];
  publisher: string | null;
  categories: string[];
  tags: string[];
  image: string | null;
  url: string | null;
  language: string | null;
}

/**
 * Where a page's metadata is from, in the order in which the sources are trusted. `head`: `<title>`, `<link>` and
 * `<html lang>`; `byline`: lines beside the title; `credits`: lines that rules read; `saved`: what a browser noted.
 */
export type MetadataSource =
  | 'front-matter'
  | 'head'
  | 'json-ld'
  | 'open-graph'
  | 'meta'
  | 'time'
  | 'microdata'
  | 'byline'
  | 'credits'
  | 'heading'
  | 'saved';

/** The source of each value that is given; two, with a comma, where a list was put together. */
export type MetadataFrom = Partial<Record<keyof Metadata, string>>;

/** What `move` rules read out of credit lines. */
export interface Credits {
  authors: string[];
  editors: string[];
  publisher: string | null;
  url: string | null;
}

export interface Link {
  url: string;
  text: string;
}

export interface Image {
  url: string;
  alt: string;
  caption: string;
}

/** Which part of a page is its article. */
export interface PageArticle {
  /** Its element, as a selector would name it. */
  element: string;
  /** From 0 to 1. */
  sureness: number;
  /** What speaks for it and against it, in a reader's words. */
  why: string[];
}

/** A change as JSON, `--report` and `--explain` show it. */
export interface ChangeRecord {
  rule: string;
  action: Action;
  line: number;
  column: number;
  start: number;
  end: number;
  text: string;
  /** Why, where the rule's own reason does not tell enough: `menu, 94 % links`. */
  reason?: string;
}

/** A change as reports show it. */
export interface LoggedChange extends ChangeRecord {
  /** Non-white characters of visible text that it took out; left out where there are none. */
  characters?: number;
}

/** The JSON object of one article; keys in this order. */
export interface ArticleRecord extends Metadata {
  schemaVersion: 1;
  source: string;
  encoding: string;
  frontMatter: Record<string, unknown> | null;
  markdown: string;
  text: string;
  links: Link[];
  images: Image[];
  characters: number;
  kept: number;
  removed: number;
  changes: ChangeRecord[];
  warnings: Warning[];
  /** Of full pages. */
  article?: PageArticle;
  /** Of full pages: which source each value of the metadata is from. */
  metadataFrom?: MetadataFrom;
}

/** What the stages are asked about one article. Every field has a default. */
export interface ArticleOptions extends ArticleSettings {
  /** Path relative to the base, `-` for stdin: `source` in JSON, and its ending is a hint for the body's kind. */
  source?: string;
  /** Told each rule's name as it starts, and null when all are done: a program that ends a slow run can say where. */
  onRule?: (name: string | null) => void;
  /** Gives a relative link or image its new target, null to leave it, undefined where it leads to no file. Made by the batch, which knows the outputs. */
  relink?: (url: string) => string | null | undefined;
}

/** Texts: what has the shape of one of them, its numbers, dates, addresses and white space apart, and what follows a label. */
export interface Like {
  like: string | string[];
}

/**
 * A rule in a config file: `selector`, `text`, `line`, `image` or `link` say what matches. One that matches nothing and
 * only says what stays is about the rule of its name.
 */
export interface RuleDefinition {
  /** Kebab-case, unlike any built-in name. */
  name: string;
  why?: string;
  /** CSS selector of the elements. */
  selector?: string;
  /** Regular expression that an element's text must match; white space in the text is folded. */
  text?: string;
  /** Regular expression that a line's text must match: what stands between line breaks or the borders of blocks. */
  line?: string;
  /** Regular expression for the address of an image in it; alone: the images themselves. */
  image?: string;
  /** Regular expression for the address of a link in it; alone: the links themselves. */
  link?: string;
  /** Only near the article's begin or end. */
  place?: 'head' | 'tail';
  /** Folders: only articles that lie in one of them, at any depth below the base. */
  in?: string | string[];
  /** CSS selector of elements that stay all the same, or what the text that stays reads like. */
  unless?: string | Like;
  /** @default 'remove' */
  action?: 'remove' | 'unwrap';
  /** @default true */
  enabled?: boolean;
  /** What `learn` saw, for the reader of its proposals. */
  learned?: Readonly<Record<string, unknown>>;
  /** Checked when the rules are loaded: cleaned, `before` must show what `after` shows. */
  examples?: { before: string; after: string }[];
}

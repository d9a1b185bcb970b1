/**
 * The options of one article, for the command line, the config file, the library and the rules alike. A stage takes
 * those that it uses; a rule finds them in `context.options`.
 */
import { text, url, wordOf } from './kind.js';
import { flag, type Option, optional, preset, repeated, type ValueOf } from './row.js';

// biome-ignore format: one option is one or two lines, so that the table reads as one.
export const ARTICLE_OPTIONS = {
  /** WHATWG label that overrides detection. */
  encoding: optional(text, { name: 'encoding', group: 'Input', value: 'LABEL', report: true, example: 'gb18030',
    help: 'encoding of the inputs (gb18030, shift_jis), instead of detecting it' }),
  body: preset(wordOf('auto', 'html', 'markdown', 'text'), 'auto', { name: 'body', group: 'Input', value: 'KIND', preset: 'auto', report: true,
    help: 'what the bodies are: auto, html, markdown or text' }),
  /** Resolves relative links and images. */
  baseUrl: optional(url, { name: 'base-url', group: 'Input', value: 'URL', report: true, example: 'https://example.org/blog/',
    help: 'resolve relative links and images against URL' }),

  frontMatter: preset(wordOf('keep', 'normalize', 'none'), 'keep', { name: 'front-matter', group: 'Output', value: 'MODE', preset: 'keep',
    help: 'keep it as written, normalize it to YAML, or leave it out (none)' }),
  target: optional(wordOf('hexo', 'jekyll', 'hugo'), { name: 'target', group: 'Output', value: 'SITE', report: true,
    help: 'keep template tags live for a site generator: hexo, jekyll or hugo' }),

  only: repeated(text, { name: 'only', group: 'Cleaning', value: 'RULE', report: true, example: 'script',
    help: 'run this rule only' }),
  skip: repeated(text, { name: 'skip', group: 'Cleaning', value: 'RULE', report: true, example: 'hidden',
    help: 'do not run this rule' }),
  /** CSS selectors whose elements no rule may touch. */
  keep: repeated(text, { name: 'keep', group: 'Cleaning', value: 'SELECTOR', report: true, example: '.footnotes',
    help: 'no rule touches what this CSS selector matches' }),
  /** CSS selectors whose elements go. */
  drop: repeated(text, { name: 'drop', group: 'Cleaning', value: 'SELECTOR', report: true, example: '.share-buttons',
    help: 'remove what this CSS selector matches' }),
  images: preset(wordOf('keep', 'alt', 'none'), 'keep', { name: 'images', group: 'Cleaning', value: 'MODE', preset: 'keep', report: true,
    help: 'keep images, write their alt text (alt), or drop them (none)' }),
  links: preset(wordOf('keep', 'text'), 'keep', { name: 'links', group: 'Cleaning', value: 'MODE', preset: 'keep', report: true,
    help: 'keep links, or write their text only (text)' }),
  whole: flag({ name: 'whole', group: 'Cleaning', report: true,
    help: 'convert full pages whole, not only their main part' }),
  /** CSS selector of the article, instead of finding it. */
  article: optional(text, { name: 'article', group: 'Cleaning', value: 'SELECTOR', report: true, example: '.post',
    help: 'the article is what this CSS selector matches, instead of finding it' }),
  comments: preset(wordOf('drop', 'keep'), 'drop', { name: 'comments', group: 'Cleaning', value: 'MODE', preset: 'drop', report: true,
    help: "drop readers' comments of full pages, or keep them" }),

  verify: flag({ name: 'verify', group: 'Report', help: 're-read every output and prove that nothing was lost' }),
} as const satisfies Readonly<Record<string, Option>>;

type Rows = typeof ARTICLE_OPTIONS;

/** Every field has a default: that of the option's row. */
export type ArticleSettings = { -readonly [K in keyof Rows]?: NonNullable<ValueOf<Rows[K]>> };

/** The words that an option may be, for the command line, the config and the library alike. */
export const WORDS = {
  body: ['auto', 'html', 'markdown', 'text'],
  frontMatter: ['keep', 'normalize', 'none'],
  target: ['hexo', 'jekyll', 'hugo'],
  images: ['keep', 'alt', 'none'],
  links: ['keep', 'text'],
} as const;

/** The library. Nothing happens on import; nothing but `convertFiles` reads a file, nothing writes one. */

export type { Conversion, ConvertOptions, Outputs } from './api.js';
export { defineRule, type Rule } from './clean/rule.js';
export { convert } from './convert.js';
export { ArticleError, UsageError } from './errors.js';
export { convertFiles, type FileResult, type FilesOptions } from './files.js';
export type { Format } from './formats/list.js';
export type {
  ArticleRecord,
  BodyKind,
  ChangeRecord,
  FrontMatterMode,
  Image,
  Link,
  Metadata,
  RuleDefinition,
  Target,
  Warning,
} from './types.js';
export { toMarkdown, toText } from './write/html-to-markdown.js';
export type { WriteOptions } from './write/options.js';

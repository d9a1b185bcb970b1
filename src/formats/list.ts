/** All output formats. A new one is a file here and a line below; it does not compile without its proof. */
import type { OutputFormat } from './format.js';
import { json, ndjson } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

export const FORMATS = { markdown, text, json, ndjson } as const satisfies Readonly<Record<string, OutputFormat>>;

/**
 * gray-matter, disarmed. It gets one block whose extent and language are already known, options on every call (a
 * call without them fills a cache for ever), and a table in which the engines that run code are refused: its own
 * `---js` and `---javascript` call `eval`. `stringify` is never used, for it parses its input again.
 */
import matter from 'gray-matter';
import { parse as parseTomlSource, TomlError } from 'smol-toml';
import type { FrontMatterSyntax } from '../types.js';
import { TooLargeError } from './bound-data.js';
import { longestBlock } from './fences.js';
import { quoteInexactNumbers } from './numbers.js';
import { readSimpleYaml } from './simple-yaml.js';
import { BlockError, parseAnyYaml } from './yaml.js';

/** gray-matter looks for comments with a pattern whose cost is the square of a run of blank lines. */
const blankRun = 200;

const refuse = {
  parse(): never {
    throw new BlockError('front matter that is a program is never run', 0, 0);
  },
};

type Engines = NonNullable<Parameters<typeof matter>[1]>['engines'];

/**
 * gray-matter hands on the line end behind the fence too. Its types want an object from every engine; what is none
 * is sorted out by the caller.
 */
const engines = {
  yaml: { parse: (block: string) => parseAnyYaml(block.slice(1)) as object },
  toml: { parse: (block: string) => parseToml(block.slice(1)) },
  json: { parse: (block: string) => parseJson(block.slice(1)) },
  js: refuse,
  javascript: refuse,
  coffee: refuse,
} satisfies Engines;

/**
 * Parses one block.
 * @param block the text between the fences, LF, with its final line end or without
 * @returns what it holds; null where it is no mapping
 * @throws BlockError where it is not valid; TooLargeError
 */
export function parseBlock(syntax: FrontMatterSyntax, block: string): Record<string, unknown> | null {
  const simple = syntax === 'yaml' && block.length <= longestBlock ? readSimpleYaml(block) : null;
  if (simple) return simple;
  if (isTooLarge(block)) throw new TooLargeError('it is too large');
  // The second delimiter cannot occur: no block holds U+0000. So gray-matter never looks for an end of its own.
  const options = { language: syntax, engines, delimiters: ['---', '\0'] as [string, string] };
  const data: unknown = matter(`---\n${block}`, options).data;
  if (data === null || data === undefined) return {};
  return isMapping(data) ? data : null;
}

function isTooLarge(block: string): boolean {
  if (block.length > longestBlock) return true;
  let blanks = 0;
  for (let at = 0; at < block.length; ) {
    const stop = block.indexOf('\n', at);
    const end = stop < 0 ? block.length : stop;
    blanks = block.slice(at, end).trim() === '' ? blanks + 1 : 0;
    if (blanks > blankRun) return true;
    at = end + 1;
  }
  return false;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseToml(block: string): object {
  try {
    return parseTomlSource(quoteInexactNumbers(block, 'toml'), { maxDepth: 100 });
  } catch (error) {
    if (!(error instanceof TomlError)) throw new BlockError('it cannot be read', 0, 0);
    const reason = error.message.split('\n', 1)[0] ?? '';
    throw new BlockError(reason.replace('Invalid TOML document: ', ''), error.line - 1, error.column - 1);
  }
}

/** `at position 17` in V8's message, the only place that it gives. */
const position = / at position (\d{1,9})/;

function parseJson(block: string): object {
  const source = quoteInexactNumbers(block, 'json');
  try {
    return JSON.parse(source) as object;
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : '';
    // Quotes were only put around numbers: the line is right, the column nearly.
    const before = source.slice(0, Number(position.exec(message)?.[1] ?? 0)).split('\n');
    throw new BlockError('it is no JSON', before.length - 1, before.at(-1)?.length ?? 0);
  }
}

/** Front matter apart from the body. In doubt the text is body: no article is ever lost to a fence. */
import { place } from '../input/encoding/tidy.js';
import type { FrontMatterSyntax, Split, Warning } from '../types.js';
import { boundData, TooLargeError } from './bound-data.js';
import { parseBlock } from './engines.js';
import { type End, findOpening, type Opening } from './fences.js';
import { looksLikeMetadata, repairYaml } from './repair.js';
import { BlockError, readByteEscapes } from './yaml.js';

/**
 * Splits decoded text.
 * @param text LF line ends, as `decode` and `decodeString` give it
 */
export function splitFrontMatter(text: string): Split {
  const opening = findOpening(text);
  if (opening.kind === 'none') return allBody(text, []);
  const { line } = place(text, opening.start);
  if (opening.kind === 'refused') {
    const message = `"${opening.line.trim().slice(0, 40)}" opens no front matter that is read (yaml, toml, json); it stays in the body`;
    return allBody(text, [{ code: 'front-matter-language', message, line }]);
  }
  if (opening.kind === 'unclosed') {
    const message = `"${opening.line.trim()}" opens front matter that has no end; it stays in the body`;
    return allBody(text, [{ code: 'unclosed-front-matter', message, line }]);
  }
  try {
    const split = readBlock(text, opening, line);
    // Without an opening fence nobody said that it is front matter: what reads as none is text.
    return opening.isOpen && !split.frontMatter ? allBody(text, []) : split;
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    return kept(text, opening, opening.first, {}, [tooLarge(error.message, line)]);
  }
}

function allBody(text: string, warnings: Warning[]): Split {
  return { frontMatter: null, body: text, bodyOffset: 0, warnings };
}

type Block = Extract<Opening, { kind: 'block' }>;

function readBlock(text: string, opening: Block, line: number): Split {
  let failure: BlockError | null = null;
  const { start: firstEnd, bodyStart } = opening.first;
  for (const end of opening.ends) {
    const block = text.slice(opening.blockStart, end.start);
    if (end.start > bodyStart && opening.syntax === 'yaml' && !mayBeQuoted(text.slice(bodyStart, end.start))) break;
    try {
      const data = parseBlock(opening.syntax, sourceOf(opening, block, end.start > firstEnd));
      const bounded = data && boundData(data, block.length, block.includes('\\x') ? readByteEscapes : null);
      if (bounded && looksLikeMetadata(Object.keys(bounded.data))) {
        const warnings = bounded.dropped.map((key) => {
          return { code: 'dropped-key', message: `the key ${key} of the front matter is not used`, line };
        });
        return kept(text, opening, end, bounded.data, warnings);
      }
      // What is valid and no mapping ends here; only a broken block may go on to a later fence.
      if (!failure) return noMapping(text, line);
    } catch (error) {
      if (error instanceof TooLargeError && failure) break;
      if (!(error instanceof BlockError)) throw error;
      failure ??= error;
    }
  }
  return repaired(text, opening, failure, line);
}

/** What a scalar in quotes that has a fence in it goes on with: a few lines, none of them blank. Else it is body. */
function mayBeQuoted(text: string): boolean {
  const lines = text.split('\n', 12);
  return lines.length < 12 && lines.every((line, index) => line.trim() !== '' || index === lines.length - 1);
}

/** A line at column 1 that starts no pair: `---`, or the rest of a scalar in quotes. */
const unindented = /^(?![\w"'-]{1,100}:(?: |$)|- |[ \t#])(?=.)/gm;

/** The block as its parser wants it. Inside quotes a line end is a blank, so that the lines there may be indented. */
function sourceOf({ syntax, start, blockStart }: Block, block: string, holdsFence: boolean): string {
  if (holdsFence && syntax === 'yaml') return block.replace(unindented, ' ');
  // Hexo writes the members of the object alone.
  if (syntax === 'json' && start !== blockStart && !block.trimStart().startsWith('{')) return `{${block}}`;
  return block;
}

function repaired(text: string, opening: Block, failure: BlockError | null, line: number): Split {
  if (!failure) return noMapping(text, line);
  const end = opening.first;
  const block = text.slice(opening.blockStart, end.start);
  const data = repairYaml(opening.syntax === 'toml' ? tomlAsYaml(block) : sourceOf(opening, block, false));
  if (data === null) return noMapping(text, line);
  const name: Record<FrontMatterSyntax, string> = { yaml: 'YAML', toml: 'TOML', json: 'JSON' };
  const first = place(text, opening.blockStart).line;
  const where = `line ${first + failure.line}, column ${failure.column + 1}`;
  const message = `the front matter is not valid ${name[opening.syntax]} (${where}: ${failure.message}); it is kept as it is, and was read pair by pair`;
  const bounded = boundData(data, block.length, block.includes('\\x') ? readByteEscapes : null);
  return kept(text, opening, end, bounded.data, [
    { code: 'invalid-front-matter', message, line: first + failure.line },
  ]);
}

/** `title = "x"` as `title: "x"`: enough to read the pairs of a broken block. */
function tomlAsYaml(block: string): string {
  return block.replace(/^([\w-]{1,100})[ \t]*=[ \t]*/gm, '$1: ').replace(/^\[.*$/gm, '');
}

function kept(text: string, opening: Block, end: End, data: Record<string, unknown>, warnings: Warning[]): Split {
  const raw = `${text.slice(opening.start, end.bodyStart).replace(/\n$/, '')}\n`;
  return {
    frontMatter: { syntax: opening.syntax, raw, data },
    body: text.slice(end.bodyStart),
    bodyOffset: end.bodyStart,
    warnings,
  };
}

function noMapping(text: string, line: number): Split {
  const message = 'what stands between the first fences is no list of names and values; it stays in the body';
  return allBody(text, [{ code: 'no-front-matter', message, line }]);
}

function tooLarge(what: string, line: number): Warning {
  return { code: 'front-matter-too-large', message: `the front matter is kept and not read: ${what}`, line };
}

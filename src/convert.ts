/**
 * The pipeline on one screen, pure: bytes and options in, outputs and a record out.
 *
 *   decode -> split front matter -> parse -> clean -> forms -> write
 *
 * A stage takes its input and the options that it uses and returns a value. No file, no process, no clock.
 */
import { parseBody } from './body/parse.js';
import { cleanBody } from './clean/stage.js';
import { buildConversion } from './conversion.js';
import { ArticleError } from './errors.js';
import { splitFrontMatter } from './front-matter/split.js';
import { decode, decodeString } from './input/decode.js';
import { checkCall } from './options/check.js';
import type { Conversion, ConvertOptions } from './types.js';
import { writeBody } from './write/body.js';

/**
 * Converts one article.
 *
 * @param input the article's bytes, or its text
 * @param options every field has a default: Markdown out, front matter kept, all built-in rules
 * @returns every requested output, the JSON record (built when asked for), changes and warnings
 * @throws {ArticleError} where this article cannot be converted: binary, a feed, a rule that failed
 * @throws {UsageError} where an option is wrong: an unknown rule, an invalid selector, an unknown encoding
 */
export async function convert(input: string | Uint8Array, options: ConvertOptions = {}): Promise<Conversion> {
  try {
    checkCall(input, options);
    const decoded = typeof input === 'string' ? decodeString(input) : await decode(input, options.encoding);
    const split = splitFrontMatter(decoded.text);
    const body = await parseBody(split, options);
    const cleaned = cleanBody(body, decoded, split, options);
    const written = await writeBody(cleaned, options);
    const conversion = buildConversion(decoded, split, cleaned, written, options);
    if (options.verify) (await import('./verify/outputs.js')).verifyOutputs(conversion, split, written);
    return conversion;
  } catch (error) {
    if (error instanceof Error && (error.name === 'ArticleError' || error.name === 'UsageError')) throw error;
    if (error instanceof RangeError && error.message === 'Invalid string length') {
      const what = 'its output is longer than a text can be in this program';
      throw new ArticleError('output-too-large', what, 'convert its parts one by one', null, { cause: error });
    }
    const message = `an error that should not happen: ${(error as Error).message}`;
    throw new ArticleError('internal', message, 'please report it with this file', null, { cause: error });
  }
}

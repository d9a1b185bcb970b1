/**
 * The pipeline on one screen, pure: bytes and options in, outputs and a record out.
 *
 *   decode -> split -> parse -> find -> clean -> adapt -> audit -> write
 *
 * A stage takes its input and the options that it uses and returns a value. No file, no process, no clock.
 */
import type { Conversion, ConvertOptions } from './api.js';
import { parseBody } from './body/parse.js';
import { auditBody } from './clean/audit.js';
import { cleanBody } from './clean/stage.js';
import { Article } from './conversion/article.js';
import { openProof, proveSource } from './conversion/prove.js';
import { ArticleError } from './errors.js';
import { askedWarnings, findInBody } from './find/stage.js';
import { type Format, sayMetadata } from './formats/list.js';
import { splitFrontMatter } from './front-matter/split.js';
import { decode, decodeString } from './input/decode.js';
import { refuseContainer } from './input/open/known.js';
import { placeStreamed } from './input/streamed.js';
import { checkCall } from './options/check.js';
import { selectRules } from './rule-set/select.js';
import { adaptBody } from './write/adapt.js';
import { writeBody } from './write/body.js';

/**
 * Converts one article.
 *
 * @param input the article's bytes, or its text
 * @param options every field has a default: Markdown out, front matter kept, all built-in rules
 * @returns every requested output, the JSON record (built when asked for), changes and warnings
 * @throws {ArticleError} where this article cannot be converted: binary, a feed or another container, a rule that failed
 * @throws {UsageError} where an option is wrong: an unknown rule, an invalid selector, an unknown encoding
 */
export async function convert<F extends Format = 'markdown'>(
  input: string | Uint8Array,
  options: ConvertOptions<F> = {},
): Promise<Conversion<F>> {
  try {
    checkCall(input, options);
    const read = typeof input === 'string' ? decodeString(input) : await decode(input, options.encoding);
    refuseContainer(read.text);
    const decoded = placeStreamed(read);
    const split = splitFrontMatter(decoded.text);
    const body = await parseBody(split, options);
    const rules = selectRules(options);
    const found = findInBody(body, options, sayMetadata(options.formats ?? []));
    const asked = askedWarnings(body, found, options);
    const cleaned = cleanBody(body, decoded.text, split, rules, options, found);
    const adapted = adaptBody(cleaned, options);
    auditBody(adapted.root, cleaned.before, [...cleaned.edits.changes, ...adapted.changes]);
    const proof = options.verify ? await openProof(adapted, options) : null;
    const written = await writeBody(cleaned, adapted, options, proveSource);
    const warnings = [...decoded.warnings, ...split.warnings, ...body.warnings, ...asked, ...written.warnings];
    const article = new Article(decoded, split, cleaned, written, options, warnings);
    await article.write();
    await proof?.(article);
    return article;
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

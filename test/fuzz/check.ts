/** What a mutated article may do: convert and owe nothing (`oracle/`), or fail with an `ArticleError` that is no bug. */
import { convert } from '../../src/convert.js';
import type { ArticleError } from '../../src/errors.js';
import { judgeConversion } from '../oracle/oracle.js';
import type { Source } from './cases.js';

/** Codes of failures that are bugs of ours, whatever the article is. */
const BUGS: ReadonlySet<string> = new Set(['internal', 'unaccounted', 'verify-failed', 'rule-failed']);

/** Milliseconds for an article of a few kilobytes, on a machine that does other work too. */
const LIMIT = 5_000;

export interface Finding {
  /** Which kind of case; set by who runs several. */
  kind?: string;
  seed: number;
  name: string;
  /** `crash`, `time-out`, the code of the error, or of what the conversion owes. */
  code: string;
  message: string;
}

/** Converts a case into every format; what takes too long has a second try. @returns what is wrong, or null */
export async function check(source: Source, seed: number, verify: boolean): Promise<Finding | null> {
  const finding = await checkOnce(source, seed, verify);
  return finding?.code === 'time-out' ? checkOnce(source, seed, verify) : finding;
}

async function checkOnce({ name, bytes, body }: Source, seed: number, verify: boolean): Promise<Finding | null> {
  const started = performance.now();
  const finding = (code: string, message: string): Finding => ({ seed, name, code, message });
  try {
    const conversion = await convert(bytes, {
      source: name,
      ...(body && { body }),
      formats: ['markdown', 'text', 'json'],
      verify,
    });
    for (const text of Object.values(conversion.outputs)) {
      if (!text.isWellFormed()) return finding('crash', 'an output is no Unicode text');
    }
    const [debt] = await judgeConversion(bytes, conversion);
    if (debt) return finding(debt.code, debt.message);
  } catch (error) {
    const { name: type, code = '', message } = error as ArticleError;
    if (type !== 'ArticleError' || BUGS.has(code)) return finding(code || 'crash', message);
  }
  const took = performance.now() - started;
  return took > LIMIT ? finding('time-out', `it took ${Math.round(took)} ms`) : null;
}

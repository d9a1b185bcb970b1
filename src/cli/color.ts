/** Whether messages are coloured, and with what. */
import { type Paint, plain } from '../output/io.js';

/**
 * Decides by the option, then FORCE_COLOR, NO_COLOR and TERM, then the stream.
 * @param isTerminal whether the stream that is written to is a terminal
 */
export function wantsColor(
  when: 'auto' | 'always' | 'never',
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (when !== 'auto') return when === 'always';
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force) return force !== '0' && force !== 'false';
  if (no) return false;
  return isTerminal && term !== 'dumb';
}

/** The colours; chalk is loaded only for them. */
export async function paintFor(color: boolean): Promise<Paint> {
  if (!color) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { failure: chalk.red, warning: chalk.yellow };
}

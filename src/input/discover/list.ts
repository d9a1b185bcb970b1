/** `--files-from`: the names in a file or on stdin. */
import { UsageError } from '../../errors.js';

/**
 * The names, one a line or one before each NUL. Empty lines are no names.
 * @param bytes the list as read
 * @throws {UsageError} where the list is no UTF-8 or is of the other kind
 */
export function readList(bytes: Uint8Array, nul: boolean): string[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError('the list of --files-from is not UTF-8', 'write the names as UTF-8', { cause: error });
  }
  if (!nul && text.includes('\0')) {
    throw new UsageError('the list of --files-from holds NUL', 'add -0, or let find use -print instead of -print0');
  }
  return text.split(nul ? '\0' : /\r?\n/).filter((name) => name !== '');
}

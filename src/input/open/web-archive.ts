/** Pages that a browser saved with all that belongs to them (MHTML): a message of several parts, as mail has it. */
import type { InputKind } from './kind.js';

/** Header lines before the first empty one. */
const HEADERS = /^[A-Za-z][\w-]*:[^\n]*\n(?:[A-Za-z][\w-]*:[^\n]*\n|[ \t][^\n]*\n)*\n/;
const SEVERAL_PARTS = /^content-type:\s*multipart\/related\b/im;
const VERSION = /^mime-version:/im;

export const webArchive: InputKind = {
  name: 'web-archive',
  knows(head) {
    const headers = HEADERS.exec(head)?.[0] ?? '';
    return VERSION.test(headers) && SEVERAL_PARTS.test(headers) ? 'a saved web archive (MHTML)' : null;
  },
  hint: 'save the page as HTML',
  parts: null,
};

/** Exports of Movable Type, TypePad and Hatena: lines of metadata, a line of five dashes, then parts with a name each. */
import type { InputKind } from './kind.js';

/** Lines of metadata up to the first rule of dashes, and the name of the part behind it. Example: `TITLE: Rain` */
const BEGIN = /^(?:[A-Z][A-Z ]{2,30}: ?[^\n]*\n){2,40}-----\n(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\n/;

export const movableType: InputKind = {
  name: 'export',
  knows: (head) => (BEGIN.test(head) ? 'an export of Movable Type' : null),
  hint: 'save its entries as files first',
  parts: null,
};

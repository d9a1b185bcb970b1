/** What the page itself names as its article is not cut together with a box around it whose name says otherwise. */
import { BODY } from './names.js';
import type { Search } from './pass.js';
import * as w from './weights.js';

export function guard({ page, prose }: Search): void {
  for (const part of page.backwards) {
    const { name, hint } = part;
    const isNamed = hint.says >= BODY || name === 'article' || name === 'main';
    if (isNamed && part.prose >= w.GUARDED && part.prose >= w.GUARDED_SHARE * prose) part.guarded = true;
    if (part.guarded && part.parent) part.parent.guarded = true;
  }
}

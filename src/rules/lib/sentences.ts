/** Some sentences of a line out of it: what a site added to an author's own words goes without them. */
import { following, type Node, TEXT } from '../../body/tree.js';
import { showsNothing } from '../../body/white-space.js';
import type { Edits } from '../../clean/edits.js';
import { type Line, removeLine } from '../../clean/line.js';

/** A sentence with the marks and blanks behind it. Example: `转载请注明来源。`. */
const sentence = /(?:[^。！？!?；;.]|\.(?!\s|$))+(?:[。！？!?；;.]+[”"」』）)\]】]*\s*|$)/g;

function onlyText(line: Line): Node | null {
  let text: Node | null = null;
  for (const node of line.nodes) {
    for (let at: Node | null = node; at; at = following(at, node)) {
      if (at.type !== TEXT || showsNothing(at.data)) continue;
      if (text) return null;
      text = at;
    }
  }
  return text;
}

/**
 * Takes out a line of which each sentence passes the test, or those at its end that do.
 * Where the line's sentences are spread over several elements it goes as a whole or not at all.
 * @returns whether anything went
 */
export function removeSentences(line: Line, edits: Edits, goes: (sentence: string) => boolean): boolean {
  const all = line.text.match(sentence) ?? [];
  if (all.every((one) => goes(one.trim()))) {
    removeLine(line, edits);
    return true;
  }
  const text = onlyText(line);
  if (!text) return false;
  let from = text.data.trimEnd().length;
  for (const { 0: one, index } of [...text.data.matchAll(sentence)].reverse()) {
    if (!goes(one.trim())) break;
    from = index;
  }
  if (from === 0 || from >= text.data.trimEnd().length) return false;
  edits.removeText(text, from, text.data.length);
  return true;
}

import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Controls, zero-width blanks, byte order marks, soft hyphens, joiners: looked at one by one. */
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2060\u2061-\u2064\ufeff\ufff9-\ufffb]/;
const runs =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2060\u2061-\u2064\ufeff\ufff9-\ufffb]+/g;
/** Written as references. Example: `&#8203;`, `&#xAD;`, `&shy;`, `&ZeroWidthSpace;`, `&zwj;`. */
const reference =
  /&(?:#0*(?:\d|1[14-9]|2\d|3[01]|12[7-9]|1[345]\d|173|8(?:20[345]|28[89]|29[012])|65(?:279|529|53[01]))(?!\d)|#x0*(?:[01]?[\da-f]|7f|[89][\da-f]|ad|200[b-d]|206[0-4]|feff|fff[9ab])(?![\da-f])|shy|zw|zerowidth|nobreak|negative|applyfunction|af;|invisible|i[ct];)/i;

/** What Windows-1252 has at 0x80 to 0x9f: texts that were read as Latin-1 hold quotes and dashes as controls. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Letters whose words these characters shape or part: Arabic, Indic, Thai, Khmer, emoji. */
const joined = /[\p{L}\p{M}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f]/u;
const parted = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/** What stays of a run of invisible characters between two others. */
function rest(run: string, before: string, after: string): string {
  let text = '';
  for (const character of run) {
    const code = character.charCodeAt(0);
    const joins = code === 0x200c || code === 0x200d;
    if (joins && run.length === 1 && joined.test(before) && joined.test(after)) text += character;
    else if (code === 0x200b && (parted.test(before) || parted.test(after))) text += character;
    else if (code >= 0x80 && code <= 0x9f && windows[code - 0x80] !== character) text += windows[code - 0x80];
  }
  return text;
}

/** What may be a mark of Markdown: a zero-width blank beside it makes emphasis count in Chinese text, or hides a list. */
const markdownMark = /[!-/:-@[-`{-~]/;

function isForMark(node: Node, index: number, run: string, { source }: Context): boolean {
  const at = node.start + index;
  const [before, after] = [source[at - 1] ?? '\n', source[at + run.length] ?? ''];
  const hidesNumber = before === '\n' && /\d/.test(after);
  return node.raw && (markdownMark.test(before) || markdownMark.test(after) || hidesNumber);
}

const strip: Act = (node, edits, context) => {
  const found = [...node.data.matchAll(runs)].reverse();
  const { data } = node;
  for (const { 0: run, index } of found) {
    const before = [...data.slice(Math.max(0, index - 2), index)].pop() ?? '';
    const after = String.fromCodePoint(data.codePointAt(index + run.length) ?? 0x20);
    const text = rest(run, before, after);
    if (text === run || isForMark(node, index, run, context)) continue;
    if (text === '') edits.removeText(node, index, index + run.length);
    else edits.replaceText(node, index, index + run.length, text);
  }
};

export const invisibleCharacter = defineRule({
  name: 'invisible-character',
  group: 'leftovers',
  why: 'Control characters and zero-width blanks cannot be seen but break searches and links; joiners inside words and emoji stay.',
  match: { names: ['#text'], needs: [invisible, reference], test: ({ data }) => invisible.test(data) },
  inCode: true,
  action: { edit: strip },
  examples: [
    { title: 'a zero-width blank', before: '<p>One\u200btwo&#8203; three\ufeff</p>', after: '<p>Onetwo three</p>' },
    { title: 'quotes of Windows that were read as controls', before: '<p>don\u0092t</p>', after: '<p>don’t</p>' },
  ],
  keeps: [
    { title: 'a family', html: '<p>👩\u200d👧</p>' },
    { title: 'a Persian word', html: '<p>می\u200cخواهم</p>' },
  ],
});

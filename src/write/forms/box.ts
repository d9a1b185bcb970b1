/** Boxes that only their style or class makes code, or whose line ends are shown: what a browser does with them. */
import { isCodeStyle, isHighlighter, isHighlighterLine } from '../../body/code-box.js';
import { soleInBlock } from '../../body/traverse.js';
import { following, type Node, TEXT } from '../../body/tree.js';
import { blocks } from '../../body/vocabulary.js';
import { codeForm } from './code.js';
import { type FormHandler, type Forming, into } from './form.js';
import { formHighlighter, joinHighlighterLines } from './highlighter.js';
import { drawnState, formDrawnBox } from './task.js';
import { formWordList, isWordItem } from './word-list.js';

const RULE = 'form:lines';

/** `white-space: pre-line`: a line end in the source is one on the page. */
const SHOWN_LINES = /(?:^|[;\s])white-space\s*:\s*(?:pre|break-spaces)/i;
const ANY_WHITE_SPACE = /(?:^|[;\s])white-space\s*:/i;
/** `--en-syntaxLanguage:python` (Evernote) */
const EVERNOTE_LANGUAGE = /-en-syntaxLanguage\s*:\s*([\w+#-]+)/i;

/** Blocks that are lines of code in such a box; another one says that it is none. */
const LINES = new Set(['div', 'p']);
/** Nodes looked at: a longer listing keeps its lines, but is no block of code. */
const STEPS = 4000;

/** For wrappers, paragraphs and cells. */
export const boxForm: FormHandler = (node, forming) => {
  if (node.attributes === null) return into(node, forming);
  if (isHighlighter(node)) formHighlighter(node, forming);
  else if (isHighlighterLine(node)) return codeForm(joinHighlighterLines(node, forming), forming);
  const state = drawnState(node);
  if (state !== null) return formDrawnBox(node, state, forming);
  if (isWordItem(node)) {
    formWordList(node, forming);
    // What was the first paragraph is an item now, and its list the element around it.
    return node.name === 'li' ? node : into(node, forming);
  }
  const style = node.get('style');
  if (style === null) return into(node, forming);
  if (isCodeStyle(node) && holdsOnlyLines(node)) {
    const language = EVERNOTE_LANGUAGE.exec(style)?.[1];
    const { edits } = forming;
    if (language) edits.by('form:code').attribute(node, 'class', `language-${language}`);
    edits.by('form:code').rename(node, 'pre');
    return codeForm(node, forming);
  }
  if (SHOWN_LINES.test(style)) breakLines(node, forming);
  return into(node, forming);
};

/** For code: several lines that have a block for themselves are a block of code. */
export const inlineCodeForm: FormHandler = (node, forming) => {
  if (!SHOWN_LINES.test(node.get('style') ?? '')) return into(node, forming);
  const whole = holdsLineEnd(node) ? soleInBlock(node, forming.root) : null;
  if (!whole) {
    breakLines(node, forming);
    return into(node, forming);
  }
  return codeForm(forming.edits.by('form:code').wrap('pre', [], whole, whole), forming);
};

function holdsOnlyLines(box: Node): boolean {
  // The box around it was looked at before and holds more than lines, so this one is a part of it.
  if (box.parent && isCodeStyle(box.parent)) return false;
  let left = STEPS;
  for (let node = following(box, box); node; node = following(node, box)) {
    if (left-- <= 0 || node.name === 'img' || (blocks.has(node.name) && !LINES.has(node.name))) return false;
  }
  return true;
}

function holdsLineEnd(code: Node): boolean {
  for (let node = following(code, code); node; node = following(node, code)) {
    if (node.type === TEXT && node.data.trim().includes('\n')) return true;
  }
  return false;
}

/** Puts a `<br>` behind each line end that a style shows. Elements with a style of their own for it are asked apart. */
export function breakLines(box: Node, { edits }: Forming): void {
  for (let node = following(box, box); node; ) {
    const governed = node.name === 'pre' || ANY_WHITE_SPACE.test(node.get('style') ?? '');
    if (governed) {
      node = following(node, box, true);
      continue;
    }
    const end = node.type === TEXT && !isBetweenBlocks(node) ? node.data.indexOf('\n') : -1;
    if (end >= 0) {
      edits.by(RULE).split(node, end + 1);
      node = edits.addElement('br', [], node, 'after');
    }
    node = following(node, box);
  }
}

/** Blanks beside a block, which part the source only. */
function isBetweenBlocks({ data, prev, next }: Node): boolean {
  return data.trim() === '' && (blocks.has(prev?.name ?? '') || blocks.has(next?.name ?? ''));
}

/** Whether the line ends of an element are shown. */
export function showsLines(node: Node): boolean {
  return node.attributes !== null && SHOWN_LINES.test(node.get('style') ?? '');
}

/**
 * Math becomes its TeX source between dollar signs, as text: a CommonMark reader shows exactly that, and the scripts
 * that sites use for math find it there. The source stands in MathML's annotation (KaTeX, MathJax, Pandoc,
 * Wikipedia), in `alttext`, or in MathJax's own script element.
 */
import { ELEMENT, following, type Node, textOf } from '../../body/tree.js';
import { oneLine } from '../../body/white-space.js';
import type { Edits } from '../../clean/edits.js';
import { type FormHandler, type Forming, into, past } from './form.js';

const RULE = 'form:math';

const SCRIPT_TYPE = /^math\/tex\b/i;
const DISPLAY_TYPE = /mode\s*=\s*display/i;
/** What MathJax 2 puts before its script, and KaTeX and MathJax 3 around everything. */
const RENDERED = /(?:^|\s)MathJax(?:_\w+)*(?:$|\s)/;
const SCRIPTS = new Set(['msup', 'msub', 'msubsup']);

function delimited(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return mark + oneLine(tex) + mark;
}

/** TeX of a `<math>` element, or null. One inside it speaks for itself, or nesting would cost its square. */
function texOf(math: Node): string | null {
  for (let node = math.first; node; node = following(node, math, node.name === 'math')) {
    if (node.name === 'annotation' && /tex/i.test(node.get('encoding') ?? '')) return textOf(node);
  }
  return math.get('alttext');
}

function replace(node: Node, tex: string, display: boolean, forming: Forming): Node | null {
  const next = past(node, forming);
  forming.edits.by(RULE).addText(delimited(tex, display), node, 'before');
  forming.edits.by(RULE).remove(node);
  return next;
}

/** `<script type="math/tex">`: the source of what a reader saw as a formula. */
export function isMathScript(node: Node): boolean {
  return node.name === 'script' && SCRIPT_TYPE.test(node.get('type') ?? '');
}

export const mathScriptForm: FormHandler = (node, forming) => {
  const { edits } = forming;
  for (
    let before = node.prev;
    before?.type === ELEMENT && RENDERED.test(before.get('class') ?? '');
    before = node.prev
  ) {
    edits.by(RULE).remove(before);
  }
  return replace(node, textOf(node), DISPLAY_TYPE.test(node.get('type') ?? ''), forming);
};

/** The outermost element of a rendered formula that a `<math>` stands in: KaTeX and MathJax show it twice. */
function renderedAround(math: Node): Node {
  let around = math;
  let node = math.parent;
  for (let level = 0; node && level < 6; level++) {
    const name = node.get('class') ?? '';
    if (
      /(?:^|\s)(?:katex|katex-display|MathJax|mwe-math-element)(?:$|\s)/.test(name) ||
      node.name === 'mjx-container'
    ) {
      around = node;
    }
    node = node.parent;
  }
  return around;
}

/** Formulas without a source: what only their layout says becomes characters, and sub- and superscripts. */
function layOut(math: Node, { edits }: Forming): void {
  for (let node = following(math, math); node; node = following(node, math, node.name === 'math')) {
    const [first, second, third] = SCRIPTS.has(node.name) || node.name === 'mfrac' ? node.children : [];
    if (node.name === 'mfrac' && first && second) {
      edits.by(RULE).addText('/', second, 'before');
      for (const part of [first, second])
        if (part.children.length > 1 && part.name === 'mrow') bracket(part, '(', edits);
    } else if (second) {
      edits.by(RULE).wrap(node.name === 'msup' ? 'sup' : 'sub', [], second, second);
      if (node.name === 'msubsup' && third) edits.by(RULE).wrap('sup', [], third, third);
    } else if (node.name === 'msqrt' && node.first) {
      bracket(node, '√(', edits);
    }
  }
}

function bracket(node: Node, opening: string, edits: Edits): void {
  edits.by(RULE).addText(opening, node.first ?? node, 'before');
  edits.by(RULE).addText(')', node, 'append');
}

/** `<math>`, alone or inside what KaTeX, MathJax 3 or MediaWiki rendered. */
export const renderedMathForm: FormHandler = (math, forming) => {
  const tex = texOf(math);
  if (tex === null || tex.trim() === '') {
    layOut(math, forming);
    return into(math, forming);
  }
  const around = renderedAround(math);
  const display =
    math.get('display') === 'block' ||
    around.get('display') === 'true' ||
    /(?:^|\s)katex-display(?:$|\s)/.test(around.get('class') ?? '');
  return replace(around, tex, display, forming);
};

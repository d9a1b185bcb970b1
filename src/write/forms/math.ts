/**
 * Math becomes its TeX source between dollar signs, as text: a CommonMark reader shows exactly that, and the scripts
 * that sites use for math find it there. The source stands in MathML's annotation (KaTeX, MathJax, Pandoc,
 * Wikipedia), in `alttext`, or in MathJax's own script element.
 */
import { ELEMENT, following, type Node, textOf } from '../../body/tree.js';
import { type FormHandler, type Forming, into, past } from './form.js';

const RULE = 'form:math';

const SCRIPT_TYPE = /^math\/tex\b/i;
const DISPLAY_TYPE = /mode\s*=\s*display/i;
/** What MathJax 2 puts before its script, and KaTeX and MathJax 3 around everything. */
const RENDERED = /(?:^|\s)MathJax(?:_\w+)*(?:$|\s)/;
const BLANKS = /\s+/g;

function delimited(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return mark + tex.replace(BLANKS, ' ').trim() + mark;
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
  forming.edits.addText(delimited(tex, display), node, 'before', RULE);
  forming.edits.remove(node, RULE);
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
    edits.remove(before, RULE);
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

/** `<math>`, alone or inside what KaTeX, MathJax 3 or MediaWiki rendered. */
export const renderedMathForm: FormHandler = (math, forming) => {
  const tex = texOf(math);
  if (tex === null || tex.trim() === '') return into(math, forming);
  const around = renderedAround(math);
  const display =
    math.get('display') === 'block' ||
    around.get('display') === 'true' ||
    /(?:^|\s)katex-display(?:$|\s)/.test(around.get('class') ?? '');
  return replace(around, tex, display, forming);
};

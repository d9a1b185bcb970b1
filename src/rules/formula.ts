import { isBlankText, isBlockElement } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Where sites keep the TeX source of a formula that is drawn, or set by a script. */
const sources = ['data-tex', 'data-formula', 'data-latex', 'data-math', 'data-tex-source'];
/** Editors that use a common name for it. */
const editor = /(?:^|\s)ql-formula(?:$|\s)/;
/** Nothing of a formula. */
const others: ReadonlySet<string> = new Set('a img html body main article table pre code math'.split(' '));
const displayed = /(?:^|[\s_-])(?:block|display)(?:$|[\s_-])/;

/** Zhihu ends the formulas that stand alone with a line end of TeX. */
const lineEnd = /\\\\\s*$/;

function texOf(node: Node): string {
  for (const name of sources) {
    const tex = node.get(name)?.trim();
    if (tex) return tex;
  }
  return (editor.test(node.className) && node.get('data-value')?.trim()) || '';
}

function standsAlone({ prev, next, parent }: Node): boolean {
  const isBlank = (side: Node | null): boolean => side === null || isBlankText(side);
  return isBlockElement(parent) && isBlank(prev) && isBlank(next);
}

const write: Act = (node, edits) => {
  const tex = texOf(node);
  const isDisplayed = isBlockElement(node) || lineEnd.test(tex) || displayed.test(node.className);
  const attributes: [string, string][] = [['alttext', tex.replace(lineEnd, '')]];
  if (isDisplayed && (isBlockElement(node) || standsAlone(node))) attributes.push(['display', 'block']);
  // A block stays, so that its neighbours stay apart.
  if (!isBlockElement(node)) {
    edits.addElement('math', attributes, node, 'before');
    edits.remove(node);
    return;
  }
  for (let child = node.first; child; child = node.first) {
    edits.remove(child);
    if (node.first === child) return;
  }
  edits.addElement('math', attributes, node, 'append');
};

export const formula = defineRule({
  name: 'formula',
  group: 'code',
  why: 'A formula that was drawn, or set by a script, keeps its TeX source beside it; the source is what is left to read.',
  match: {
    names: ['#attributed'],
    needs: ['data-'],
    test: (node) => !others.has(node.name) && texOf(node) !== '',
  },
  unless: (_, { markdown }) => markdown,
  action: { edit: write },
  examples: [
    {
      title: 'drawn in a line',
      before: '<p>With <span class="ztext-math" data-tex="a_1*b"><svg><path d="M1"/></svg></span> it holds.</p>',
      after: '<p>With <math alttext="a_1*b"></math> it holds.</p>',
    },
    {
      title: 'its source as text, alone in its paragraph',
      before: '<p><span data-tex="x^2\\\\">x^2\\\\</span></p>',
      after: '<p><math alttext="x^2" display="block"></math></p>',
    },
    {
      title: 'a block',
      before: '<section class="block-equation" data-formula="E=mc^2"><svg><path d="M1"/></svg></section>',
      after:
        '<section class="block-equation" data-formula="E=mc^2"><math alttext="E=mc^2" display="block"></math></section>',
    },
  ],
  keeps: [
    { title: 'an image of a formula', html: '<p><img src="/eq?tex=x" alt="x" data-formula="x"></p>' },
    { title: 'no source', html: '<p><span class="math" data-tex="">x</span></p>' },
    { title: 'another value', html: '<p><span data-value="3">three</span></p>' },
  ],
});

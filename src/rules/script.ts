import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Formulas that MathJax reads from scripts. Example: `math/tex; mode=display`. */
const formula = /^\s*math\//i;

const isFormula = (node: Node): boolean => node.name === 'script' && formula.test(node.get('type') ?? '');

export const script = defineRule({
  name: 'script',
  group: 'code',
  why: 'Scripts, style sheets and templates are code for the browser; their text was never part of the article.',
  match: { names: ['script', 'style', 'template', 'link', 'meta', 'base'] },
  unless: isFormula,
  inCode: true,
  action: 'remove',
  examples: [
    { title: 'a script', before: '<p>One.</p><script>track()</script>', after: '<p>One.</p>' },
    { title: 'a style sheet', before: '<style>p { color: red }</style><p>One.</p>', after: '<p>One.</p>' },
  ],
  keeps: [
    { title: 'a script that the article shows', html: '<p>Use <code>&lt;script&gt;</code>.</p>' },
    { title: 'a formula', html: '<p>So <script type="math/tex">x^2</script>.</p>' },
  ],
});

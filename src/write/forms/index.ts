/**
 * The cleaned tree becomes one that both writers know: what Markdown has no words for turns into what it has. Each
 * form is an edit in the change log, so that law 1 can be checked on the tree; afterwards the tree's visible text,
 * images and link targets are what the written Markdown shows, in order.
 */
import { ELEMENT, following, type Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';
import type { Warning } from '../../types.js';
import { MAX_LEVELS } from '../block-collector.js';
import type { WriteOptions } from '../options.js';
import { type Form, vocabulary } from '../vocabulary.js';
import { formAnchors } from './anchor.js';
import { areaForm } from './area.js';
import { boxForm, breakLines, inlineCodeForm, showsLines } from './box.js';
import { codeForm } from './code.js';
import { controlForm } from './control.js';
import { definitionForm, summaryForm } from './definition.js';
import { drawingForm } from './drawing.js';
import { embedForm, parameterForm } from './embed.js';
import { formFootnotes } from './footnote.js';
import { type FormHandler, type Forming, removed } from './form.js';
import { gutterForm } from './gutter.js';
import { formTables } from './layout-table.js';
import { imageForm, linkForm } from './link.js';
import { isMathScript, mathScriptForm, renderedMathForm } from './math.js';
import { quotationForm } from './quotation.js';
import { rubyForm } from './ruby.js';
import { itemForm, unboldForm } from './structure.js';
import { formTarget } from './target.js';
import { formTask } from './task.js';
import { mentionForm, unknownForm } from './unknown.js';

const handlers: Record<Form, FormHandler> = {
  area: areaForm,
  box: boxForm,
  code: codeForm,
  'inline-code': inlineCodeForm,
  control: controlForm,
  definition: definitionForm,
  drawing: drawingForm,
  embed: embedForm,
  gutter: gutterForm,
  image: imageForm,
  invisible: (node, forming) =>
    isMathScript(node) ? mathScriptForm(node, forming) : removed(node, forming, 'form:invisible'),
  item: (node, forming) => {
    if (showsLines(node)) breakLines(node, forming);
    formTask(node, forming);
    return itemForm(node, forming);
  },
  link: linkForm,
  math: renderedMathForm,
  mention: mentionForm,
  parameter: parameterForm,
  quotation: quotationForm,
  ruby: rubyForm,
  summary: summaryForm,
  table: (node, forming) => {
    forming.tables.push(node);
    return gutterForm(node, forming);
  },
  unbold: unboldForm,
};

/**
 * Applies the written forms to the tree below `root`, in a few linear passes.
 * @returns warnings about what Markdown can only show in part
 */
export function applyForms(root: Node, edits: Edits, options: WriteOptions): Warning[] {
  const forming: Forming = { root, edits, options, tables: [], fragments: [] };
  const levels = new Levels();
  for (let node: Node | null = root.first; node; ) {
    if (node.type !== ELEMENT) {
      node = following(node, root);
      continue;
    }
    const entry = vocabulary.get(node.name);
    if (entry?.nests) levels.add(node);
    node = entry
      ? entry.form
        ? handlers[entry.form](node, forming)
        : following(node, root)
      : unknownForm(node, forming);
  }
  if (forming.fragments.length > 0) {
    formFootnotes(forming);
    formAnchors(forming);
  }
  if (forming.tables.length > 0) formTables(forming);
  if (options.target) formTarget(root, edits, options.target);
  return levels.deepest > MAX_LEVELS ? [warning(levels.deepest)] : [];
}

/** How deep lists and quotes nest, from where they stand in the input. */
class Levels {
  deepest = 0;
  private readonly ends: number[] = [];

  add(node: Node): void {
    while (this.ends.length > 0 && (this.ends[this.ends.length - 1] as number) <= node.start) this.ends.pop();
    this.ends.push(node.end);
    this.deepest = Math.max(this.deepest, this.ends.length);
  }
}

function warning(levels: number): Warning {
  return {
    code: 'deep-nesting',
    message: `lists and quotes nest ${levels} levels deep; those below level ${MAX_LEVELS} stand at level ${MAX_LEVELS}`,
    line: null,
  };
}

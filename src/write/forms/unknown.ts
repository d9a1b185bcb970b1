/**
 * Elements that HTML does not know. Their content stays in the line; one that holds nothing was filled by a script, and
 * what is left of it is the address in its attributes. Example: `<x-player data-src="https://v.example/1"></x-player>`
 */
import { runsCode } from '../../body/live.js';
import { ELEMENT, type Node } from '../../body/tree.js';
import { linkInPlace } from './embed.js';
import { type FormHandler, into, past, removed } from './form.js';

const RULE = 'form:unknown';

/** An address that can be followed from anywhere. */
const ABSOLUTE = /^\s*(?:https?:)?\/\/\S+\s*$/i;

/** The attributes with an address. */
function addressesIn(node: Node): string[] {
  return [...(node.attributes ?? [])]
    .filter(([, value]) => ABSOLUTE.test(value) && !runsCode(value))
    .map(([name]) => name);
}

export const unknownForm: FormHandler = (node, forming) => {
  if (!node.attributes || isForeign(node)) return into(node, forming);
  const names = addressesIn(node);
  if (holdsSomething(node)) {
    // What it holds is shown; where it led is at least said in the log.
    forming.edits.by(RULE).attributes(node, names);
    return into(node, forming);
  }
  const address = names.length > 0 ? (node.get(names[0] as string) as string).trim() : null;
  // Blanks in it part the words beside it.
  if (node.first) forming.edits.by(RULE).addText(' ', node, 'before');
  if (address === null) return removed(node, forming, RULE);
  const next = past(node, forming);
  linkInPlace(node, address, forming, RULE);
  forming.edits.by(RULE).remove(node);
  return next;
};

/** How far up a drawing or formula is looked for; deeper, nothing is taken away. */
const LEVELS = 32;

/** Parts of drawings and formulas are not unknown: they are not HTML. */
function isForeign(node: Node): boolean {
  let around = node.parent;
  for (let level = 0; around; level++) {
    if (around.name === 'svg' || around.name === 'math' || level === LEVELS) return true;
    around = around.parent;
  }
  return false;
}

function holdsSomething(node: Node): boolean {
  for (let child = node.first; child; child = child.next) {
    if (child.type === ELEMENT || child.data.trim() !== '') return true;
  }
  return false;
}

/**
 * `<lj user="ann">`, `<user name="ann">`: LiveJournal, Dreamwidth and their kin show the name, and link to the journal.
 * `<mpvoice name="The ferry">`: WeChat shows the name of a recording that only its app can play.
 */
export const mentionForm: FormHandler = (node, forming) => {
  const name = (node.get('user') ?? node.get('comm') ?? node.get('name'))?.trim();
  if (name) forming.edits.by('form:mention').addText(name, node, 'before');
  return into(node, forming);
};

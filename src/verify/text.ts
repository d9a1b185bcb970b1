/** What plain text may show: every character of the tree in its order, and besides them only marks. */
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';
import { shownCharacters, withoutTargets } from './stream.js';
import { tokens } from './tokens.js';

export interface ExpectedText {
  /** The characters of the tree in document order; notes stand where they stand in the tree. */
  characters: string;
  /** Characters that the text may have besides, and how often: alternative texts, marks of lists, rules and notes. */
  marks: Map<string, number>;
}

/** Marks that the text writer draws as often as it likes: rules of tables and lists, numbers of items. */
const BULLETS = '-';
const BULLETED: ReadonlySet<string> = new Set(['ul', 'menu', 'dir', 'li', 'table']);
const NUMBERS = '0123456789.-';
const RULE = '***';

/** What the text of a tree, after the written forms, has to show. */
export function expectedText(root: Node): ExpectedText {
  const marks = new Map<string, number>();
  const allow = (text: string, times = 1): void => {
    for (const character of shownCharacters(text)) marks.set(character, (marks.get(character) ?? 0) + times);
  };
  for (let node: Node | null = root.first; node; ) {
    const skip = invisible.has(node.name);
    if (node.type === TEXT && node.raw) allow(node.data);
    else if (node.type === ELEMENT) {
      if (node.name === 'img') allow(node.get('alt') ?? '');
      else if (node.name === 'hr') allow(RULE);
      else if (node.name === 'ol') allow(NUMBERS, Number.POSITIVE_INFINITY);
      else if (BULLETED.has(node.name)) allow(BULLETS, Number.POSITIVE_INFINITY);
    }
    node = following(node, root, skip);
  }
  return { characters: withoutTargets(tokens(root, { asText: true, images: 'none' })), marks };
}

/**
 * Compares a text with what it has to show.
 * @returns null where it shows that and nothing else; else what is wrong
 */
export function textProblem({ characters, marks }: ExpectedText, text: string): string | null {
  const shown = shownCharacters(text);
  const used = new Map<string, number>();
  let at = 0;
  for (let index = 0; index < shown.length; index++) {
    const unit = shown[index] as string;
    if (unit === characters[at]) at++;
    else {
      const character = String.fromCodePoint(shown.codePointAt(index) as number);
      const times = (used.get(character) ?? 0) + 1;
      used.set(character, times);
      if (times > (marks.get(character) ?? 0)) {
        const [wanted, got] = [characters.slice(at, at + 24), shown.slice(index, index + 24)];
        return `where ${JSON.stringify(wanted)} should stand, it has ${JSON.stringify(got)}`;
      }
      index += character.length - 1;
    }
  }
  return at < characters.length ? `nothing shows ${JSON.stringify(characters.slice(at, at + 40))}` : null;
}

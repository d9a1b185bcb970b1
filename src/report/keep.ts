/** What a person writes into the config so that a group of removals stays. */
import { oneLine } from '../body/white-space.js';
import { shapeOf } from '../clean/shape.js';
import { passes } from '../find/passes.js';
import type { Group } from './groups.js';

export interface Keep {
  /** A list of the config. */
  key: 'rules' | 'keep' | 'skip';
  /** Its item, as it stands below the key, line end and all. */
  item: string;
  /** More stays than the group: all that its rule takes. */
  wide: boolean;
}

const parts: ReadonlySet<string> = new Set(passes.map(({ name }) => name));

/**
 * What keeps a group, or null where nothing does.
 * @param whole the group is all that its rule removed
 */
export function keepOf({ rule, loss, shape, samples }: Group, whole: boolean): Keep | null {
  // What a form of the output replaces is no rule's work, and no option keeps it.
  if (rule.includes(':')) return null;
  const skip = (wide: boolean): Keep => ({ key: 'skip', item: `  - ${rule}\n`, wide });
  if (whole) return skip(false);
  const like = shape === '' ? undefined : samples.find(({ text }) => shapeOf(text) === shape)?.text;
  if (like === undefined) return skip(true);
  // A JSON string is YAML, too.
  if (!parts.has(rule)) {
    const item = `  - name: ${rule}\n    unless: { like: ${JSON.stringify(oneLine(like))} }\n`;
    return { key: 'rules', item, wide: false };
  }
  // The parts of a page go as one: a selector says which of them stays.
  const words = loss === 'words' ? constantPart(like, shape) : '';
  if (words === '') return skip(true);
  const found = `:contains("${words.replace(/["\\]/g, '\\$&')}")`;
  return { key: 'keep', item: `  - ${JSON.stringify(`${found}:not(:has(${found}))`)}\n`, wide: false };
}

/** The longest run of a text that is the same in all texts of its shape, as it stands: words a selector can ask for. */
export function constantPart(text: string, shape: string): string {
  const pieces = shape
    .replace(/^\[([\w-]+) …\]$/, '[$1')
    .replace(/: …$/, '')
    .split(/#|…|\s*https?:\/\/\S*/);
  const words = pieces.flatMap((piece) => piece.split('\n')).map((piece) => piece.trim());
  // White space in the source may be a line's end, which a selector would not find.
  const found = words.map((piece) => longestIn(text, piece)).sort((a, b) => b.length - a.length)[0] ?? '';
  return found.length < 2 ? '' : found;
}

function longestIn(text: string, piece: string): string {
  const clipped = piece.slice(0, 60);
  if (clipped !== '' && text.includes(clipped)) return clipped;
  let best = '';
  let run = '';
  for (const word of clipped.split(' ')) {
    const longer = run === '' ? word : `${run} ${word}`;
    run = text.includes(longer) ? longer : word;
    if (run.length > best.length && text.includes(run)) best = run;
  }
  return best;
}

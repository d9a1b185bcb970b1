/** Runs of a block's meaning without what readers and the CJK rule may do otherwise. */

const PUNCTUATION = /[\p{P}\p{S}]/u;
/** White space of any script, at the end of a text and at its start. */
const TRAILING_BLANKS = /\s+$/u;
const LEADING_BLANKS = /^\s+/u;

/**
 * Runs with blanks and punctuation that is not ASCII under no mark, and without blanks of any script at the edges of
 * lines: there they show nothing, and readers differ on no-break and ideographic ones.
 */
export function looseRuns(runs: string[]): string {
  const parts: { key: string; text: string }[] = [];
  const add = (key: string, text: string): void => {
    const last = parts.at(-1);
    if (last?.key === key) last.text += text;
    else parts.push({ key, text });
  };
  for (const run of runs) {
    const quote = run.indexOf('"');
    if (run === ' ') add('', run);
    else if (quote < 0 || run.includes('<img') || run.startsWith('code')) parts.push({ key: 'opaque', text: run });
    else {
      const key = run.slice(0, quote);
      const text = JSON.parse(run.slice(quote)) as string;
      const link = key.includes('(') ? key.slice(key.indexOf('(')) : '';
      for (const character of text) {
        const bare = /\s/u.test(character) || (character.charCodeAt(0) >= 0x80 && PUNCTUATION.test(character));
        add(bare ? (character.trim() === '' ? '' : link) : key, character);
      }
    }
  }
  for (const [index, part] of parts.entries()) {
    const { key, text } = part;
    if (key === 'opaque') continue;
    const isStart = index === 0 || parts[index - 1]?.text === '<br>';
    const isEnd = index === parts.length - 1 || parts[index + 1]?.text === '<br>';
    part.text = text.replace(isStart ? LEADING_BLANKS : /^$/, '').replace(isEnd ? TRAILING_BLANKS : /^$/, '');
  }
  return parts
    .filter(({ text }) => text !== '')
    .map(({ key, text }) => (key === 'opaque' ? text : `${key}${JSON.stringify(text)}`))
    .join(' | ');
}

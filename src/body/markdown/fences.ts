/** Fenced code at the top level of a text, found by lines, so that nothing else is looked for inside it. */

export interface Fence {
  /** Start of the opening fence's line. */
  start: number;
  /** After the closing fence's line, its newline included. */
  end: number;
}

/** An opening or closing fence, e.g. "  ```js". Group 1 the run, group 2 the info string. */
const fenceLine = /^ {0,3}(`{3,}|~{3,})([^\n]*)/gm;

interface Line {
  start: number;
  end: number;
  mark: string;
  length: number;
  bare: boolean;
}

/**
 * All closed fences of a text, in order. A run of marks that nothing closes is no fence here: in a body of unknown
 * kind it is more often a line that divides.
 * @param text LF line ends
 */
export function findFences(text: string): Fence[] {
  const lines = fenceLines(text);
  /** The longest closing fence of each mark from this line on. */
  const longest = { '`': 0, '~': 0 };
  const closers: number[] = new Array(lines.length).fill(0);
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line;
    const mark = line.mark as '`' | '~';
    closers[index] = longest[mark];
    if (line.bare) longest[mark] = Math.max(longest[mark], line.length);
  }
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index++) {
    const open = lines[index] as Line;
    if ((closers[index] as number) < open.length) continue;
    let close = index + 1;
    while (!closes(lines[close] as Line, open)) close++;
    fences.push({ start: open.start, end: (lines[close] as Line).end });
    index = close;
  }
  return fences;
}

function closes(line: Line, open: Line): boolean {
  return line.bare && line.mark === open.mark && line.length >= open.length;
}

function fenceLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: line, 1: run = '', 2: info = '', index: start } of text.matchAll(fenceLine)) {
    // To a pattern a line separator ends a line too; an info string with a backtick makes it a code span.
    if ((start > 0 && text[start - 1] !== '\n') || (run[0] === '`' && info.includes('`'))) continue;
    const end = Math.min(start + line.length + 1, text.length);
    lines.push({ start, end, mark: run[0] as string, length: run.length, bare: info.trim() === '' });
  }
  return lines;
}

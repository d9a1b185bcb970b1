/** Fenced code at the top level of a text, found by lines, so that nothing else is looked for inside it. */

export interface Fence {
  /** Start of the opening fence's line. */
  start: number;
  /** After the closing fence's line, its newline included. */
  end: number;
}

/** An opening or closing fence, e.g. "  ```js". Group 1 the run, group 2 the info string. */
const fenceLine = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/;

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
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const first = text.slice(start, start + 4).trimStart()[0];
    const match = first === '`' || first === '~' ? fenceLine.exec(text.slice(start, end)) : null;
    const run = match?.[1];
    const info = match?.[2] ?? '';
    // An info string with a backtick makes it a code span.
    if (run && !(run[0] === '`' && info.includes('`'))) {
      lines.push({
        start,
        end: Math.min(end + 1, text.length),
        mark: run[0] as string,
        length: run.length,
        bare: info.trim() === '',
      });
    }
    start = end + 1;
  }
  return lines;
}

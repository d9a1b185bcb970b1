/** Source that is no Markdown although it looks so: template tags that hold code, and display math over lines. */
import { findFences } from './fences.js';

export interface Span {
  start: number;
  end: number;
}

const code = '[ \\t]*(highlight|raw|codeblock|code|prism|math|mermaid)\\b[^}\\n]*';
/** A template tag whose content is code, e.g. `{% highlight js %}`, `{{< highlight go >}}`, `{% raw %}`. */
const codeTag = new RegExp(`(?<!\\{)\\{%-?${code}%\\}|\\{\\{[<%]${code}[>%]\\}\\}`, 'g');
/** Display math at a line's start, e.g. "$$\n". */
const displayMath = /^ {0,3}\$\$/gm;

/** Such stretches at the top level of a Markdown text, in order, fenced code left out. */
export function opaqueSpans(text: string): Span[] {
  const found: Span[] = [];
  const fences = text.includes('{') || text.includes('$$') ? findFences(text) : [];
  if (text.includes('{')) codeTags(text, found);
  if (text.includes('$$')) mathBlocks(text, found);
  found.sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let fence = 0;
  let last = 0;
  for (const span of found) {
    while (fence < fences.length && (fences[fence] as Span).end <= span.start) fence++;
    if (span.start < last || (fences[fence]?.start ?? text.length) <= span.start) continue;
    spans.push(span);
    last = span.end;
  }
  return spans;
}

function codeTags(text: string, found: Span[]): void {
  const closers = new Map<string, RegExp>();
  const missing = new Set<string>();
  codeTag.lastIndex = 0;
  for (let match = codeTag.exec(text); match; match = codeTag.exec(text)) {
    const name = (match[1] ?? match[2]) as string;
    const isShortcode = match[2] !== undefined;
    const key = `${isShortcode} ${name}`;
    if (missing.has(key)) continue;
    let closer = closers.get(key);
    if (!closer) {
      const end = isShortcode ? `\\{\\{[<%][ \\t]*/[ \\t]*${name}` : `\\{%-?[ \\t]*end${name}`;
      closer = new RegExp(`${end}[^}\\n]{0,40}${isShortcode ? '[>%]\\}\\}' : '%\\}'}`, 'g');
      closers.set(key, closer);
    }
    closer.lastIndex = codeTag.lastIndex;
    if (closer.test(text)) {
      found.push({ start: match.index, end: closer.lastIndex });
      codeTag.lastIndex = closer.lastIndex;
    } else missing.add(key);
  }
}

function mathBlocks(text: string, found: Span[]): void {
  displayMath.lastIndex = 0;
  for (let match = displayMath.exec(text); match; match = displayMath.exec(text)) {
    const open = displayMath.lastIndex;
    const close = text.indexOf('$$', open);
    if (close < 0) return;
    if (text.slice(open, close).includes('\n\n')) continue;
    found.push({ start: match.index, end: close + 2 });
    displayMath.lastIndex = close + 2;
  }
}

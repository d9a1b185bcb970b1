/** Changes of source text: what goes, what comes, applied in one pass. */

export interface SourceEdit {
  start: number;
  end: number;
  text: string;
  /** Edits of one node have one number: they are kept or given up together. */
  groups: number[];
  /** Its text is Markdown of its own: any block may stand there. */
  free: boolean;
}

/** An applied edit, with the place of its text in the result. */
export interface Applied extends SourceEdit {
  at: number;
}

/** @param edits in order, not overlapping */
export function applyEdits(source: string, edits: readonly SourceEdit[]): { text: string; applied: Applied[] } {
  const parts: string[] = [];
  const applied: Applied[] = [];
  let from = 0;
  let length = 0;
  for (const edit of edits) {
    const kept = source.slice(from, edit.start);
    parts.push(kept, edit.text);
    length += kept.length;
    applied.push({ ...edit, at: length });
    length += edit.text.length;
    from = edit.end;
  }
  parts.push(source.slice(from));
  return { text: parts.join(''), applied };
}

/** Where code spans end: for each length of a run of backticks, the places at which runs of that length stand. */
export class BacktickRuns {
  private readonly starts = new Map<number, number[]>();
  /** Queries come left to right: for each length, how many runs lie behind. */
  private readonly passed = new Map<number, number>();

  /** @param text scanned once, linear */
  constructor(text: string) {
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
      const end = runEnd(text, at);
      const places = this.starts.get(end - at);
      if (places) places.push(at);
      else this.starts.set(end - at, [at]);
      at = end;
    }
  }

  /** Start of the first run of exactly `length` backticks at or after `from`, or -1. Ask with rising `from`. */
  next(length: number, from: number): number {
    const places = this.starts.get(length);
    if (!places) return -1;
    let index = this.passed.get(length) ?? 0;
    while (index < places.length && (places[index] as number) < from) index++;
    this.passed.set(length, index);
    return places[index] ?? -1;
  }
}

/** End of the run of equal characters that starts at `at`. */
export function runEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

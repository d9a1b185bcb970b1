/** Which of several reports is the newest to tell of an article. */
import type { ReportLine } from '../report/record.js';

/** A line of a report, by what it tells of an article. */
interface Line {
  report: number;
  /** Title and length; null for a failure, of which a report knows no more than the name. */
  what: string | null;
}

export class Newest {
  private readonly lines = new Map<string, Line[]>();
  /** By two reports, how many names that both converted have one title and length there, less those that have not. */
  private readonly alike = new Map<string, number>();

  /** @param times of the reports, by their number */
  constructor(private readonly times: readonly number[]) {}

  /** Takes note of a line. */
  add({ source, title, length, error }: ReportLine, report: number): void {
    const what = error === null ? `${length} ${title ?? ''}` : null;
    const others = this.lines.get(source);
    if (!others) {
      this.lines.set(source, [{ report, what }]);
      return;
    }
    if (others.some((other) => other.report === report)) return;
    for (const other of others) {
      if (other.what === null || what === null) continue;
      const pair = pairOf(report, other.report);
      this.alike.set(pair, (this.alike.get(pair) ?? 0) + (other.what === what ? 1 : -1));
    }
    others.push({ report, what });
  }

  /** Whether the line of this report counts: no newer one tells of the article. Once: a second line of it does not. */
  take({ source }: ReportLine, report: number): boolean {
    const lines = this.lines.get(source) ?? [];
    const at = lines.findIndex((line) => line.report === report && line.what !== TAKEN);
    if (at < 0 || lines.some((line) => this.isNewer(line.report, report) && this.areOfOneArchive(line.report, report)))
      return false;
    lines[at] = { report, what: TAKEN };
    return true;
  }

  private isNewer(report: number, than: number): boolean {
    const [one, other] = [this.times[report] as number, this.times[than] as number];
    return one > other || (one === other && report < than);
  }

  /** Many archives have an `index.html`: names that mean other articles in another report say nothing of these. */
  private areOfOneArchive(one: number, other: number): boolean {
    return (this.alike.get(pairOf(one, other)) ?? 0) >= 0;
  }
}

const TAKEN = '';

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

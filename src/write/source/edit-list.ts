/** The edits of a source, made from its head to its tail: what stays is named, and what lies between goes. */
import { spanAt } from '../../body/bisect.js';
import type { SourceEdit } from './changes.js';

/** Places are offsets into the decoded input; edits count from the body's start. */
export class EditList {
  readonly edits: SourceEdit[] = [];
  /** How far the source is accounted for, from the body's start. */
  at = 0;
  private groups = 0;

  /** @param base where the body starts in the decoded input */
  constructor(
    private readonly body: string,
    private readonly base: number,
  ) {}

  /** The source from `start` to `end` stays, and what lies before it and is not accounted for goes. */
  keep(start: number, end: number): void {
    const from = start - this.base;
    const to = end - this.base;
    if (from < this.at) {
      // A rule moved it: where it stood lies before what is accounted for.
      if (to > from) this.insert(this.body.slice(from, to));
      return;
    }
    if (from > this.at) this.push(this.at, from, '');
    this.at = to;
  }

  replace(start: number, end: number, text: string): void {
    this.keep(start, start);
    this.push(this.at, end - this.base, text);
    this.at = end - this.base;
  }

  insert(text: string): void {
    if (text !== '') this.push(this.at, this.at, text);
  }

  private push(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text, groups: [this.groups++], free: false });
  }

  /** The edit that holds a place, or null. */
  private editAt(offset: number): SourceEdit | null {
    return spanAt(this.edits, offset);
  }

  /** Two edits that are given up together, or not at all. */
  pair(one: number, other: number): void {
    const first = this.editAt(one - this.base);
    const second = this.editAt(other - this.base);
    if (!first || !second || first === second) return;
    const group = this.groups++;
    first.groups.push(group);
    second.groups.push(group);
  }
}

/** A few of many, the same ones for any order: those whose hash is smallest. */
import { hashText } from './keys.js';

export class Samples<T> {
  private readonly list: { order: number; value: T }[] = [];

  constructor(private readonly most: number) {}

  /** @param name tells two values apart; one of each name is held */
  add(name: string, value: T): void {
    const order = hashText(name);
    const { list, most } = this;
    const last = list.at(-1);
    if (list.length === most && last && last.order <= order) return;
    let at = list.length;
    while (at > 0 && (list[at - 1] as { order: number }).order > order) at--;
    if (list[at - 1]?.order === order) return;
    list.splice(at, 0, { order, value });
    if (list.length > most) list.pop();
  }

  get values(): T[] {
    return this.list.map(({ value }) => value);
  }
}

/** Counts in bounded memory: never too low, seldom too high (a count-min sketch). The same for any order. */

const ROWS = 2;
const SMALLEST = 1 << 18;
const LARGEST = 1 << 26;
/** Counters an article: a long one has about that many keys. */
const EACH = 400;

export class Sketch {
  private readonly counters: Uint8Array;
  private readonly size: number;

  /** @param articles how many articles will be counted, about */
  constructor(articles: number) {
    let size = SMALLEST;
    while (size < articles * EACH && size < LARGEST) size *= 2;
    this.size = size;
    this.counters = new Uint8Array(size * ROWS);
  }

  /** Counts one key; a count stays at 255 once it is there. */
  add(hash: number): void {
    for (let row = 0; row < ROWS; row++) {
      const place = this.place(hash, row);
      const count = this.counters[place] as number;
      if (count < 255) this.counters[place] = count + 1;
    }
  }

  /** At least how often the key was counted, up to 255. */
  count(hash: number): number {
    let least = 255;
    for (let row = 0; row < ROWS; row++) least = Math.min(least, this.counters[this.place(hash, row)] as number);
    return least;
  }

  private place(hash: number, row: number): number {
    // The two halves of 53 bits are two hashes.
    const half = row === 0 ? hash % 4294967296 : Math.floor(hash / 64) % 4294967296;
    return row * this.size + (half % this.size);
  }
}

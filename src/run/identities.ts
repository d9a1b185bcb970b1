/** Which files the inputs are, by device and inode. Whichever thread asks first looks at them all, for the others too. */

export interface Identity {
  dev: number;
  ino: number;
}

/** Memory that all threads share. */
export interface Identities {
  /** One of the three below. */
  state: Int32Array;
  /** A hash table of pairs: inode, and device from 1; 0 is a free place. Half of it is free. */
  slots: Float64Array;
}

const UNKNOWN = 0;
const LOOKING = 1;
const KNOWN = 2;

/** How long a thread waits for the one that looks, in ms: that one may have been ended. Then it looks for itself. */
const PATIENCE = 5000;

export function identitiesFor(count: number): Identities {
  const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
  return {
    state: new Int32Array(new SharedArrayBuffer(4)),
    slots: new Float64Array(new SharedArrayBuffer(size * 16)),
  };
}

/**
 * The look-up over all inputs.
 * @param all looks at them
 */
export function identify(
  { state, slots }: Identities,
  all: () => Iterable<Identity>,
  patience = PATIENCE,
): (one: Identity) => boolean {
  let was = Atomics.compareExchange(state, 0, UNKNOWN, LOOKING);
  if (was === UNKNOWN) {
    for (const one of all()) put(slots, one);
    Atomics.store(state, 0, KNOWN);
    Atomics.notify(state, 0);
    was = KNOWN;
  }
  if (was === LOOKING) Atomics.wait(state, 0, LOOKING, patience);
  if (Atomics.load(state, 0) === KNOWN) return (one) => isAt(slots, placeOf(slots, one), one);
  // No second thread writes to the table: an input that it lost could be written over.
  const own = new Float64Array(slots.length);
  for (const one of all()) put(own, one);
  return (one) => isAt(own, placeOf(own, one), one);
}

function put(slots: Float64Array, one: Identity): void {
  const place = placeOf(slots, one);
  slots[place] = one.ino;
  slots[place + 1] = one.dev + 1;
}

function isAt(slots: Float64Array, place: number, { dev, ino }: Identity): boolean {
  return slots[place] === ino && slots[place + 1] === dev + 1;
}

/** Where a file stands in the table, or the free place for it. */
function placeOf(slots: Float64Array, one: Identity): number {
  const mask = slots.length / 2 - 1;
  let at = Math.imul(one.ino % 2 ** 32, 0x9e3779b1) & mask;
  while (slots[2 * at + 1] !== 0 && !isAt(slots, 2 * at, one)) at = (at + 1) & mask;
  return 2 * at;
}

/** What a worker and the pool leave for each other in shared memory: it can be read even while the other is busy. */

/** Place of the number of articles that the worker has finished. */
export const FINISHED = 0;
/** Place of the number of the rule that is running, 0 for none. The worker posts each rule's name at its first run. */
export const RULE = 1;

/** Place of the word of the pool that the worker shall begin no other article: 1. */
export const STOP = 2;

/** Room for all of them. */
export function newProgress(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(12));
}

/** What a worker leaves for the pool in shared memory, so that it can be read even when the worker never comes back. */

/** Place of the number of articles that the worker has finished. */
export const FINISHED = 0;
/** Place of the number of the rule that is running, 0 for none. The worker posts each rule's name at its first run. */
export const RULE = 1;

/** Room for both numbers. */
export function newProgress(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

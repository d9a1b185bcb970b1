import { tries } from './counts.js';

/** CPU time of this process, not the clock: other work on the machine does not count. */
function cpu(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Above this the work grows faster than the input: 4 is linear, 16 is its square, and a machine is never quiet. */
export const tooSteep = 12;

/**
 * How often as long `run` takes for four times the input: the best of five, so that a collection of garbage does not
 * count. Short runs count as linear.
 * @param most the larger input's size
 */
export function growth(run: (count: number) => void, most: number): number {
  const count = tries(most >> 2, most);
  run(count >> 3);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && best > tooSteep; round++) {
    const small = cpu(() => run(count >> 2));
    const large = cpu(() => run(count));
    best = Math.min(best, large < 60 ? 1 : large / Math.max(small, 1));
  }
  return best;
}

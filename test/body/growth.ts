/** CPU time of this process, not the clock: other work on the machine does not count. */
function cpu(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How often as long `run` takes for twice the input: the best of three, so that a collection of garbage does not
 * count; about 2 where the work is linear, 4 where it grows with the square. Short runs count as linear.
 */
export function growth(run: (count: number) => void, count: number): number {
  run(count >> 2);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best > 3; round++) {
    const once = cpu(() => run(count));
    const twice = cpu(() => run(2 * count));
    best = Math.min(best, twice < 40 ? 1 : twice / Math.max(once, 1));
  }
  return best;
}

/** Costs of child processes, and medians of several alternating runs. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Cost {
  /** Wall time, milliseconds. */
  wall: number;
  /** User and system time of all threads, milliseconds. */
  cpu: number;
  /** Peak resident memory, MB. */
  memory: number;
}

/** Loaded into the child before its program: writes what it used to descriptor 3 when it exits. */
const meter = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))",
)}`;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/**
 * Runs a Node program to its end.
 * @param args script and arguments
 * @throws where it exits with another status than 0
 */
export function runNode(args: readonly string[], input = ''): Cost {
  const started = performance.now();
  const child = spawnSync(process.execPath, ['--import', meter, ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    input,
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - started;
  if (child.status !== 0)
    throw new Error(`${args.join(' ')} exited with ${child.status}: ${String(child.stderr).slice(-600)}`);
  const used = JSON.parse(String(child.output[3])) as NodeJS.ResourceUsage;
  return { wall, cpu: (used.userCPUTime + used.systemCPUTime) / 1000, memory: used.maxRSS / 1024 };
}

/** Medians of each cost over runs that take turns, so that a slow moment of the machine hits all alike. */
export function alternate(runs: Record<string, () => Cost>, times: number): Record<string, Cost> {
  const all = new Map<string, Cost[]>(Object.keys(runs).map((name) => [name, []]));
  for (let i = 0; i < times; i++) for (const [name, run] of Object.entries(runs)) all.get(name)?.push(run());
  return Object.fromEntries(
    [...all].map(([name, costs]) => [
      name,
      {
        wall: median(costs.map((cost) => cost.wall)),
        cpu: median(costs.map((cost) => cost.cpu)),
        memory: Math.max(...costs.map((cost) => cost.memory)),
      },
    ]),
  );
}

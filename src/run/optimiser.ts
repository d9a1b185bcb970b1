/**
 * V8's optimising compiler put off. The articles of a batch ask for many different functions and for none of them long:
 * over 2,000 real posts, what one of two workers does, V8 spends a third of the CPU on code that is not used enough to
 * pay for it, on the core that the other worker should have. CPU of that work: Node 20 4.7 s and with this 3.1, Node 22
 * 4.6 and 3.2, Node 24 and 26 3.3 and 3.1.
 */
import { setFlagsFromString } from 'node:v8';

/** By V8's major version: what it counts has changed, and it speaks up where it does not know a flag. */
const flags: Readonly<Record<string, string>> = {
  // Bytes of bytecode that a function runs through before it is looked at; V8's own number is 67,584.
  11: '--interrupt-budget=1000000',
  // Calls of a function before it is compiled; V8's own number is 3,000.
  12: '--invocation-count-for-turbofan=30000',
  13: '--invocation-count-for-turbofan=30000',
  14: '--invocation-count-for-turbofan=30000',
};

/** For all workers that start from now on. */
export function putOffOptimiser(): void {
  const flag = flags[process.versions.v8.split('.', 1)[0] ?? ''];
  if (flag) setFlagsFromString(flag);
}

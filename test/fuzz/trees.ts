/** Random trees through the writer: a seed is one tree. */
import fc from 'fast-check';
import { trees } from '../write/random-trees.js';
import { treeProblem } from '../write/tree-problem.js';
import type { Finding } from './check.js';

/** Laws 2 and 3 on the tree of this seed. @returns what is wrong, or null */
export function checkTree(seed: number): Finding | null {
  const [html = ''] = fc.sample(trees, { numRuns: 1, seed });
  const problem = treeProblem(html);
  if (!problem) return null;
  return { seed, name: 'random tree', code: `law-${problem.law}`, message: JSON.stringify(problem) };
}

/** `learn`: what an archive repeats, as rules that are off. */
import type { Observations } from './counts.js';
import { gather } from './gather.js';
import { measure } from './measure.js';
import { type Proposal, propose } from './propose.js';

/** How often it reads the observations. */
export const READINGS = 3;

/**
 * Finds what many articles of one source repeat. The same for any order of the observations.
 * @param articles how many there are, about
 */
export async function learn(observations: Observations, articles: number): Promise<Proposal[]> {
  const gathered = await gather(observations, articles);
  await measure(observations, gathered);
  return propose(gathered);
}

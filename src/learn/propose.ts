/** From candidates to proposals: of several that take the same, the best one. */
import type { Candidate } from './candidate.js';
import type { Gathered } from './gather.js';
import { type Grade, judge, type Verdict } from './grade.js';

export interface Proposal extends Verdict {
  candidate: Candidate;
  /** Where it is most common. */
  source: string;
  /** Of the articles there, 0 to 1. */
  share: number;
}

const ORDER: Readonly<Record<Grade, number>> = { sure: 0, likely: 1, look: 2 };
/** A candidate of which another takes this share goes. */
const COVERED = 0.8;
/** Shares of a source that are worth a line. */
const SHARE = 0.01;
const FEW = 20;

/** The proposals, best first, in an order that depends on nothing but what was seen. */
export function propose({ candidates, sources }: Gathered): Proposal[] {
  const all = candidates
    .filter(({ seen }) => seen.occurrences > 0)
    .map((candidate) => {
      const { source, share } = home(candidate, sources);
      return { candidate, source, share, ...judge(candidate, share) };
    })
    .filter(({ share, candidate }) => share >= SHARE || candidate.seen.articles >= FEW)
    .sort(compare);
  const taken = new Set<Candidate>();
  return all.filter(({ candidate }) => {
    const { shared, occurrences } = candidate.seen;
    for (const [other, count] of shared) if (taken.has(other) && count >= occurrences * COVERED) return false;
    taken.add(candidate);
    return true;
  });
}

/** The source that a candidate is most common in. */
function home({ seen }: Candidate, sources: ReadonlyMap<string, number>): { source: string; share: number } {
  let best = { source: '', share: 0 };
  for (const [source, articles] of [...seen.sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const share = articles / (sources.get(source) ?? articles);
    if (share > best.share) best = { source, share };
  }
  return best;
}

function compare(a: Proposal, b: Proposal): number {
  if (a.grade !== b.grade) return ORDER[a.grade] - ORDER[b.grade];
  const more = b.candidate.seen.occurrences - a.candidate.seen.occurrences;
  // A box before its lines, a template before the lines that it was made of; else the plainer one.
  if (more !== 0) return more;
  return rank(a) - rank(b) || (a.candidate.id < b.candidate.id ? -1 : 1);
}

const RANK = ['box', 'line', 'frame', 'begin', 'end', 'label', 'target', 'image', 'album'];

function rank({ candidate }: Proposal): number {
  return RANK.indexOf(candidate.kind);
}

/** How sure it is that a candidate is noise, and why. */
import type { Candidate } from './candidate.js';
import { whyLegitimate, whyLegitimateBox } from './legitimate.js';

export type Grade = 'sure' | 'likely' | 'look';

export interface Verdict {
  grade: Grade;
  reason: string;
}

/** Articles from which on a repeat is no accident. */
const MANY = 16;
/** Share of a source's articles. */
const RARE = 0.02;
const COMMON = 0.1;
/** Weight of what is fixed: a sentence, some words. */
const SENTENCE = 24;
const WORDS = 9;
const FEW = 4;
const HALF = 0.6;
/** Shares of the occurrences. */
const NEARLY_ALL = 0.9;
const MOST = 0.7;

/**
 * Judges a candidate.
 * @param share of the articles of the source that it is most common in
 */
export function judge(candidate: Candidate, share: number): Verdict {
  const { seen } = candidate;
  if (seen.articles < MANY) return look(`only ${seen.articles} articles repeat it`);
  if (share < RARE) return look("few of the source's articles repeat it");
  const { grade, reason } = judgeKind(candidate);
  // What only some articles have may be a habit of their author.
  return { grade: grade === 'sure' && share < COMMON ? 'likely' : grade, reason };
}

function judgeKind(candidate: Candidate): Verdict {
  if (candidate.kind === 'image' || candidate.kind === 'album') return judgeImage(candidate);
  const legitimate = candidate.kind === 'box' ? whyLegitimateBox(candidate) : whyLegitimate(candidate);
  if (legitimate !== null) return look(legitimate);
  return candidate.kind === 'box' ? judgeBox(candidate) : judgeLine(candidate);
}

function judgeLine({ kind, seen, fixed }: Candidate): Verdict {
  const of = (count: number) => count / seen.occurrences;
  const atEdge = Math.max(of(seen.head), of(seen.tail));
  const edge = of(seen.head) > of(seen.tail) ? 'head' : 'tail';
  const linked = of(seen.linked) >= NEARLY_ALL;
  const fixedShare = (fixed * seen.occurrences) / Math.max(1, seen.weight);
  const wholeLine = kind === 'line';
  if (kind === 'target') return judgeTarget(seen, atEdge, edge);
  if (fixed < FEW && !wholeLine) return look('too little of it stays the same');
  if (linked && (kind === 'frame' || kind === 'label')) return judgeFrame(seen, fixed, atEdge, edge);
  if (atEdge >= MOST) {
    if (fixed < (linked ? FEW : WORDS)) return look('too short to be sure');
    if (!wholeLine && fixedShare < HALF && fixed < SENTENCE) return look('more of it changes than stays');
    const isSure = atEdge >= NEARLY_ALL && (wholeLine || fixedShare >= 0.6) && (fixed >= SENTENCE || linked);
    const words = wholeLine ? 'the same line' : `the same line, ${Math.round(fixedShare * 100)}% of it fixed,`;
    return { grade: isSure ? 'sure' : 'likely', reason: `${words} at the ${edge}${numbers(seen)}` };
  }
  if (linked && wholeLine && fixed >= WORDS) {
    return { grade: 'likely', reason: `the same line with a link, inside the text too${numbers(seen)}` };
  }
  if (linked && fixedShare >= 0.6 && fixed >= SENTENCE) {
    return { grade: 'likely', reason: 'nearly the same sentence with a link, inside the text' };
  }
  return look('it stands inside the text');
}

/** A line that is one link: always the same address, but other words. */
function judgeTarget(seen: Candidate['seen'], atEdge: number, edge: string): Verdict {
  if (seen.passing > 0) return look('sentences link to the same address');
  if (atEdge < MOST) return look('the same address, but other words each time, inside the text');
  return { grade: 'likely', reason: `a link to the same address, with other words each time, at the ${edge}` };
}

/** Fixed words around a link that leads elsewhere each time: the site's own pages, or a source that the author names. */
function judgeFrame(seen: Candidate['seen'], fixed: number, atEdge: number, edge: string): Verdict {
  const hosts = seen.hosts.size;
  if (hosts > 2) return look('its links lead to many sites: the author may name a source');
  if (fixed < 7 && atEdge < NEARLY_ALL) return look('too short to be sure');
  const where = atEdge >= MOST ? `at the ${edge}` : 'inside the text';
  const isSure = atEdge >= NEARLY_ALL && fixed >= WORDS;
  return { grade: isSure ? 'sure' : 'likely', reason: `the same words before a link to one site, ${where}` };
}

function judgeBox({ seen }: Candidate): Verdict {
  const text = seen.named;
  const repeated = text > 0 ? seen.weight / text : 1;
  if (seen.occurrences > seen.articles * 1.5) return look('an article has several: the author may use it');
  if ((seen.kinds.get('cell') ?? 0) > 0 || (seen.kinds.get('heading') ?? 0) > seen.occurrences / 2)
    return look('a table or a heading');
  if (text > 0 && repeated >= 0.8) {
    const isSure = repeated >= 0.95 || Math.max(seen.head, seen.tail) >= seen.occurrences * NEARLY_ALL;
    const reason = `a box of its own name, ${Math.round(repeated * 100)}% of its text repeated`;
    return { grade: isSure ? 'sure' : 'likely', reason };
  }
  return look('a box of its own name, but its text differs');
}

/** `.jpg`, `.png` of a camera or of a hand. */
const PICTURE = /\.(?:jpe?g|png|webp|svg|avif|bmp|tiff?)(?:[?]|$)/i;

function judgeImage({ kind, shape, seen }: Candidate): Verdict {
  const of = (count: number) => count / seen.occurrences;
  const atEdge = Math.max(of(seen.head), of(seen.tail));
  if (of(seen.tiny) >= NEARLY_ALL) return { grade: 'sure', reason: 'an image that nobody sees' };
  if (seen.occurrences > seen.articles * 1.5) return look('an article shows it several times: a sign of its own');
  if (kind === 'album') {
    if (atEdge < NEARLY_ALL || PICTURE.test(shape) || of(seen.named) > 0.1) return look('a series of pictures');
    return { grade: 'likely', reason: 'an image without words that counts, one an article, at the edge' };
  }
  if (atEdge >= NEARLY_ALL) {
    return {
      grade: seen.articles >= 20 && !PICTURE.test(shape) ? 'sure' : 'likely',
      reason: 'the same image at the edge',
    };
  }
  return { grade: of(seen.named) > 0.5 ? 'look' : 'likely', reason: 'the same image inside the text' };
}

function numbers({ articles, sources }: Candidate['seen']): string {
  return sources.size > 1 ? `, in ${sources.size} sources` : ` of ${articles} articles`;
}

function look(reason: string): Verdict {
  return { grade: 'look', reason };
}

/** From counts to candidates: the first pass counts keys, the second keeps those that many articles share. */

import { measure } from '../body/measure.js';
import { Candidate } from './candidate.js';
import type { Observations } from './counts.js';
import { hashOf, isAtEdge, type Key, keysOf, keysOfLine } from './keys.js';
import { GAP, maskLine } from './mask.js';
import type { Observation } from './observation.js';
import { Samples } from './samples.js';
import { Sketch } from './sketch.js';
import { common, fixedWeight } from './template.js';

/** A repeat of fewer articles is none. */
export const FEWEST = 8;
/** Shapes that a template is made of. */
const SHAPES = 16;
/** Fewer shapes are lines of their own. */
const FEWEST_SHAPES = 3;
const SAME = 0.9;
/** More gaps than this and a template says what any text says. */
const MOST_GAPS = 4;
/** Weight of the fixed pieces of a template, and their share of the shapes that it was made of. */
const LEAST_FIXED = 8;
const LEAST_SHARE = 0.4;
/** Weight of what is fixed in a shape. */
const LEAST_SHAPE = 2;

interface Group {
  key: Key;
  articles: number;
  /** Only of pieces. */
  shapes: Samples<string> | null;
}

export interface Gathered {
  candidates: Candidate[];
  /** By the hash of the keys under which their lines, images or boxes are found. */
  byKey: ReadonlyMap<number, readonly Candidate[]>;
  /** Articles of each source. */
  sources: ReadonlyMap<string, number>;
}

/** A key that says only a part of a line: what these lines have in common makes a template. */
function isPiece({ kind }: Key): boolean {
  return kind === 'begin' || kind === 'end' || kind === 'middle';
}

/** Reads the observations twice. */
export async function gather(observations: Observations, articles: number): Promise<Gathered> {
  const sketch = new Sketch(articles);
  const sources = new Map<string, number>();
  for await (const observation of observations()) {
    sources.set(observation.source, (sources.get(observation.source) ?? 0) + 1);
    for (const hash of keysOf(observation).keys()) sketch.add(hash);
  }
  const groups = new Map<number, Group>();
  for await (const observation of observations()) addTo(groups, observation, sketch);
  const byKey = new Map<number, Candidate[]>();
  const byId = new Map<string, Candidate>();
  for (const [hash, group] of [...groups].sort(([a], [b]) => a - b)) {
    const made = group.articles >= FEWEST ? candidateOf(group) : null;
    if (!made) continue;
    const candidate = byId.get(made.id) ?? made;
    byId.set(candidate.id, candidate);
    for (const one of new Set([hash, ...nearKeys(candidate)])) {
      const list = byKey.get(one);
      if (!list) byKey.set(one, [candidate]);
      else if (!list.includes(candidate)) list.push(candidate);
    }
  }
  return { candidates: [...byId.values()], byKey, sources };
}

function addTo(groups: Map<number, Group>, observation: Observation, sketch: Sketch): void {
  const wanted = new Set<number>();
  for (const [index, line] of observation.lines.entries()) {
    if (line.text === '') continue;
    const shape = maskLine(line.text);
    const whole = sketch.count(hashOf({ kind: 'line', text: shape }));
    for (const key of keysOfLine(line, isAtEdge(observation.lines, index))) {
      if (!isPiece(key)) continue;
      const hash = hashOf(key);
      const count = sketch.count(hash);
      // A piece that hardly any other line has says no more than the line.
      if (count < FEWEST || whole >= count * SAME) continue;
      wanted.add(hash);
      let group = groups.get(hash);
      if (!group) {
        group = { key: { kind: key.kind, text: '' }, articles: 0, shapes: new Samples(SHAPES) };
        groups.set(hash, group);
      }
      group.shapes?.add(shape, shape);
    }
  }
  for (const [hash, key] of keysOf(observation)) {
    if (isPiece(key) ? !wanted.has(hash) : sketch.count(hash) < FEWEST) continue;
    let group = groups.get(hash);
    if (!group) {
      group = { key, articles: 0, shapes: null };
      groups.set(hash, group);
    }
    group.articles++;
  }
}

/** Keys of lines that nearly are this one: what begins or ends alike. */
function nearKeys({ kind, shape }: Candidate): number[] {
  if (kind !== 'line') return [];
  const keys = keysOfLine({ text: shape, weight: 0, linked: 0, kind: 'block' }, false);
  return keys.filter(isPiece).slice(1, 8).map(hashOf);
}

function candidateOf({ key, shapes }: Group): Candidate | null {
  if (isPiece(key)) return shapes && templateCandidate(shapes.values);
  if (key.kind === 'line' && fixedWeight(key.text) < LEAST_SHAPE) return null;
  return new Candidate(key.kind, key.text);
}

function templateCandidate(shapes: readonly string[]): Candidate | null {
  let [template = ''] = shapes;
  for (const shape of shapes.slice(1)) {
    template = common(template, shape);
    if (fixedWeight(template) < LEAST_FIXED) return null;
  }
  const gaps = template.split(GAP).length - 1;
  if (gaps === 0 || gaps > MOST_GAPS || shapes.length < FEWEST_SHAPES) return null;
  const whole = shapes.reduce((sum, shape) => sum + measure(shape).weight, 0) / shapes.length;
  return fixedWeight(template) < whole * LEAST_SHARE ? null : new Candidate('begin', template);
}

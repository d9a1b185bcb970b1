/** The third pass: what each candidate would take from each article, and what it would leave. */

import { countCharacters } from '../body/white-space.js';
import type { Candidate, Sample, Seen } from './candidate.js';
import type { Observations } from './counts.js';
import type { Gathered } from './gather.js';
import { hashOf, isAtEdge, type Key, keysOfImage, keysOfLine, withoutQuery } from './keys.js';
import { LINK } from './mask.js';
import type { Observation, SeenLine } from './observation.js';
import { folderOf } from './source.js';

/** Weight of own text that may stand between a repeat and the border of its article: a title, a name. */
const AT_EDGE = 12;
/** Weight of all text there, for a rule with a place to find it. */
const NEAR_HEAD = 100;
const NEAR_TAIL = 260;

/** Weight that an image stands for. */
const IMAGE = 40;

/** Where a line stands. */
interface Place {
  /** Weight of the article's own text before and behind it, and of all text. */
  ownBefore: number;
  ownAfter: number;
  before: number;
  after: number;
  /** The next line is the article's own. */
  introduces: boolean;
}

/** Reads the observations once and fills what is seen of each candidate. */
export async function measure(observations: Observations, gathered: Gathered): Promise<void> {
  for await (const observation of observations()) new Measured(observation, gathered).run();
}

class Measured {
  private readonly counted = new Set<Candidate>();
  private readonly matched: Candidate[][];
  private readonly places: Place[];
  /** Of the whole article, an image for some words. */
  private readonly weight: number;

  constructor(
    private readonly article: Observation,
    private readonly gathered: Gathered,
  ) {
    this.matched = article.lines.map((line, index) => this.match(line, index));
    this.places = placesOf(article.lines, this.matched);
    this.weight = article.lines.reduce((sum, { weight, images = [] }) => sum + weight + images.length * IMAGE, 0);
  }

  run(): void {
    const { article, matched } = this;
    for (const [index, line] of article.lines.entries()) {
      const found = matched[index] as Candidate[];
      for (const candidate of found) {
        this.count(candidate, line, index, line.text);
        for (const other of found) if (other !== candidate) shares(candidate, other);
      }
      this.images(line, index);
    }
    for (const { selector, from, to } of article.boxes) {
      for (const candidate of this.candidates({ kind: 'box', text: selector })) this.box(candidate, from, to);
    }
  }

  private candidates(key: Key): readonly Candidate[] {
    return this.gathered.byKey.get(hashOf(key)) ?? [];
  }

  /** The candidates that a line is; those that it nearly is hear of it. */
  private match(line: SeenLine, index: number): Candidate[] {
    if (line.text === '') return [];
    this.passing(line);
    const tried = new Set<Candidate>();
    const found: Candidate[] = [];
    for (const key of keysOfLine(line, isAtEdge(this.article.lines, index))) {
      for (const candidate of this.candidates(key)) {
        if (tried.has(candidate) || !(candidate.isLine || candidate.kind === 'target')) continue;
        tried.add(candidate);
        const needsLink = candidate.kind === 'frame' || candidate.kind === 'label';
        const isIt =
          candidate.kind === 'target'
            ? candidate.pattern.test(line.links?.[0] ?? '')
            : candidate.pattern.test(line.text) && (!needsLink || line.links !== undefined);
        if (isIt) found.push(candidate);
        else candidate.seen.nearMisses.add(line.text, this.sample(line.text));
      }
    }
    return found;
  }

  /** An address that lines of one link lead to stands in a sentence here. */
  private passing({ frame, links, text }: SeenLine): void {
    if (links === undefined || frame === LINK) return;
    for (const link of links) {
      for (const { seen } of this.candidates({ kind: 'target', text: withoutQuery(link) })) {
        seen.passing++;
        seen.nearMisses.add(text, this.sample(text));
      }
    }
  }

  private sample(text: string): Sample {
    return { path: this.article.path, text };
  }

  private images(line: SeenLine, index: number): void {
    for (const image of line.images ?? []) {
      for (const key of keysOfImage(image)) {
        for (const candidate of this.candidates(key)) {
          if (!candidate.pattern.test(image.src)) continue;
          this.count(candidate, line, index, image.src);
          if (image.tiny) candidate.seen.tiny++;
          if (image.alt !== '') candidate.seen.named++;
          if (line.text === '') candidate.seen.withImage++;
        }
      }
    }
  }

  /** A box counts as one thing: its first line says where it stands. */
  private box(candidate: Candidate, from: number, to: number): void {
    const { article, matched } = this;
    const lines = article.lines.slice(from, to);
    const [first] = lines;
    if (!first) return;
    const text = lines.map((line) => line.text).join(' / ');
    this.count(candidate, first, from, text);
    const last = this.places[to - 1] as Place;
    const { seen } = candidate;
    if (last.ownAfter <= AT_EDGE) seen.tail++;
    if (lines.some(({ links }) => links !== undefined)) seen.linked++;
    seen.weight += lines.reduce((sum, { weight }, at) => sum + ((matched[from + at]?.length ?? 0) > 0 ? weight : 0), 0);
    for (const line of lines) seen.named += line.weight;
    for (let at = from; at < to; at++) for (const inside of matched[at] ?? []) shares(inside, candidate);
  }

  private count(candidate: Candidate, line: SeenLine, index: number, text: string): void {
    const { article } = this;
    const { seen } = candidate;
    seen.occurrences++;
    if (!this.counted.has(candidate)) {
      this.counted.add(candidate);
      seen.articles++;
      seen.sources.set(article.source, (seen.sources.get(article.source) ?? 0) + 1);
      if (folderOf(article.path) === article.source) seen.folders.add(article.source);
      const { date } = article;
      if (date !== null && (seen.first === null || date < seen.first)) seen.first = date;
      if (date !== null && (seen.last === null || date > seen.last)) seen.last = date;
      seen.samples.add(article.path, { path: article.path, text });
    }
    const place = this.places[index] as Place;
    if (place.ownBefore <= AT_EDGE) seen.head++;
    if (place.ownAfter <= AT_EDGE && candidate.kind !== 'box') seen.tail++;
    if (place.before <= NEAR_HEAD) seen.nearHead++;
    if (place.after <= NEAR_TAIL) seen.nearTail++;
    seen.kinds.set(line.kind, (seen.kinds.get(line.kind) ?? 0) + 1);
    if (place.introduces) seen.introduces++;
    if (candidate.kind === 'box') {
      seen.characters += countCharacters(text);
      return;
    }
    if (candidate.isLine || candidate.kind === 'target') seen.characters += countCharacters(text);
    if (candidate.isLine && line.weight > this.weight / 2) seen.most++;
    if (line.strong) seen.strong++;
    if (line.links) this.links(seen, line.links);
    if (candidate.isLine) {
      seen.weight += line.weight;
      if (line.images) seen.withImage++;
    }
  }

  private links(seen: Seen, links: readonly string[]): void {
    seen.linked++;
    const hosts = links.map((link) => (/^[a-z]+:/i.test(link) && URL.canParse(link) ? new URL(link).host : ''));
    for (const host of hosts) if (seen.hosts.size < 20) seen.hosts.add(host);
    if (hosts.every((host) => host === '')) seen.own++;
  }
}

function shares({ seen }: Candidate, other: Candidate): void {
  seen.shared.set(other, (seen.shared.get(other) ?? 0) + 1);
}

function placesOf(lines: readonly SeenLine[], matched: readonly (readonly Candidate[])[]): Place[] {
  const isOwn = (index: number) => (matched[index]?.length ?? 0) === 0;
  const ownWeight = (index: number) => (isOwn(index) ? (lines[index]?.weight ?? 0) : 0);
  const all = lines.reduce((sum, { weight }) => sum + weight, 0);
  const own = lines.reduce((sum, _, index) => sum + ownWeight(index), 0);
  let before = 0;
  let ownBefore = 0;
  return lines.map(({ weight }, index) => {
    const place: Place = {
      before,
      ownBefore,
      after: all - before - weight,
      ownAfter: own - ownBefore - ownWeight(index),
      introduces: index + 1 < lines.length && isOwn(index + 1),
    };
    before += weight;
    ownBefore += ownWeight(index);
    return place;
  });
}

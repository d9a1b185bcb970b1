/**
 * V8 finds a property by the shape of its object and remembers where it was. An object whose shape is new in each
 * article (an accessor in a literal, keys behind a spread of many) misses that cache at every place that reads it, and no
 * profile names such objects.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive } from './archive.js';
import type { Row } from './batch.js';

const ARTICLES = 600;
/** At start-up Node itself misses at some places up to 120 times. */
const MOST = ARTICLES / 4;

/** How often each place of a program missed with a cache that has given up on shapes: line, column and property. */
function missesIn(log: string): Map<string, number> {
  const misses = new Map<string, number>();
  for (const line of log.split('\n')) {
    // LoadIC,0x27800895ca56,13098834,542,48,N,N,0x07af76b44ea1,source,,
    const [kind = '', , , row, column, before, after, , property] = line.split(',');
    if (!kind.endsWith('IC') || before !== 'N' || after !== 'N') continue;
    const place = `${kind} ${row}:${column} ${property}`;
    misses.set(place, (misses.get(place) ?? 0) + 1);
  }
  return misses;
}

const note = (index: number) => `---
title: Note ${index}
---
# Note ${index}

The <span style="color: red">river</span> rose by ${index} cm, as [the paper](paper-${index}.md) says.

<div class="share-bar"><a href="https://example.com/share">Share</a></div>

- ![the bridge](bridge.png)
- two
`;

/** Places of the program that miss the caches of V8 about once an article. */
export function caches(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'article-clean-caches-'));
  try {
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    writeArchive(join(folder, 'in'), ARTICLES);
    // Markdown whose HTML is cleaned.
    for (let index = 0; index < ARTICLES; index++) writeFileSync(join(folder, 'in', `note-${index}.md`), note(index));
    const bin = join(import.meta.dirname, '../bin/article-clean.js');
    const options = ['--log-ic', `--logfile=${join(logs, 'ic.log')}`];
    const args = [bin, 'convert', 'in', '-o', 'out', '--jobs', '1', '-q'];
    const { status } = spawnSync(process.execPath, [...options, ...args], { cwd: folder });
    if (status === 9 || readdirSync(logs).length === 0) return [];
    const texts = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
    const often = texts.flatMap((text) => [...missesIn(text)].filter(([, count]) => count > MOST));
    for (const [place, count] of often) console.error(`${count} misses: ${place}`);
    return [{ measure: "places that miss V8's caches once an article", goal: '0', value: String(often.length) }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

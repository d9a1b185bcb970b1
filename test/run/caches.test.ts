/**
 * V8 finds a property by the shape of its object and remembers where it was. An object whose shape is new in each
 * article (an accessor in a literal, keys behind a spread of many) misses that cache at every place that reads it, and no
 * profile names such objects.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeArchive } from '../../bench/archive.js';
import { bin, emptyFolder, env } from '../cli/program.js';

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

test('no place of the program misses the caches of V8 once an article', (context) => {
  const folder = emptyFolder();
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  writeArchive(join(folder, 'in'), ARTICLES);
  // Markdown whose HTML is cleaned.
  for (let index = 0; index < ARTICLES; index++) writeFileSync(join(folder, 'in', `note-${index}.md`), note(index));
  const options = ['--log-ic', `--logfile=${join(logs, 'ic.log')}`];
  const args = [bin, 'convert', 'in', '-o', 'out', '--jobs', '1', '-q'];
  const { status, stderr } = spawnSync(process.execPath, [...options, ...args], { cwd: folder, env });
  if (status === 9 || readdirSync(logs).length === 0) {
    context.skip('this Node writes no log of its caches');
    return;
  }
  assert.equal(status, 0, String(stderr));
  const texts = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
  assert.ok(texts.some((text) => /^LoadIC,/m.test(text)));
  const often = texts.flatMap((text) => [...missesIn(text)].filter(([, count]) => count > MOST));
  assert.deepEqual(often, []);
});

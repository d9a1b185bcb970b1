/** Parts as a Slurm array: one is ended in the middle, run again by Slurm, and all is as from one run. */
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkReports, dieInTheMiddle, fromThePage, missing, PARTS, site, until, withoutManifests } from './archive.js';
import { startCluster } from './cluster.js';

const skip =
  missing('slurmctld', 'slurmd', 'munged', 'sbatch') || (process.getuid?.() === 0 ? false : 'its daemons want root');

test('a Slurm array', { skip }, async () => {
  const place = site();
  const { folder, programs, whole } = place;
  const cluster = await startCluster(join(folder, 'cluster'), programs);
  try {
    writeFileSync(join(folder, 'parts.sh'), fromThePage('#SBATCH', folder));
    dieInTheMiddle(2, place);
    const job = cluster
      .run('sbatch', '--parsable', '--output', join(folder, 'cluster/%a.txt'), join(folder, 'parts.sh'))
      .trim();
    /** The state of each part, by its number. */
    const states = () => {
      const lines = cluster.run('squeue', '--array', '-h', '-t', 'all', '-j', job, '-o', '%K %T').trim().split('\n');
      return Object.fromEntries(lines.map((line) => line.split(' ')));
    };
    const haveEnded = (state = states()) =>
      Object.keys(state).length === PARTS &&
      Object.values(state).every((one) => /^(COMPLETED|FAILED)$/.test(one as string));
    await until('all parts', haveEnded, 200);
    assert.deepEqual(states(), { 1: 'COMPLETED', 2: 'FAILED', 3: 'COMPLETED' });
    assert.notDeepEqual(withoutManifests(join(folder, 'clean')), whole);
    cluster.run('scontrol', 'requeue', `${job}_2`);
    // By itself it would wait two minutes before it begins again.
    await until('the part to wait', () => states()[2] === 'PENDING', 200);
    cluster.run('scontrol', 'update', `JobId=${job}_2`, 'StartTime=now');
    await until('the part', haveEnded, 200);
    assert.deepEqual(states(), { 1: 'COMPLETED', 2: 'COMPLETED', 3: 'COMPLETED' });
    assert.deepEqual(withoutManifests(join(folder, 'clean')), whole);
    assert.deepEqual(readdirSync(join(folder, 'reports')).sort(), ['1.ndjson', '2.ndjson', '3.ndjson']);
    checkReports(place);
  } finally {
    await cluster.end();
  }
});

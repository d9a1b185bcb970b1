/** Parts under GNU parallel, here and over ssh: one is ended in the middle, run again by parallel, and all is as from one run. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { env } from '../cli/program.js';
import {
  checkReports,
  dieInTheMiddle,
  freePort,
  fromThePage,
  missing,
  type Site,
  site,
  until,
  which,
  withoutManifests,
} from './archive.js';

/** Runs a line in the shell, our program and more before all others in PATH. */
function shell(command: string, { programs, folder }: Site) {
  return spawn('sh', ['-c', command], {
    cwd: folder,
    env: { ...env, HOME: folder, PATH: `${programs}:${env.PATH}` },
    stdio: 'ignore',
  });
}

/** The exit statuses of the parts in a job log, by the order in which they ended. */
function statuses(log: string): [part: string, status: string, signal: string][] {
  const [, ...rows] = readFileSync(log, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const cells = row.split('\t');
    return [/--shard (\d)/.exec(cells[8] ?? '')?.[1] ?? '', cells[6] ?? '', cells[7] ?? ''];
  });
}

/** Ends the second part in the middle, and lets the engine run again what did not come to its end. */
async function endedAndResumed(mark: string, place: Site): Promise<void> {
  const command = fromThePage(mark, place.folder)
    .split('\n')
    .find((line) => line.startsWith('parallel'));
  assert.ok(command);
  dieInTheMiddle(2, place);
  const [status] = await once(shell(command, place), 'close');
  assert.equal(status, 1, 'one part failed');
  const log = join(place.folder, 'parts.log');
  assert.deepEqual(
    statuses(log)
      .filter(([, code, signal]) => code !== '0' || signal !== '0')
      .map(([part]) => part),
    ['2'],
  );
  assert.notDeepEqual(withoutManifests(join(place.folder, 'clean')), place.whole);
  const again = command.replace('--joblog', '--resume-failed --joblog');
  assert.deepEqual(await once(shell(again, place), 'close'), [0, null]);
  assert.equal(statuses(log).length, 4, 'only that part ran again');
  assert.deepEqual(withoutManifests(join(place.folder, 'clean')), place.whole);
}

test('GNU parallel on one machine', { skip: missing('parallel') }, async () => {
  const place = site();
  await endedAndResumed('::: 1 2 3', place);
  checkReports(place);
  const [status] = await once(shell(`set -e\n${fromThePage('learn', place.folder)}`, place), 'close');
  assert.equal(status, 0);
  assert.match(readFileSync(join(place.folder, 'page.html'), 'utf8'), new RegExp(`\\b${place.articles}\\b`));
  const learned = readFileSync(join(place.folder, 'rules.yaml'), 'utf8');
  const one = shell(`article-clean learn ${join(place.folder, 'archive')} -o one.yaml`, place);
  assert.deepEqual(await once(one, 'close'), [0, null]);
  assert.equal(learned, readFileSync(join(place.folder, 'one.yaml'), 'utf8'));
});

/** Whether sshd takes connections. */
function answers(port: number): boolean {
  return spawnSync('ssh-keyscan', ['-p', `${port}`, '-T', '1', '127.0.0.1']).stdout.length > 0;
}

test('GNU parallel over ssh, two hosts that are this one', {
  skip: missing('parallel', 'sshd', 'ssh', 'ssh-keygen', 'ssh-keyscan'),
}, async () => {
  const place = site();
  const at = (name: string) => join(place.folder, name);
  const port = await freePort();
  for (const key of ['host', 'user']) spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
  writeFileSync(
    at('sshd_config'),
    `ListenAddress 127.0.0.1\nPort ${port}\nHostKey ${at('host')}\nAuthorizedKeysFile ${at('user.pub')}\nStrictModes no
UsePAM no\nPidFile none\nPasswordAuthentication no\nMaxStartups 100\nSetEnv PATH=${place.programs}:${env.PATH}\n`,
  );
  writeFileSync(
    at('ssh_config'),
    `Host host1 host2\nHostName 127.0.0.1\nPort ${port}\nIdentityFile ${at('user')}\nIdentitiesOnly yes\nBatchMode yes
StrictHostKeyChecking no\nUserKnownHostsFile ${at('known')}\nLogLevel ERROR\n`,
  );
  writeFileSync(join(place.programs, 'ssh'), `#!/bin/sh\nexec "${which('ssh')}" -F "${at('ssh_config')}" "$@"\n`);
  chmodSync(join(place.programs, 'ssh'), 0o755);
  // As root it gives up its rights in this folder, which the system's own service makes at its start.
  const made = process.getuid?.() === 0 && !existsSync('/run/sshd');
  if (made) mkdirSync('/run/sshd', 0o755);
  const daemon = spawn(which('sshd'), ['-D', '-e', '-f', at('sshd_config')], { stdio: 'ignore' });
  try {
    await until('sshd', () => answers(port), 100);
    await endedAndResumed('--sshlogin', place);
  } finally {
    daemon.kill();
    if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'close');
    if (made) rmdirSync('/run/sshd');
  }
});

/** A Slurm cluster of one node, on loopback, for one test: its daemons, its keys and its state lie in the test's folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env as clean } from '../cli/program.js';
import { freePort, until, which } from './archive.js';

export interface Cluster {
  /** Runs one of Slurm's commands. @returns what it printed */
  run: (command: string, ...args: string[]) => string;
  /** Ends the daemons. */
  end: () => Promise<void>;
}

export async function startCluster(folder: string, programs: string): Promise<Cluster> {
  const at = (name: string) => join(folder, name);
  for (const name of ['state', 'spool', 'munge']) mkdirSync(at(name), { recursive: true });
  // munged refuses a socket that not every user can reach.
  for (const path of [folder, join(folder, '..')]) chmodSync(path, 0o755);
  writeFileSync(at('munge/key'), randomBytes(128), { mode: 0o600 });
  const [controller, node] = [await freePort(), await freePort()];
  writeFileSync(
    at('slurm.conf'),
    `ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=${controller}
SlurmdPort=${node}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthType=auth/munge
AuthInfo=socket=${at('munge/socket')}
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${at('state')}
SlurmdSpoolDir=${at('spool')}
SlurmctldPidFile=${at('slurmctld.pid')}
SlurmdPidFile=${at('slurmd.pid')}
SlurmctldLogFile=${at('slurmctld.log')}
SlurmdLogFile=${at('slurmd.log')}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
ReturnToService=2
NodeName=node NodeHostname=localhost NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=node Default=YES MaxTime=INFINITE State=UP
`,
  );
  const env = { ...clean, SLURM_CONF: at('slurm.conf'), PATH: `${programs}:${clean.PATH}` };
  const daemons: ChildProcess[] = [];
  const daemon = (name: string, ...args: string[]) => {
    daemons.push(spawn(which(name), args, { env, stdio: 'ignore', cwd: folder }));
  };
  const run = (command: string, ...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(command, args, {
      env,
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  /** @throws where a daemon did not stay: it says why in its log */
  const noneEnded = () => {
    const ended = daemons.filter(({ exitCode }) => exitCode !== null);
    if (ended.length > 0) throw new Error(`ended by itself: ${ended.map(({ spawnfile }) => spawnfile).join()}`);
    return true;
  };
  const end = async () => {
    for (const one of daemons.reverse()) {
      if (one.exitCode !== null || one.signalCode !== null) continue;
      one.kill();
      await once(one, 'close');
    }
  };
  try {
    const munge = ['key', 'socket', 'seed'].map(
      (name) => `--${name}${name === 'socket' ? '' : '-file'}=${at(`munge/${name}`)}`,
    );
    daemon('munged', '--foreground', ...munge, `--pid-file=${at('munge/pid')}`, `--log-file=${at('munge/log')}`);
    await until('munged', () => noneEnded() && existsSync(at('munge/socket')));
    daemon('slurmctld', '-D');
    daemon('slurmd', '-D', '-N', 'node');
    await until('the node', () => {
      const { stdout } = spawnSync('sinfo', ['-h', '-o', '%t'], { env, encoding: 'utf8' });
      return noneEnded() && stdout.trim() === 'idle';
    });
    return { run, end };
  } catch (error) {
    await end();
    throw error;
  }
}

// Loaded before the program: whoever opens a connection, looks up a name or starts a program is noted in LOG and fails.
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const note = (line) => appendFileSync(process.env.LOG, `${line}\n`);
const doors = {
  'node:net': ['connect', 'createConnection'],
  'node:dns': ['lookup', 'resolve'],
  'node:http': ['request', 'get'],
  'node:https': ['request', 'get'],
  'node:dgram': ['createSocket'],
  'node:child_process': ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};
for (const [name, calls] of Object.entries(doors)) {
  const module = require(name);
  for (const call of calls) {
    module[call] = () => {
      note(`${name} ${call}`);
      throw new Error(`${call} is closed`);
    };
  }
}
globalThis.fetch = () => {
  note('fetch');
  throw new Error('fetch is closed');
};
syncBuiltinESMExports();
note('closed');

// Loaded before the program: breaks the file system on purpose. BREAK is "call:n:code" (the n-th call fails),
// "call:n:short" (the n-th write takes half of its bytes), or "renameSync:n:run" (before the n-th call RUN is executed
// by the shell). Files below 3 are the streams of the process and stay whole.
const fs = require('node:fs');
const { execSync } = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');

const [call, turn, what] = process.env.BREAK.split(':');
const original = fs[call];
let count = 0;

fs[call] = (...args) => {
  if (typeof args[0] === 'number' && args[0] < 3) return original(...args);
  if (++count !== Number(turn)) return original(...args);
  if (what === 'short')
    return original(args[0], args[1], args[2] ?? 0, Math.ceil((args[1].length - (args[2] ?? 0)) / 2));
  if (what === 'run') {
    execSync(process.env.RUN);
    return original(...args);
  }
  // A file whose close fails is closed all the same (close(2)).
  if (call === 'closeSync') original(...args);
  throw Object.assign(new Error(`${what}: broken on purpose, ${call}`), { code: what, syscall: call });
};
syncBuiltinESMExports();

// Starts the program with the compiled code that an earlier run has left: half of a short run is compiling. Node's own
// cache (from 22 on) keeps only what a module compiles as it is loaded; one article takes 103 ms with it and 74 with this
// (Node 24, least of 15 runs in turn). The code lies in the user's own cache folder, as V8 runs what it finds there.
// Without such a folder, or with NODE_DISABLE_COMPILE_CACHE set, the program is loaded in its parts, and nothing is kept.
const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { homedir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { cachedDataVersionTag, getHeapCodeStatistics } = require('node:v8');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const file = join(dist, 'program.cjs');

/**
 * Bytes of compiled code: a run that compiled more than this keeps it, beside what the runs before have kept. Node's own
 * modules take 55,000 (Node 22) to 93,000 (20) in each run; the first HTML page behind Markdown posts takes 130,000 more.
 */
const WORTH_KEEPING = 128 * 1024;
/** Keeping takes 10 ms; some code can never be kept, and must not be tried for ever. */
const MOST_KEPT = 10;
/** Of 1.5 MB each. */
const MOST_FILES = 6;

/** Loads the program and runs it with these arguments. */
exports.start = async (argv) => {
  const kept = process.env.NODE_DISABLE_COMPILE_CACHE ? null : keptCode();
  if (kept === null) return (await import('../dist/cli.js')).main(argv);
  const flags = cachedDataVersionTag();
  const script = scriptOf(kept);
  const program = { exports: {} };
  const importPart = (name) => import(pathToFileURL(join(dist, name)));
  script.runInThisContext()(program.exports, createRequire(file), program, dist, importPart);
  const known = compiledSize();
  await program.exports.main(argv);
  const times = script.cachedDataRejected ? 0 : kept.times;
  const isWorth = compiledSize() - known > WORTH_KEEPING;
  // A batch with workers has changed V8's flags, and V8 takes code only where they are the same.
  if (isWorth && times < MOST_KEPT && flags === cachedDataVersionTag())
    keep(kept, script.createCachedData(), times + 1);
};

function compiledSize() {
  return getHeapCodeStatistics().bytecode_and_metadata_size;
}

function scriptOf({ source, code }) {
  return new Script(`(function (exports, require, module, __dirname, importPart) {${source}\n})`, {
    filename: file,
    cachedData: code ?? undefined,
  });
}

/** The program, and what lies in the cache for it and this Node; null where there can be no cache. */
function keptCode() {
  try {
    const folder = cacheFolder();
    const { mtimeMs, size } = statSync(file);
    const name = `${process.version}-${process.arch}-${size}-${Math.round(mtimeMs).toString(36)}.code`;
    return { folder, name, source: readFileSync(file, 'latin1'), ...read(join(folder, name)) };
  } catch {
    return null;
  }
}

/** The last byte counts how often code was added. */
function read(path) {
  try {
    const bytes = readFileSync(path);
    return { code: bytes.subarray(0, -1), times: bytes.at(-1) ?? 0 };
  } catch {
    return { code: null, times: 0 };
  }
}

/** The folder of this program in the user's cache, made where only it is missing. Throws where there can be none. */
function cacheFolder() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const caches = { win32: LOCALAPPDATA, darwin: join(homedir(), 'Library', 'Caches') };
  const above = caches[process.platform] ?? (XDG_CACHE_HOME || join(homedir(), '.cache'));
  const folder = join(above, 'article-clean');
  for (const path of [above, folder]) {
    try {
      mkdirSync(path, { mode: 0o700 });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  // Whoever can write here says what runs.
  const { uid, mode } = statSync(folder);
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) throw new Error('not the user’s own');
  return folder;
}

/** Whole or not at all. Nothing depends on it. */
function keep({ folder, name }, code, times) {
  const temporary = join(folder, `${name}.${process.pid}.code`);
  try {
    writeFileSync(temporary, Buffer.concat([code, Buffer.of(times)]), { mode: 0o600 });
    renameSync(temporary, join(folder, name));
    dropOldest(folder);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Several Nodes and versions of the program may take turns; what is left of those before them goes. */
function dropOldest(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const newest = paths.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { path } of newest.slice(MOST_FILES)) rmSync(path);
}

// `npm run release:check`: builds, packs, installs the tarball in an empty folder without a network, and uses it there
// as a stranger would: the program, the library, the types. Prints the sizes; the first thing that is wrong ends it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from './notices.mjs';
import { pack } from './pack.mjs';

/** Bytes. */
const LARGEST_PACKAGE = 4_600_000;
const LARGEST_OWN_CODE = 820_000;

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'article-clean-release-'));
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { name, version } = json(join(root, 'package.json'));

try {
  execFileSync(process.execPath, [join(root, '.ci/build.mjs')], { stdio: 'inherit' });
  const packed = pack(folder);
  const { outputs, inputs } = json(join(root, 'dist/metafile.json'));
  const ownCode = Object.values(outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([path]) => packageFolder(path) === null)
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  checkSizes(packed, ownCode);
  checkVersions();
  checkNotices(new Set(Object.keys(inputs).map(packageFolder).filter(Boolean)));
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)];
  const { status, stderr } = spawnSync('npm', install, { cwd: home });
  assert.deepEqual({ status, stderr: stderr.toString() }, { status: 0, stderr: '' }, 'npm installs it without a word');
  const installed = readdirSync(join(home, 'node_modules')).filter((entry) => !entry.startsWith('.'));
  assert.deepEqual(installed, [name], 'it brings no other package');
  checkProgram(home);
  checkLibrary(home);
  const [tarball, unpacked, own] = [packed.size, packed.unpackedSize, ownCode].map(
    (size) => `${Math.ceil(size / 1000)} kB`,
  );
  console.log(`${packed.filename}: ${tarball}, unpacked ${unpacked}, own code ${own}, ${packed.entryCount} files`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function checkSizes({ unpackedSize, files }, ownCode) {
  assert.ok(unpackedSize < LARGEST_PACKAGE, `unpacked it has ${unpackedSize} bytes`);
  assert.ok(ownCode < LARGEST_OWN_CODE, `our own code has ${ownCode} bytes`);
  const expected = /^(bin|dist)\/|^docs\/[\w.-]+\.(md|json)$|^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;
  const paths = files.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !expected.test(path) || /\.(png|map|ts(?<!\.d\.ts))$/.test(path)),
    [],
    'files that nobody needs',
  );
}

function checkVersions() {
  const lock = json(join(root, 'package-lock.json'));
  assert.deepEqual([lock.version, lock.packages[''].version], [version, version], 'version of package-lock.json');
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const newest = changelog.match(/^## \[(\d[^\]]*)\]/m)?.[1];
  assert.equal(newest, version, 'newest version in CHANGELOG.md');
}

function checkNotices(folders) {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.md'), 'utf8');
  for (const path of folders) {
    const bundled = json(join(root, path, 'package.json'));
    assert.ok(notices.includes(`\n- ${bundled.name} ${bundled.version}; Copyright`), `no notice for ${bundled.name}`);
  }
}

/** Runs the installed program. */
function run(cwd, args, input, command = [join(cwd, 'node_modules/.bin', name)]) {
  const [file, ...first] = command;
  const { status, stdout, stderr } = spawnSync(file, [...first, ...args], { cwd, input });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

function checkProgram(home) {
  const byNpx = run(home, ['--version'], '', ['npx', '--no-install', name]);
  assert.deepEqual(byNpx, { status: 0, stdout: `${version}\n`, stderr: '' });
  assert.equal(run(home, ['-'], '<p>One <b>two</b>.</p><script>x()</script>').stdout, 'One **two**.\n');
  const russian = 'Осень в этом году пришла рано, и дожди шли почти каждый день. '.repeat(4).trim();
  const windows1251 = Buffer.from([...russian].map((letter) => windows1251Of(letter)));
  assert.equal(run(home, ['-'], windows1251).stdout, `${russian}\n`, 'an encoding that nobody declared');

  mkdirSync(join(home, 'posts'));
  writeFileSync(join(home, 'posts/a.html'), '---\ntitle: A\n---\n<h2>A</h2><p>First.</p><!-- x -->\n');
  writeFileSync(join(home, 'posts/b.md'), '# B\n\nSecond.\n');
  const batch = run(home, ['posts', '-o', 'clean', '-f', 'markdown,text,json', '--verify']);
  assert.equal(batch.status, 0, batch.stderr);
  assert.deepEqual(readdirSync(join(home, 'clean')).sort(), [
    '.article-clean.ndjson',
    ...['a', 'b'].flatMap((stem) => [`${stem}.json`, `${stem}.md`, `${stem}.txt`]),
  ]);
  assert.equal(run(home, ['posts', '-o', 'clean', '--check']).status, 0);
  const page = run(home, ['report', 'posts', '-o', 'report.html']);
  assert.equal(page.status, 0, page.stderr);
  assert.ok(readFileSync(join(home, 'report.html'), 'utf8').includes('First.'));
  assert.equal(run(home, ['nowhere.html']).status, 1);
  assert.equal(run(home, ['--no-such-option']).status, 2);
}

/** Byte of a Russian letter; ASCII is itself. */
function windows1251Of(letter) {
  const code = letter.charCodeAt(0);
  return code < 0x80 ? code : code - 0x410 + 0xc0;
}

function checkLibrary(home) {
  const program = `import { convert, convertFiles, defineRule, toMarkdown, toText, type Conversion, type FileResult, type Rule } from 'article-clean';
const rule: Rule = defineRule({ name: 'mine', group: 'user', why: 'x', match: { selector: '.mine' }, action: 'remove',
  examples: [], keeps: [] });
const one: Conversion = await convert('<p>One.</p><p class="mine">Two.</p>', { rules: [rule] });
const { outputs, record } = one;
const { outputs: { markdown, text } } = await convert('<p>x</p>', { formats: ['markdown', 'text'] });
const sure: string = markdown + text + (await convert('')).outputs.markdown;
const texts: string[] = [toMarkdown('<b>a</b>'), toText('<b>a</b>'), outputs.markdown ?? '', record.changes[0]?.rule ?? ''];
for await (const file of convertFiles(['posts'])) {
  const one: FileResult = file;
  texts.push(one.error ? one.error.code : (one.conversion.record.title ?? ''));
}
// @ts-expect-error it was not asked for
export const missing = async () => (await convert('', { formats: ['text'] })).outputs.markdown;
// @ts-expect-error there is no such format
export const wrong = () => convert('', { formats: ['pdf'] });
export { sure, texts };
`;
  writeFileSync(join(home, 'program.ts'), program);
  const examples = readmeExamples();
  assert.ok(examples.length >= 2);
  writeFileSync(join(home, 'console.d.ts'), 'declare const console: { log(...values: unknown[]): void };\n');
  for (const [index, code] of examples.entries())
    writeFileSync(join(home, `example-${index}.ts`), `${code}\nexport {};\n`);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = '--module nodenext --target es2022 --lib es2023 --strict --exactOptionalPropertyTypes --types'.split(
    ' ',
  );
  execFileSync(
    process.execPath,
    [tsc, ...options, '', 'console.d.ts', 'program.ts', ...examples.map((_, index) => `example-${index}.ts`)],
    { cwd: home, stdio: 'inherit' },
  );
  const print = "import('./program.js').then(({ texts }) => console.log(JSON.stringify(texts)))";
  const texts = execFileSync(process.execPath, ['-e', print], { cwd: home, encoding: 'utf8' });
  assert.deepEqual(JSON.parse(texts), ['**a**', 'a', 'One.\n', 'mine', 'A', 'B']);
}

/** README's programs that use the library. */
function readmeExamples() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)]
    .map(([, code]) => code)
    .filter((code) => code.includes(`'${name}'`));
}

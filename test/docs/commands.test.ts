/** Every shell block of the README and of the recipes runs as it is written, in a folder that has what it speaks of. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { load } from 'js-yaml';
import { bin, emptyFolder, root } from '../cli/program.js';
import { onlyInCheck, some } from '../counts.js';

const programs = emptyFolder();
writeFileSync(join(programs, 'article-clean'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
chmodSync(join(programs, 'article-clean'), 0o755);
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${programs}:${process.env.PATH}`,
  NODE_OPTIONS: '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};
for (const who of ['AUTHOR', 'COMMITTER']) {
  env[`GIT_${who}_NAME`] = 'A. Reader';
  env[`GIT_${who}_EMAIL`] = 'reader@mail.example';
}

const post = `---
title: A gauge
date: 2014-05-18
---
<p style="color: red">One <b>word</b>.</p>
<div class="share-bar"><a href="https://social.example/share?u=a">Tweet</a></div>
`;

/** The folders and files that the pages speak of, under git. */
function place(): string {
  const folder = emptyFolder();
  for (const name of ['posts', 'old-posts', 'export', '_posts', 'notes', 'source/_posts', 'vault']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  for (const name of ['post.html', 'posts/a.html', 'posts/b.html', 'old-posts/a.html', 'export/a.html']) {
    writeFileSync(join(folder, name), post);
  }
  writeFileSync(join(folder, '_posts/2009-03-14-title.html'), post);
  for (const name of ['notes/a.md', 'source/_posts/hello.md']) writeFileSync(join(folder, name), post);
  cpSync(join(root, 'fixtures/archive'), join(folder, 'archive'), { recursive: true });
  spawnSync('sh', ['-c', 'git init -q . && git add . && git commit -q -m start'], { cwd: folder, env });
  return folder;
}

const hasJq = spawnSync('jq', ['--version']).status === 0;

/**
 * The blocks of each section, one after the other; without those that install packages (`npm run release:check` does
 * that) and without whole scripts.
 */
function sectionsOf(page: string): [title: string, commands: string][] {
  const sections: [string, string][] = [];
  for (const section of readFileSync(join(root, page), 'utf8').split(/^## /m)) {
    const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
    const commands = blocks.filter((block) => !block.startsWith('npm ') && !block.startsWith('#!'));
    if (commands.length > 0) sections.push([section.split('\n')[0] ?? '', commands.join('')]);
  }
  return sections;
}

function run(block: string, cwd: string): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', block], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({ status, output }));
  });
}

for (const [page, count] of some(1, [
  ['README.md', 3],
  ['docs/recipes.md', 8],
] as const)) {
  suite(page, { concurrency: 2 }, () => {
    const sections = sectionsOf(page);
    test('has its commands', () => assert.ok(sections.length >= count, `${sections.length}`));
    for (const [title, commands] of sections) {
      const skip = commands.includes('jq ') && !hasJq ? 'jq is not installed' : false;
      test(title, { skip }, async () => {
        const { status, output } = await run(commands, place());
        assert.equal(status, 0, output);
      });
    }
  });
}

test("the README's config does what it says", async () => {
  const config = readFileSync(join(root, 'README.md'), 'utf8').match(
    /<!-- example:config -->\n```yaml\n([\s\S]*?)^```/m,
  )?.[1];
  const folder = place();
  writeFileSync(join(folder, 'article-clean.config.yaml'), config ?? '');
  const noise = '<p class="sponsor">By Sponsor.</p><p>Buy now! Only 9.99</p>';
  writeFileSync(join(folder, 'post.html'), `---\ntitle:   A gauge\n---\n<p>One.</p>${noise}`);
  const { status, output } = await run('article-clean post.html --quiet', folder);
  assert.deepEqual([status, output], [0, '---\ntitle: A gauge\n---\n\nOne.\n']);
});

test('the pre-commit hook refuses what would change, and lets the cleaned post pass', {
  skip: onlyInCheck,
}, async () => {
  const hook = readFileSync(join(root, 'docs/recipes.md'), 'utf8').match(/^```sh\n(#![\s\S]*?)^```$/m)?.[1] ?? '';
  const folder = place();
  writeFileSync(join(folder, '.git/hooks/pre-commit'), hook);
  chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
  writeFileSync(join(folder, 'source/_posts/b.md'), post);
  const refused = await run('git add . && git commit -m b', folder);
  assert.notEqual(refused.status, 0);
  assert.match(refused.output, /--in-place/);
  const passed = await run('article-clean source/_posts --in-place && git add . && git commit -m b', folder);
  assert.equal(passed.status, 0, passed.output);
  const other = await run('echo x > notes/b.md && git add . && git commit -m notes', folder);
  assert.equal(other.status, 0, other.output);
});

const recipes = readFileSync(join(root, 'docs/recipes.md'), 'utf8');

const hasMake = spawnSync('make', ['--version']).status === 0;

test('the Makefile converts what changed, and only then', {
  skip: hasMake ? onlyInCheck : 'no make here',
}, async () => {
  const folder = place();
  writeFileSync(join(folder, 'Makefile'), /^```make\n([\s\S]*?)^```$/m.exec(recipes)?.[1] ?? '');
  const make = () => run('make', folder);
  assert.match((await make()).output, /converted 2, failed 0/);
  assert.ok(existsSync(join(folder, 'clean/a.md')));
  assert.match((await make()).output, /up to date/);
  await run("sleep 0.1; echo '<p>Two.</p>' >> posts/a.html", folder);
  const third = await make();
  assert.equal(third.status, 0, third.output);
  assert.match(readFileSync(join(folder, 'clean/a.md'), 'utf8'), /Two\./);
  await run('sleep 0.1; rm posts/b.html', folder);
  assert.equal((await make()).status, 0);
  assert.ok(!existsSync(join(folder, 'clean/b.md')));
  await run('sleep 0.1', folder);
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  writeFileSync(join(folder, 'posts/c.html'), picture);
  assert.notEqual((await make()).status, 0);
  assert.notEqual((await make()).status, 0, 'a failure is tried again');
  await run('rm posts/c.html', folder);
  assert.equal((await make()).status, 0);
});

interface Step {
  uses?: string;
  run?: string;
}

test('the steps of the workflow run as GitHub runs them, and a post to clean fails the last one', {
  skip: onlyInCheck,
}, async () => {
  const block = [...recipes.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].find(([, text]) => text?.includes('runs-on'))?.[1];
  const { jobs } = load(block ?? '') as { jobs: Record<string, { steps: Step[] }> };
  const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
  assert.equal(scripts.length, 3);
  const folder = place();
  // A package with the present program, as its tarball would be.
  const packed = emptyFolder();
  writeFileSync(
    join(packed, 'package.json'),
    JSON.stringify({ name: 'article-clean', version: '0.1.0', bin: { 'article-clean': 'run.sh' } }),
  );
  cpSync(join(programs, 'article-clean'), join(packed, 'run.sh'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const offline = 'export npm_config_offline=true npm_config_audit=false npm_config_update_notifier=false\n';
  const prepared = await run(
    `${offline}npm pack --silent --pack-destination . ${packed}\nnpm install --silent --save-dev ./article-clean-0.1.0.tgz\nrm -r node_modules`,
    folder,
  );
  assert.equal(prepared.status, 0, prepared.output);
  const outputs: { status: number | null; output: string }[] = [];
  for (const script of scripts) outputs.push(await run(offline + script, folder));
  const [installed, reported, checked] = outputs;
  assert.equal(installed?.status, 0, installed?.output);
  assert.equal(reported?.status, 0, reported?.output);
  assert.match(readFileSync(join(folder, 'posts.html'), 'utf8'), /share-bar/);
  assert.equal(checked?.status, 1);
  assert.match(checked?.output ?? '', /^::error file=source\/_posts\/hello\.md/m);
  const cleaned = await run(`${offline}npx article-clean source/_posts --in-place\n${scripts[2]}`, folder);
  assert.equal(cleaned.status, 0, cleaned.output);
});

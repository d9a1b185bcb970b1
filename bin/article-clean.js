#!/usr/bin/env node
// Answers --version itself: that must not load the program.
import { readFileSync } from 'node:fs';
import module from 'node:module';

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  module.enableCompileCache?.();
  const { main } = await import('../dist/cli.js');
  await main(process.argv.slice(2));
}

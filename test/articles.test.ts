/**
 * Every folder of fixtures/articles is one behaviour, named by the folder: `input.html` or `input.md`, `options.json`
 * where the case needs options, and what a person decided by reading: `must.txt` and `must-not.txt`, a snippet of the
 * Markdown a line, and `must.json`, keys of the record. The goldens say the rest; `UPDATE=1` rewrites them alone.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Conversion, ConvertOptions } from '../src/api.js';
import { convert } from '../src/convert.js';
import type { Format } from '../src/formats/list.js';

const cases = join(import.meta.dirname, '../fixtures/articles');
const update = process.env.UPDATE === '1';
const inputs = ['input.html', 'input.md'];
const goldens = ['expected.md', 'expected.txt', 'expected.json', 'changes.txt'] as const;
const handWritten = ['options.json', 'must.txt', 'must-not.txt', 'must.json'];
const formats: Format[] = ['markdown', 'text', 'json', 'ndjson'];

const names = readdirSync(cases).sort();
assert.ok(names.length > 0, 'no article fixtures');
for (const name of names) {
  test(name, async () => {
    const folder = join(cases, name);
    const files = readdirSync(folder);
    const found = inputs.filter((file) => files.includes(file));
    assert.equal(found.length, 1, `one of ${inputs.join(', ')}`);
    const source = found[0] as string;
    const options: ConvertOptions = files.includes('options.json')
      ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'))
      : {};

    const result = await convert(readFileSync(join(folder, source)), { ...options, formats, source });
    const markdown = output(result, 'markdown');
    for (const snippet of snippets(folder, 'must.txt')) {
      assert.ok(markdown.includes(snippet), `must be in the Markdown: ${snippet}\n${markdown}`);
    }
    for (const snippet of files.includes('must-not.txt') ? snippets(folder, 'must-not.txt') : []) {
      assert.ok(!markdown.includes(snippet), `may not be in the Markdown: ${snippet}\n${markdown}`);
    }
    const record = JSON.parse(output(result, 'json'));
    const decided = files.includes('must.json') ? JSON.parse(readFileSync(join(folder, 'must.json'), 'utf8')) : {};
    for (const key of Object.keys(decided)) assert.deepEqual(record[key], decided[key], key);
    assert.deepEqual(JSON.parse(output(result, 'ndjson')), record);
    assert.match(output(result, 'ndjson'), /^[^\n]+\n$/, 'NDJSON is one line');

    // Law 3: our own Markdown is a fixed point, whatever file it came from.
    const { encoding, body, ...rest } = options;
    const again = await convert(markdown, { ...rest, formats: ['markdown'], source: 'input.md' });
    assert.equal(output(again, 'markdown'), markdown, 'converting the Markdown again changes it');

    const actual = {
      'expected.md': markdown,
      'expected.txt': output(result, 'text'),
      'expected.json': output(result, 'json'),
      'changes.txt': changeList(result),
    };
    if (update) for (const file of goldens) writeFileSync(join(folder, file), actual[file]);
    const known = [source, ...handWritten, ...goldens];
    assert.deepEqual(
      readdirSync(folder).filter((file) => !known.includes(file)),
      [],
      'stray files',
    );
    for (const file of goldens) {
      assert.ok(update || files.includes(file), `${file} is missing: run with UPDATE=1 and read it`);
      assert.equal(actual[file], readFileSync(join(folder, file), 'utf8'), file);
      assert.notEqual(actual[file].trim(), '', `${file} is empty`);
    }
  });
}

function output(result: Conversion, format: Format): string {
  const text = result.outputs[format];
  assert.equal(typeof text, 'string', `${format} was asked for`);
  return text as string;
}

/** Lines are taken as they stand: a blank at either end of a snippet counts. */
function snippets(folder: string, file: string): string[] {
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  assert.ok(lines.length > 0, `${file} says nothing`);
  return lines;
}

/** One change a line, in the order in which they were made. A case that changes nothing says so. */
function changeList(result: Conversion): string {
  const lines = result.record.changes.map(
    ({ rule, action, line, column, text }) => `${line}:${column} ${action} ${rule} ${JSON.stringify(text)}`,
  );
  return `${[`body: ${result.bodyKind}`, ...lines, ...result.record.warnings.map(({ code }) => `warning ${code}`)].join('\n')}\n`;
}

/** A table's rows are as long as they are: one wide row among many narrow ones must not fill up all of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown, toText } from '../../src/index.js';

const ROWS = 3_000;
const wide = `<tr>${'<td>w</td>'.repeat(ROWS)}</tr>`;
const narrow = '<tr><td>n</td></tr>'.repeat(ROWS);

for (const [what, html] of [
  ['above', `<table>${wide}${narrow}</table>`],
  ['below', `<table>${narrow}${wide}</table>`],
  ['as a header', `<table>${wide.replaceAll('td', 'th')}${narrow}</table>`],
]) {
  test(`a wide row ${what} leaves the narrow ones narrow`, () => {
    const markdown = toMarkdown(html as string);
    assert.ok(markdown.length < 4 * (html as string).length, `${markdown.length} characters`);
    assert.ok(markdown.includes('\n| n |\n'));
    assert.ok(toText(html as string).length < 4 * (html as string).length);
  });
}

test('the header and its rule have a cell for each column, empty cells that the row has stay', () => {
  const html = '<table><tr><th>a</th></tr><tr><td>1</td><td></td><td>3</td></tr><tr><td>4</td></tr></table>';
  assert.equal(toMarkdown(html).trim(), '| a |  |  |\n| --- | --- | --- |\n| 1 |  | 3 |\n| 4 |');
});

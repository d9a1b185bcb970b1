/** Streamed pages: parts that a script was to place stand in their places, and nothing else moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import { decodeString } from '../../src/input/decode.js';
import { placeStreamed } from '../../src/input/streamed.js';
import { growth, tooSteep } from '../growth.js';

const placed = (html: string): string => placeStreamed(decodeString(html)).text;

const page = (body: string): string => `<html><body>${body}</body></html>`;
const hole = (id: string): string => `<template id="${id}"></template>`;
const part = (id: string, inside: string): string => `<div hidden id="S:${id}">${inside}</div>`;

test('a part stands where its placeholder is, parts of parts too', () => {
  const html = page(
    `<p>One.</p>${hole('B:0')}<p>Four.</p>${part('a', '<p>Three.</p>')}${part('0', `<p>Two.</p>${hole('P:a')}`)}`,
  );
  assert.equal(placed(html), page(`<p>One.</p>${hole('B:0')}<p>Two.</p>${hole('P:a')}<p>Three.</p><p>Four.</p>`));
});

test('a part without a placeholder, and parts that wait for each other, stay where they are', () => {
  for (const body of [
    `<p>One.</p>${part('1', '<p>Two.</p>')}`,
    `<p>One.</p>${part('1', `Two.${hole('P:1')}`)}`,
    `${hole('B:7')}<p>One.</p><div id="S:7">Seen.</div>`,
  ])
    assert.equal(placed(page(body)), page(body));
  const circle = page(`<p>One.</p>${part('1', `Two.${hole('P:2')}`)}${part('2', `Three.${hole('P:1')}`)}`);
  const letters = (text: string): string => [...text.replace(/<[^>]*>/g, '')].sort().join('');
  assert.equal(letters(placed(circle)), letters(circle));
});

test('what was shown for the time being goes into the hidden box that the part leaves', async () => {
  const waits = (inside: string) => `<!--$?-->${hole('B:0')}${inside}<!--/$-->`;
  for (const inside of ['<div>Loading <!-- -->text<!-- -->...</div>', '加载中', '<!--$-->Lädt<!--/$-->']) {
    const html = page(`<p>One.</p>${waits(inside)}<p>Three.</p>${part('0', '<p>Two.</p>')}`);
    assert.equal(placed(html), page(`<p>One.</p>${waits('<p>Two.</p>')}<p>Three.</p>${part('0', inside)}`));
  }
  const nested = page(`${waits(`Wait ${hole('P:1')}`)}${part('0', 'Two.')}${part('1', 'One.')}`);
  assert.equal(placed(nested), page(waits(`Two.Wait ${hole('P:1')}One.`)));
  const open = page(`${hole('B:0')}<p>Three.</p>${part('0', '<p>Two.</p>')}`);
  assert.equal(placed(open), page(`${hole('B:0')}<p>Two.</p><p>Three.</p>`));
});

test('a post that shows such parts is no page', () => {
  const post = `React streams:\n\n\`\`\`html\n${hole('B:0')}\n${part('0', 'late')}\n\`\`\`\n`;
  assert.equal(placed(post), post);
});

test('the article of a streamed page comes out in order, and proved', async () => {
  const text = (name: string): string =>
    `<p>${name}. ${'The ferry is late today, as it was yesterday, and nobody can say why. '.repeat(3)}</p>`;
  const html = page(
    `<main>${text('First')}<!--$?-->${hole('B:0')}<!--/$-->${text('Third')}</main>${part('0', text('Second'))}<script>$RC("B:0","S:0")</script>`,
  );
  const { outputs, warnings } = await convert(html, { verify: true });
  assert.match(outputs.markdown ?? '', /First\..*Second\..*Third\./s);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['streamed-page'],
  );
});

test('the work grows with the page', () => {
  const make = (n: number): string => {
    const ids = Array.from({ length: n }, (_, index) => index.toString(16));
    return page(ids.map((id) => hole(`B:${id}`)).join('') + ids.map((id) => part(id, `<p>${id}</p>`)).join(''));
  };
  assert.ok(growth((count) => placed(make(count)), 4000) < tooSteep);
});

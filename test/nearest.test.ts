import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../src/nearest.js';

const names = ['markdown', 'md', 'text', 'txt', 'json', 'report', 'qr-code', 'none'];
const cases: [typed: string, meant: string | null][] = [
  ['jsn', 'json'],
  ['jsno', 'json'],
  ['reprot', 'report'],
  ['qrcode', 'qr-code'],
  ['MARKDWON', 'markdown'],
  ['pdf', null],
  ['some', null],
  ['', null],
  ['x'.repeat(500), null],
];
for (const [typed, meant] of cases) {
  test(`${typed.slice(0, 20) || 'nothing'} means ${meant}`, () => assert.equal(nearest(typed, names), meant));
}

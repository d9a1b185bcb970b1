import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import type { Node } from '../../src/body/tree.js';
import type { Change } from '../../src/clean/change.js';
import { noiseImages } from '../../src/clean/noise-images.js';
import { defineRule } from '../../src/clean/rule.js';

const rule = (name: string, group: 'promotion' | 'images') =>
  defineRule({ name, group, why: '', match: {}, action: 'remove', examples: [], keeps: [] });

test('images that promotion rules removed, alone or inside a block; no others', () => {
  const removal = (name: string, html: string): Change => {
    const removed = parseHtml(html).root.first as Node;
    return { rule: name, action: 'remove', start: 0, end: 0, text: '', removed };
  };
  const changes = [
    removal('qr', '<img src="/q.png">'),
    removal('qr', '<div><p>scan</p><p><img src="/r.png"><img></p></div>'),
    removal('pixel', '<img src="/pixel.gif">'),
    removal('qr', '<p>text</p>'),
  ];
  assert.deepEqual([...noiseImages(changes, [rule('qr', 'promotion'), rule('pixel', 'images')])], ['/q.png', '/r.png']);
});

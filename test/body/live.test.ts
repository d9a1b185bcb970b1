import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liveAddresses, runsCode } from '../../src/body/live.js';
import { growth, tooSteep } from '../growth.js';
import { spellings } from './spellings.js';

describe('unsafe addresses', () => {
  it('are found in every spelling', () => {
    for (const url of [
      'javascript:x',
      'JAVASCRIPT:x',
      ' javascript:x',
      '\u0001javascript:x',
      'java\tscript:x',
      'java\nscript:x',
      'java\u0000script:x',
      'javascript\t:x',
      '\u00a0javascript:x',
      '\u200bjavascript:x',
      'vbscript:x',
      'VbScript:x',
      'livescript:x',
      'data:text/html,x',
      'DATA:text/html;base64,eA==',
      'data:,x',
      'data:application/xhtml+xml,x',
      'data:image/svg+xml,x',
      'view-source:javascript:x',
      'feed:javascript:x',
    ]) {
      assert.equal(runsCode(url), true, JSON.stringify(url));
    }
    assert.equal(runsCode('data:text/html,x', true), true);
  });

  it('are not what only looks like them', () => {
    for (const url of [
      'javascript',
      'javascript.html',
      './javascript:x',
      '/javascript:x',
      '#javascript:x',
      'jar.html',
      'mailto:a@b.example',
      'tel:1',
      'dataset:1',
      'https://a.example/javascript:x',
      '?javascript:x',
      '',
    ]) {
      assert.equal(runsCode(url), false, url);
    }
    assert.equal(runsCode('data:image/png;base64,eA==', true), false);
  });

  it('are found wherever a browser finds them, however they are spelled', () => {
    const live = new Set(['javascript:', 'vbscript:', 'data:']);
    let count = 0;
    for (const address of spellings()) {
      if (!URL.canParse(address, 'https://a.example/') || !live.has(new URL(address, 'https://a.example/').protocol))
        continue;
      count++;
      assert.equal(runsCode(address), true, JSON.stringify(address.slice(0, 80)));
      assert.equal(runsCode(address, true), true, JSON.stringify(address.slice(0, 80)));
    }
    assert.ok(count > 300, `${count} spellings`);
  });

  it('take one look at each character', () => {
    const addresses: ((count: number) => string)[] = [
      (count) => ' '.repeat(count),
      (count) => `java${'\t'.repeat(count)}script`,
      (count) => 'feed:'.repeat(count),
      (count) => 'a-'.repeat(count),
    ];
    for (const address of addresses) assert.ok(growth((count) => runsCode(address(count)), 500_000) < tooSteep);
  });

  it('stand in attributes that lead somewhere, not in words', () => {
    const of = (name: string, ...pairs: [string, string][]) => liveAddresses({ name, attributes: new Map(pairs) });
    const script = 'javascript:x';
    assert.deepEqual(of('mi', ['href', script], ['class', script]), ['href']);
    assert.deepEqual(of('a', ['xlink:href', script], ['ping', script]), ['xlink:href', 'ping']);
    assert.deepEqual(of('animate', ['values', `#;${script}`]), ['values']);
    assert.deepEqual(of('meta', ['content', `0; url='${script}`]), ['content']);
    assert.deepEqual(of('param', ['value', script]), ['value']);
    for (const name of ['alt', 'title', 'value', 'aria-label', 'content', 'data-title'])
      assert.deepEqual(of('input', [name, script]), []);
    assert.deepEqual(of('video', ['poster', 'data:image/png;base64,eA=='], ['src', 'data:video/mp4,x']), ['src']);
  });
});

/** What is masked in a line, and what several lines have in common. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskLine, patternOf } from '../../src/learn/mask.js';
import { sourceOf } from '../../src/learn/source.js';
import { common } from '../../src/learn/template.js';

const shown = (shape: string) => shape.replace(/[\ue000-\ue003]/g, (mark) => '#D@_'[mark.charCodeAt(0) - 0xe000] ?? '');

const lines: [line: string, shape: string][] = [
  ['Posted on 3 May 2014', 'Posted on # D #'],
  ['Posted on Tuesday, 21st of June 2015 at 3:04 pm', 'Posted on D, #st of D # at # D'],
  ['Publicado el 3 de mayo de 2014', 'Publicado el # de D de #'],
  ['geändert am Mittwoch, 4. März 2009', 'geändert am D, #. D #'],
  ['опубликовано 5 мая 2014', 'опубликовано # D #'],
  ['发布于2014年5月3日 星期六', '发布于#年#月#日 D'],
  ['五月三日，晴', '#月#日，晴'],
  ['2014/05/03(土)更新', '#(D)更新'],
  ['Version 3.14-2', 'Version #'],
  ['You may march on', 'You may march on'],
  ['一个人在海边', '一个人在海边'],
];
for (const [line, shape] of lines) {
  test(`masked: ${line}`, () => {
    assert.equal(shown(maskLine(line)), shape);
    assert.match(line, new RegExp(`^${patternOf(maskLine(line), '.{1,9}')}$`, 'iu'));
  });
}

const pairs: [a: string, b: string, template: string][] = [
  ['Filed by Ada for the late edition', 'Filed by Andrew for the late edition', 'Filed by _ for the late edition'],
  ['张三整理，每周更新', '李四五整理，每周更新', '_整理，每周更新'],
  ['Ada wrote this for us in Porto', 'Bo wrote this for us in Lima', '_ wrote this for us in _'],
  ['One thing', 'Another matter', '_'],
  ['The same', 'The same', 'The same'],
];
for (const [a, b, template] of pairs) {
  test(`in common: ${template}`, () => {
    assert.equal(shown(common(a, b)), template);
    assert.equal(shown(common(b, a)), template);
  });
}

test('the source of an article', () => {
  assert.equal(sourceOf('harbour/_posts/2014/a.md', null), 'harbour');
  assert.equal(sourceOf('_posts/2014-05/a.md', 'https://pier.example/a'), 'pier.example');
  assert.equal(sourceOf('a.md', null), '.');
});

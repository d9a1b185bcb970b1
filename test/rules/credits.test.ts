import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { creditLine } from '../../src/rules/credit-line.js';
import { disclaimer } from '../../src/rules/disclaimer.js';
import { inlineCredit } from '../../src/rules/inline-credit.js';
import { originalTitle } from '../../src/rules/original-title.js';
import { reprintNotice } from '../../src/rules/reprint-notice.js';
import { sinaHouseAds } from '../../src/rules/sina-house-ads.js';
import { sourceSentence } from '../../src/rules/source-sentence.js';
import { zhihuByline } from '../../src/rules/zhihu-byline.js';
import { apply, show } from './apply.js';

const rules = [
  disclaimer,
  reprintNotice,
  sinaHouseAds,
  zhihuByline,
  sourceSentence,
  originalTitle,
  creditLine,
  inlineCredit,
];
/** What articles of the sites show, for the rules that are switched on by it. */
const sites = new Set(['新浪财经', '知乎']);
const normal = (html: string): string => show(parseHtml(html).root);

describe('near misses of credit rules, with all of them', () => {
  for (const rule of rules) {
    for (const { title, html } of rule.keeps) {
      it(`${rule.name} keeps: ${title}`, () => assert.equal(apply(html, rules, { sites }).html, normal(html)));
    }
  }
});

it('a site rule is off where the article does not show its site', () => {
  for (const rule of [sinaHouseAds, zhihuByline]) {
    for (const { before } of rule.examples) assert.equal(apply(before, [rule]).changes.length, 0);
  }
});

const body = `<p>${'一座桥从这里过江，两岸的人走了一百年。'.repeat(3)}</p>`;

/** line, editors, authors, publisher, url */
const read: [string, string[], string[], string | null, string | null][] = [
  ['责任编辑：李昂', ['李昂'], [], null, null],
  ['责任编辑:杨倩_NF4425', ['杨倩'], [], null, null],
  ['[责任编辑：董文]', ['董文'], [], null, null],
  ['【编辑:田博】', ['田博'], [], null, null],
  ['责编 屠敏', ['屠敏'], [], null, null],
  ['编辑/王五 校对/赵六', ['王五', '赵六'], [], null, null],
  ['编辑｜小王', ['小王'], [], null, null],
  ['编辑丨王五、赵六', ['王五', '赵六'], [], null, null],
  ['（责任编辑：HN666）', [], [], null, null],
  ['审核：李 昂', ['李昂'], [], null, null],
  ['来源：晚报', [], [], '晚报', null],
  ['来源｜广州参考、南沙发布', [], [], '广州参考、南沙发布', null],
  ['来源：新华网 2019-05-01 10:22 作者：李四', [], ['李四'], '新华网', null],
  ['本文来源：晨报 责任编辑：王五', ['王五'], [], '晨报', null],
  ['转自：http://paper.example/1.html', [], [], null, 'http://paper.example/1.html'],
  ['引用网址：https://paper.example/2', [], [], null, 'https://paper.example/2'],
  ['文/张三 图/李四', [], ['张三'], null, null],
  ['文 | 张三', [], ['张三'], null, null],
  ['记者 张三 通讯员 李四', [], ['张三', '李四'], null, null],
  ['作者：卡尔·马克思', [], ['卡尔·马克思'], null, null],
  ['Editor: Jane Doe', ['Jane Doe'], [], null, null],
  ['Edited by Jane Doe', ['Jane Doe'], [], null, null],
];

describe('credits in all their forms', () => {
  for (const [line, editors, authors, publisher, url] of read) {
    it(line, () => {
      for (const html of [`${body}<p>${line}</p>`, `${body}<div><span>${line}</span></div>`, `<p>${line}</p>${body}`]) {
        const applied = apply(html, rules);
        assert.deepEqual(applied.credits, { editors, authors, publisher, url });
        assert.ok(!applied.html.includes(line), applied.html);
        assert.ok(applied.html.includes('一座桥从这里过江'));
        assert.equal(applied.changes[0]?.action, 'move');
      }
    });
  }
});

it('a run that a writing site adds, with an address that would not be read alone', () => {
  const run = '<p>作者：江上<br>链接：https://www.site.example/p/1<br>来源：某书<br>著作权归作者所有。</p>';
  const applied = apply(body + run, rules);
  assert.equal(applied.html, body);
  assert.deepEqual(applied.credits, {
    authors: ['江上'],
    editors: [],
    publisher: '某书',
    url: 'https://www.site.example/p/1',
  });
});

it('an address that stands behind the title of the original', () => {
  const line = '<p>原文链接：<a href="https://a.example/k">The Knots</a></p>';
  assert.equal(apply(body + line, rules).credits.url, 'https://a.example/k');
});

const stays = [
  '链接：https://disk.example/s/1',
  '编辑：如何写好一封求职信',
  '来源：我们从农民那里买来的。',
  '本文作者：江霞，中山大学数学学院研究生二年级',
  '文章来源于生活',
  '来自北方的《江上》剧组在渡口拍了三天。',
  '选自去年的旧稿',
  '选自《江上》的三段话',
  '编辑过程很长',
  '作者的话',
  '图/视觉中国',
  '记者在现场看到，水已经退了',
  '来源不明的货物不要收',
  '转载了三次的文章',
  '数据来源：国家统计局',
  'Editor is a good tool',
  'Author John lives here',
  'Source: my own measurements',
  '版权归谁所有，是这个案子的关键。',
  '未经许可，任何人不得登船。',
  '这本书的版权所有者是他的女儿。',
  '本文首发时有两处错误，现已改正。',
  'All rights reserved for the captain, as always.',
  'Copyright © 1911 stood on the last page, and below it a name.',
  'This post was originally written for a friend who had never seen the sea.',
  'First published here in May; I have corrected two dates since.',
];

describe('lines that only look like credits', () => {
  for (const line of stays) {
    it(line, () => {
      for (const html of [`${body}<p>${line}</p>`, `<p>${line}</p>${body}`]) {
        assert.equal(apply(html, rules).html, normal(html));
      }
    });
  }
});

describe('what a reader wants to know stays where the front matter does not say it', () => {
  const says = (): boolean => false;
  const unsaid: [string, string][] = [
    ['<p>来源：晚报</p>', '<p>来源：晚报</p>'],
    ['<p>【撰文：王一】</p>', '<p>【撰文：王一】</p>'],
    ['<p>文/张三 图/李四</p>', '<p>文/张三 图/李四</p>'],
    ['<p>（本文转自晨报，作者：王五）</p>', '<p>（本文转自晨报，作者：王五）</p>'],
    ['<p>Originally published at The Paper.</p>', '<p>Originally published at The Paper.</p>'],
  ];
  for (const [line, rest] of unsaid) {
    it(line, () => {
      const applied = apply(line + body, rules, { says });
      assert.equal(applied.html, normal(rest + body));
      const { authors, publisher } = applied.credits;
      assert.ok(authors.length > 0 || publisher !== null, 'it is read all the same');
    });
  }

  it('editors go, and with them who made the pictures', () => {
    const applied = apply(`${body}<p>责编：王一<br>排版：李四<br>作者：赵六<br>设计：孙七</p>`, rules, {
      says: ({ authors }) => authors.length === 0,
    });
    assert.equal(applied.html, `${body}<p><br><br>作者：赵六<br></p>`.replaceAll('<br>', '<br></br>'));
  });
});

/** line, publisher, author: what stands around a name is no part of it. */
const sources: [string, string | null, string[]][] = [
  ['原文来自江上公众号：<a href="https://mp.example/s">江边的树</a>', '江上', []],
  ['原文来自公号<a href="https://mp.example/s">江上</a>', '江上', []],
  ['本文来自微信公众号：江上观察（ID:jiang），作者：王一，题图来自：视觉中国', '江上观察', ['王一']],
  ['文章首发于微信公众号：江上观察', '江上观察', []],
  ['来源公众号：江上观察', '江上观察', []],
  ['转自微信公众号江上观察', '江上观察', []],
  ['首发于公众号「江上」', '江上', []],
  ['來源：「江上」', '江上', []],
  ['（原载《江上》2019年第3期）', '江上', []],
  ['This article was first published in The River Review on May 3, 2017.', 'River Review', []],
  ['本文发表于《江上》之后，我再也没有写过诗。', null, []],
];

describe('names of publishers', () => {
  for (const [line, publisher, authors] of sources) {
    it(line, () => {
      const { credits } = apply(`<p>${line}</p>${body.repeat(6)}`, rules);
      assert.equal(credits.publisher, publisher);
      assert.deepEqual(credits.authors, authors);
    });
  }
});

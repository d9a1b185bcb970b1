import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { pageEvidence, pageMetadata } from '../../src/front-matter/metadata.js';
import { saysTitle } from '../../src/front-matter/title.js';
import type { Metadata } from '../../src/types.js';

const read = (html: string): Partial<Metadata> => pageMetadata(pageEvidence(parseHtml(html).root)).metadata;

test('a head with open graph tags', () => {
  const html = `<html lang="zh_CN"><head><title>新桥今天通车 - 每日新闻网</title>
    <meta property="og:site_name" content="每日新闻网"><meta property="og:title" content="新桥今天通车&amp;开放">
    <meta property="article:published_time" content="2020-05-06T07:08:09+08:00">
    <meta property="article:modified_time" content="2020-05-07">
    <meta property="article:tag" content="桥"><meta property="article:tag" content="交通"><meta property="article:section" content="本地">
    <meta name="author" content="甲"><meta property="article:author" content="https://example.org/people/1">
    <meta property="og:image" content="https://example.org/a.jpg"><link rel="canonical" href="https://example.org/1"></head></html>`;
  assert.deepEqual(read(html), {
    title: '新桥今天通车&开放',
    date: '2020-05-06T07:08:09+08:00',
    updated: '2020-05-07',
    authors: ['甲'],
    publisher: '每日新闻网',
    categories: ['本地'],
    tags: ['桥', '交通'],
    image: 'https://example.org/a.jpg',
    url: 'https://example.org/1',
    language: 'zh-CN',
  });
});

test('JSON-LD, in a graph, with people and an organization', () => {
  const data = {
    '@graph': [
      { '@type': 'WebPage', name: 'Frame' },
      {
        '@type': ['NewsArticle'],
        headline: 'A bridge &amp; a river',
        datePublished: '2020-05-06T07:08:09Z',
        author: [{ '@type': 'Person', name: 'Ann' }, 'Carl'],
        publisher: { name: 'Daily' },
        keywords: 'a, b',
        image: { url: 'https://example.org/a.jpg' },
        mainEntityOfPage: { '@id': 'https://example.org/1' },
        inLanguage: 'en',
      },
    ],
  };
  const html = `<head><title>x</title><script type="application/ld+json">{broken</script>
    <script type="application/ld+json">${JSON.stringify(data)}</script></head>`;
  assert.deepEqual(read(html), {
    title: 'A bridge & a river',
    date: '2020-05-06T07:08:09Z',
    authors: ['Ann', 'Carl'],
    publisher: 'Daily',
    tags: ['a', 'b'],
    image: 'https://example.org/a.jpg',
    url: 'https://example.org/1',
    language: 'en',
  });
});

suite('the site’s name is cut off the title', () => {
  const titles: readonly (readonly [html: string, title: string])[] = [
    ['<title>A bridge opens today | Daily News</title>', 'A bridge opens today'],
    ['<title>A bridge opens today - The Daily</title>', 'A bridge opens today'],
    ['<title>新桥今天正式通车_频道_每日新闻网</title>', '新桥今天正式通车'],
    ['<title>新桥今天正式通车--时政--每日网</title>', '新桥今天正式通车'],
    ['<title>Home | The long name of my own site</title>', 'Home | The long name of my own site'],
    ['<title>A well-known story</title>', 'A well-known story'],
    ['<title>A-B: more</title><h1>A-B: more</h1>', 'A-B: more'],
    ['<title>Daily: A bridge opens</title><h1>Daily</h1><h3>A bridge opens</h3>', 'A bridge opens'],
    ['<title>桥 - 每日网</title><h2>桥</h2><h2>桥 - 每日网 - 更多</h2>', '桥 - 每日网'],
    ['<title>海上 - 每日网</title><h2>海上</h2>', '海上'],
    [
      '<title>The long bridge - a short story</title><h1>The long bridge - a short story</h1>',
      'The long bridge - a short story',
    ],
    ['<title>Die Brücke – von 1870 | Tal</title><h1>Die Brücke - von 1870</h1>', 'Die Brücke - von 1870'],
    [
      '<title>The bridge — River 1.2 documentation</title><h1>The bridge<a class="headerlink" href="#b">¶</a></h1>',
      'The bridge',
    ],
    [
      '<title>桥的早晨 - 江边</title><h1><a href="#q">#</a> <a href="/q">桥的早晨</a> <time>2009-05-06</time></h1>',
      '桥的早晨',
    ],
    ['<title>C++ in depth - Notes</title><h2>C#</h2>', 'C++ in depth'],
    ['<title>\n A\n bridge </title>', 'A bridge'],
    ['<title></title><svg><title>icon</title></svg>', ''],
  ];
  for (const [html, title] of titles) test(html, () => assert.equal(read(html).title ?? '', title));
});

suite('a heading says the title', () => {
  const names = ['River notes', 'The long bridge | River notes'];
  for (const heading of [
    'The long bridge',
    'The Long Bridge¶',
    'The long bridge – River notes',
    'River notes: The long bridge',
    'The long bridge (6 May 2009)',
    '2009-05-06 The long bridge',
    '26. Februar 2009: The long bridge',
    '3.1. The long bridge',
  ]) {
    test(heading, () => assert.equal(saysTitle(heading, 'The long bridge', names), true));
  }
  for (const heading of [
    'The long bridges',
    'The long bridge burns',
    'Why the long bridge',
    'River notes',
    'The long',
    '',
  ]) {
    test(`not ${heading}`, () => assert.equal(saysTitle(heading, 'The long bridge', names), false));
  }
  test('signs are words where there are no others', () => {
    assert.equal(saysTitle('???', '???', []), true);
    assert.equal(saysTitle('!', '???', []), false);
  });
});

test('times: the one that is published, or the only one', () => {
  assert.equal(read('<time datetime="2020-05-06">May</time>').date, '2020-05-06');
  assert.equal(read('<time>2020-05-06</time><time datetime="2021-01-01">x</time>').date, undefined);
  assert.equal(
    read('<time>2020-05-06</time><time class="entry-date published" datetime="2021-01-01"></time>').date,
    '2021-01-01',
  );
  assert.equal(read('<time class="updated" datetime="2021-01-01"></time>').updated, '2021-01-01');
});

test('a fragment says nothing', () => {
  assert.deepEqual(read('<p>Text</p>'), {});
  assert.deepEqual(read(''), {});
});

test('100,000 nested elements', () => {
  assert.deepEqual(read('<div>'.repeat(100_000)), {});
  assert.deepEqual(Object.keys(read(`<h1>${'<h1>a'.repeat(20_000)}`)), []);
});

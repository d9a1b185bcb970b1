import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readImage } from '../../src/front-matter/image.js';
import { frontMatterMetadata, mergeMetadata, type SourcesToMerge } from '../../src/front-matter/metadata.js';
import { readTitle, writeTitle } from '../../src/front-matter/title.js';
import type { Metadata } from '../../src/types.js';

const none = { authors: [], editors: [], publisher: null, url: null };

suite('titles', () => {
  const titles: readonly (readonly [source: string, title: string])[] = [
    ['Zero-Copy&amp;sendfile', 'Zero-Copy&sendfile'],
    ['It&#39;s', "It's"],
    ['a &amp;amp; b', 'a &amp; b'],
    ['AT&T &copy 2013', 'AT&T &copy 2013'],
    ['<em>One</em><br>two', 'One two'],
    ['Use `<details>` and `<b>`', 'Use `<details>` and `<b>`'],
    ['List<String> of <T>', 'List<String> of <T>'],
    ['&lt;b&gt; is bold', '<b> is bold'],
    [' a\n  b ', 'a b'],
    ['Mesa的_TURNIP_Vulkan', 'Mesa的_TURNIP_Vulkan'],
    ['一\u3000二', '一\u3000二'],
    ['1 < 2 <!-- no --> 3', '1 < 2 3'],
  ];
  for (const [source, title] of titles) {
    test(source, () => {
      assert.equal(readTitle(source), title);
      assert.equal(readTitle(writeTitle(title)), title);
    });
  }

  test('a title of open comments and tags stays as it is', () => {
    assert.equal(readTitle('<!--'.repeat(20_000)).length, 80_000);
    assert.equal(readTitle('<a '.repeat(20_000)).length, 59_999);
  });
});

suite('front matter fields', () => {
  const cases: readonly (readonly [name: string, data: Record<string, unknown>, expected: object])[] = [
    ['a number as title', { title: 2013 }, { title: '2013' }],
    ['no title', { title: null }, {}],
    [
      'Hatena’s capitals',
      { Title: '題', Date: '2013-04-05', Category: ['日記'] },
      { title: '題', date: '2013-04-05', categories: ['日記'] },
    ],
    ['Invalid Date', { date: 'Invalid Date' }, {}],
    ['`published: true` is no date', { published: true }, {}],
    ['lastmod', { lastmod: '2013-04-05', date: '2012-01-01' }, { date: '2012-01-01', updated: '2013-04-05' }],
    ['an author’s map', { author: { login: 'a', email: 'a@example.org', display_name: 'Ann' } }, { authors: ['Ann'] }],
    ['first and last name', { author: { first_name: 'Ann', last_name: 'B.' } }, { authors: ['Ann B.'] }],
    ['a list of authors', { author: ['甲', '乙', '甲'] }, { authors: ['甲', '乙'] }],
    ['one author with a comma', { author: 'Hawkins, Brad' }, { authors: ['Hawkins, Brad'] }],
    ['several with commas', { authors: 'Ann B., Carl' }, { authors: ['Ann B.', 'Carl'] }],
    ['a name and its address', { author: 'Ann <ann@example.org>' }, { authors: ['Ann'] }],
    ['an editor is not an author', { editor: '丙' }, { editors: ['丙'] }],
    ['tags with commas', { tags: 'a b, c，d' }, { tags: ['a b', 'c', 'd'] }],
    ['tags with blanks', { tags: 'a b' }, { tags: ['a', 'b'] }],
    ['one category with a blank', { category: 'Open Source' }, { categories: ['Open Source'] }],
    ['nested categories', { categories: [['a', 'b'], 'c', 2013] }, { categories: ['a', 'b', 'c', '2013'] }],
    ['empty tags', { tags: '', categories: null }, {}],
    ['Zola’s tables', { taxonomies: { tags: ['a'] }, extra: { author: 'Ann' } }, { tags: ['a'], authors: ['Ann'] }],
    ['a wordpress address', { url: '/a', wordpress_url: 'http://example.org/a' }, { url: 'http://example.org/a' }],
    ['a path is no address', { permalink: '/a/b/' }, {}],
    ['source as a name', { source: '新华社' }, { publisher: '新华社' }],
    ['source as an address', { source: 'https://example.org/x' }, { url: 'https://example.org/x' }],
    ['a locale', { lang: 'zh_CN' }, { language: 'zh-CN' }],
    ['a language in words', { language: 'Chinese (simplified)' }, {}],
    ['image in a map', { header: { image: '/a.jpg' } }, { image: '/a.jpg' }],
    [
      'a placeholder, then an image',
      { headimg: 'https://picsum.photos/1/2', thumbnail: '/a.jpg' },
      { image: '/a.jpg' },
    ],
  ];
  for (const [name, data, expected] of cases) {
    test(name, () => assert.deepEqual(frontMatterMetadata(data), expected));
  }
});

test('images: proxies, placeholders, QR codes', () => {
  const images: readonly (readonly [source: unknown, image: string | null])[] = [
    ['https://example.org/a.jpg', 'https://example.org/a.jpg'],
    ['/img/a.jpg', '/img/a.jpg'],
    ['', null],
    [7, null],
    ['https://picsum.photos/400/300?random=81', null],
    ['https://via.placeholder.com/300', null],
    ['https://example.org/p/undefined', null],
    ['https://cors.example.org/?http://img.example.com/a_1024.jpg', 'http://img.example.com/a_1024.jpg'],
    ['https://proxy.example.org/?url=https%3A%2F%2Fimg.example.com%2Fa.jpg&w=3', 'https://img.example.com/a.jpg'],
    [
      'https://web.archive.org/web/2013/http://example.org/a.jpg',
      'https://web.archive.org/web/2013/http://example.org/a.jpg',
    ],
    ['https://example.org/img/wx-qrcode.png', null],
    ['https://example.org/erweima.jpg', null],
    ['https://example.org/wechat-qr.png?v=2', null],
    ['https://example.org/img/site.qr.jpg', null],
    ['https://example.org/img/qr-history.png', 'https://example.org/img/qr-history.png'],
    ['https://example.org/img/qrest.png', 'https://example.org/img/qrest.png'],
    ['https://example.org/qr_code_2.jpg', null],
    ['https://example.org/square-qrt.jpg', 'https://example.org/square-qrt.jpg'],
    ['data:image/png;base64,AAAA', null],
    ['javascript:alert(1)', null],
    ['java\tscript:alert(1)', null],
    [' vbscript:go', null],
    ['/javascript/a.png', '/javascript/a.png'],
  ];
  for (const [source, image] of images) assert.equal(readImage(source), image, String(source));
});

suite('merging', () => {
  const nothing = { metadata: {}, from: {} };
  const page = {
    metadata: { title: 'Page', authors: ['P'], date: '2001-01-01', language: 'en' },
    from: { title: 'open-graph', authors: 'json-ld', date: 'byline', language: 'head' },
  } as const satisfies { metadata: Partial<Metadata>; from: object };
  const merge = (sources: Partial<SourcesToMerge>) =>
    mergeMetadata({ frontMatter: {}, page: nothing, credits: none, ...sources });

  test('a page pasted into a post does not override the post', () => {
    const { metadata, from } = merge({ frontMatter: { title: 'Post' }, page });
    assert.deepEqual(
      [metadata.title, metadata.authors, metadata.date, metadata.language, from],
      ['Post', [], null, null, { title: 'front-matter' }],
    );
  });

  test('without front matter the page speaks, and is named as the source', () => {
    const { metadata, from } = merge({ page });
    assert.equal(metadata.title, 'Page');
    assert.deepEqual(from, page.from);
    assert.deepEqual([merge({}).metadata.title, merge({}).from], [null, {}]);
  });

  test('who signs the text comes first; other credits fill gaps, and add editors', () => {
    const credits = { authors: ['A'], editors: ['E'], publisher: 'P', url: 'http://example.org/c' };
    const { metadata, from } = merge({ frontMatter: { authors: ['B'], editors: ['F'] }, credits });
    assert.deepEqual(
      [metadata.authors, metadata.editors, metadata.publisher, metadata.url],
      [['A', 'B'], ['F', 'E'], 'P', 'http://example.org/c'],
    );
    assert.deepEqual(from, {
      authors: 'credits, front-matter',
      editors: 'credits, front-matter',
      publisher: 'credits',
      url: 'credits',
    });
  });

  test('an image that rules removed from the body is no image of the article', () => {
    const frontMatter = { image: '/q.png' };
    assert.equal(merge({ frontMatter, noiseImages: new Set(['/q.png']) }).metadata.image, null);
    assert.equal(merge({ frontMatter, noiseImages: new Set(['/r.png']) }).metadata.image, '/q.png');
  });
});

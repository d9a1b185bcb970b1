import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { maskTemplateTags } from '../../src/body/template-tags.js';
import { resolveImageProxy, resolveRedirect } from '../../src/rules/lib/addresses/redirect.js';
import { cutTracking } from '../../src/rules/lib/addresses/tracking.js';
import { shape } from './shape.js';

describe('redirects', () => {
  const target = 'https://t.example/p?a=1&b=%20c';
  const once = encodeURIComponent(target);
  for (const start of [
    'https://link.zhihu.com/?target=',
    'http://links.jianshu.com/go?to=',
    'https://www.oschina.net/action/GoToLink?url=',
    'https://www.google.com/url?sa=t&url=',
    'https://www.google.co.uk/url?q=',
    'https://l.facebook.com/l.php?h=AT0&u=',
    'https://t.umblr.com/redirect?z=',
    'https://www.youtube.com/redirect?event=d&q=',
    'https://weibo.cn/sinaurl?u=',
    'https://www.douban.com/link2/?url=',
    'https://sspai.com/link?target=',
    'https://link.juejin.cn/?target=',
    'https://link.csdn.net/?target=',
    'https://gitee.com/link?target=',
    'https://steamcommunity.com/linkfilter/?url=',
    'https://duckduckgo.com/l/?uddg=',
    'https://unknown.example/goto.php?url=',
  ]) {
    it(start, () => {
      assert.equal(resolveRedirect(start + once), target);
      assert.equal(resolveRedirect(start + encodeURIComponent(`https://link.zhihu.com/?target=${once}`)), target);
    });
  }

  // What the server in front would have read, so that no working link becomes a dead one.
  for (const [title, url, wanted] of [
    [
      'half escaped',
      'https://www.google.com/url?q=https://v.example/w?v%3Da1%26t%3D2&sa=D&ust=1',
      'https://v.example/w?v=a1&t=2',
    ],
    [
      'a bare scheme',
      'https://www.google.com/url?q=https://f.example/t.php%3Ft%3D1&sa=U',
      'https://f.example/t.php?t=1',
    ],
    [
      'a place on the page',
      'https://www.google.com/url?hl=en&q=https://a.example/39%23c-3&source=gmail',
      'https://a.example/39#c-3',
    ],
    [
      'escapes of its own',
      'https://www.google.com/url?q=https://a.example/C%2523%3Fq%3Da%2526b&sa=D',
      'https://a.example/C%23?q=a%26b',
    ],
    [
      'letters that stay escaped',
      'https://link.zhihu.com/?target=https%3A//a.example/%25E4%25B8%25AD%3Fx%3D1',
      'https://a.example/%E4%B8%AD?x=1',
    ],
    ['a film', 'https://www.youtube.com/redirect?q=https://a.example/%3Fp%3D1&redir_token=x', 'https://a.example/?p=1'],
    [
      'not escaped at all',
      'https://unknown.example/go?url=https://a.example/?b=1&c=%26&d',
      'https://a.example/?b=1&c=%26&d',
    ],
    [
      'not escaped, with own parameters',
      'https://www.google.com/url?q=http://a.example/?b=1&c=2&sa=D&usg=x',
      'http://a.example/?b=1&c=2',
    ],
    ['not escaped, with a place', 'https://link.zhihu.com/?target=https://a.example/b#c', 'https://a.example/b#c'],
    [
      'other parameters behind it',
      'https://unknown.example/go?url=https://a.example/b&from=c#top',
      'https://a.example/b',
    ],
    ['a whole query', 'https://href.li/?https://a.example/b%3Fc', 'https://a.example/b%3Fc'],
    ['in a path', 'https://x.awstrack.me/L0/https:%2F%2Fa.example%2Fb%3Fc=1/1/0100-9f/x=4', 'https://a.example/b?c=1'],
  ] as const) {
    it(title, () => assert.equal(resolveRedirect(url), wanted));
  }

  it('leaves everything else', () => {
    for (const url of [
      target,
      'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example',
      'https://a.example/redirect?url=%2Flocal',
      'https://web.archive.org/web/2010/http://a.example/',
      'mailto:a@b.example?body=https://a.example',
      '',
    ]) {
      assert.equal(resolveRedirect(url), null, url);
    }
  });

  it('ends where redirects go round', () => {
    const round = 'https://link.zhihu.com/?target=https://link.zhihu.com/?target='.repeat(50);
    assert.equal(typeof resolveRedirect(round), 'string');
  });
});

describe('tracking parameters', () => {
  it('cuts nothing else, byte for byte', () => {
    assert.equal(cutTracking('/a?x=%7E&utm_source=f&&y#utm_z=1'), '/a?x=%7E&&y#utm_z=1');
    for (const url of ['/a', '/a?', '/a?utm_source', '/a?b=utm_source', '/a#?utm_source=1', '/a?x=1;utm']) {
      assert.equal(cutTracking(url), null, url);
    }
  });

  it('knows names that mean something elsewhere', () => {
    assert.equal(cutTracking('https://youtu.be/x?si=abc&t=10'), 'https://youtu.be/x?t=10');
    assert.equal(cutTracking('https://a.example/x?si=abc&t=10'), null);
  });
});

describe('image proxies', () => {
  it('keep what is no proxy', () => {
    for (const url of ['https://i0.wp.com/a.jpg', 'https://a.example/proxy/a.png', 'data:image/png;base64,aHR0cHM6']) {
      assert.equal(resolveImageProxy(url), null, url);
    }
  });
});

describe('template tags', () => {
  const parsed = (html: string): string => {
    const { html: masked, restore } = maskTemplateTags(html);
    assert.equal(masked.length, html.length);
    const { root } = parseHtml(masked);
    restore(root);
    return shape(root);
  };

  it('are one attribute value', () => {
    assert.equal(parsed('<a href="{{< relref "x y" >}}">a</a>'), '<a href="{{< relref \\"x y\\" >}}">a</a>');
    assert.equal(parsed("<img src={{ 'a' | url }}>"), '<img src="{{ \'a\' | url }}">');
  });

  it('come back as they were typed', () => {
    assert.equal(parsed('<p>{{< b >}} {% if a < c %} &amp;</p>'), '<p>{{&lt; b &gt;}} {% if a &lt; c %} &</p>');
  });

  it('are not code in colours, nor lone braces', () => {
    for (const html of ['<pre>{{ <b>x</b> }}</pre>', '<p>{{ <i>a</i></p>', '<p>{% {{</p><p>a</p>']) {
      assert.equal(parsed(html), shape(parseHtml(html).root));
    }
  });
});

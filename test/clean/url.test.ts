import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { maskTemplateTags } from '../../src/body/template-tags.js';
import { cutTracking, resolveImageProxy, resolveRedirect } from '../../src/rules/lib/addresses/url.js';
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

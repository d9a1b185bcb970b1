/**
 * What pages of weblogs, magazines and portals say of their article, in the shapes of the programs that make them, and
 * beside each what must not be taken for it: copyright years, days of other articles, names of commenters.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { convert } from '../../src/convert.js';
import type { ArticleRecord, MetadataFrom } from '../../src/types.js';

const english = `<p>The ferry to the lower bank has run late on every day of this month, and the harbour office has no single reason to give. One week it was fog, the next a broken winch.</p>
<p>Passengers have learned to bring a book. The kiosk on the pier now sells twice as many newspapers as it did in spring, and its owner would not mind if things stayed as they are.</p>`;
const chinese = `<p>　　早上五点半，码头边的面馆已经开了灯。老板把第一锅水烧开，等末班船上的人下来，他们在这里吃一碗面，再走路回家。</p>
<p>　　渡轮公司在三月换了新的时刻表，末班船提前了四十分钟，面馆的生意也跟着少了一半。“船什么时候开，我们就什么时候开。”老板说。</p>`;
const japanese = `<p>川の渡し船は、この春から朝六時に始まることになった。これまでより三十分早いのは、対岸の学校が始業を早めたためである。</p>
<p>船頭の一人は、霧の日にはこれまで通り遅れるだろうと話す。昨年の利用者は一日あたり百二十人で、十年前の半分に満たない。</p>`;

interface Case {
  html: string;
  is: Partial<ArticleRecord>;
  from?: MetadataFrom;
  /** Sources that must not have been used. */
  never?: string[];
}

const cases: Record<string, Case> = {
  'WordPress: a theme with entry-date, a related post with its day, a commenter': {
    html: `<html lang="en-GB"><head><title>The late ferry – Harbour notes</title></head><body class="single"><header><a href="/">Harbour notes</a></header>
<article class="post hentry"><header class="entry-header"><h1 class="entry-title">The late ferry</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="/late" rel="bookmark"><time class="entry-date published updated" datetime="2019-03-05T10:20:00+00:00">5 March 2019</time></a></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/ada">Ada Quay</a></span></span></div></header>
<div class="entry-content">${english}</div></article>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/eel">The eel</a> <time datetime="2017-01-02">2 January 2017</time></li></ul></div>
<div id="comments"><ol class="comment-list"><li class="comment"><b class="fn">Bo Reed</b> <time datetime="2020-07-08T09:00:00+00:00">8 July 2020</time><p>Quite so, and the winch is worse.</p></li></ol></div>
<footer>© 2024 Harbour notes</footer></body></html>`,
    is: { title: 'The late ferry', date: '2019-03-05T10:20:00+00:00', authors: ['Ada Quay'], language: 'en-GB' },
    from: { title: 'head', date: 'time', authors: 'microdata', language: 'head' },
  },
  'WordPress with Yoast: the author by a reference in the graph': {
    html: `<html lang="en"><head><title>The late ferry - Harbour notes</title><meta property="og:site_name" content="Harbour notes"><meta property="article:modified_time" content="2019-03-09T08:00:00+00:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"https://h.example/late/","name":"The late ferry - Harbour notes","datePublished":"2019-03-05T10:20:00+00:00"},{"@type":"Article","headline":"The late ferry","author":{"@id":"https://h.example/#/person/1"},"datePublished":"2019-03-05T10:20:00+00:00","publisher":{"@id":"https://h.example/#org"}},{"@type":"Person","@id":"https://h.example/#/person/1","name":"Ada Quay"},{"@type":"Organization","@id":"https://h.example/#org","name":"Harbour Press"}]}</script></head>
<body><h1>The late ferry</h1><div class="entry-content">${english}</div></body></html>`,
    is: {
      date: '2019-03-05T10:20:00+00:00',
      updated: '2019-03-09T08:00:00+00:00',
      authors: ['Ada Quay'],
      publisher: 'Harbour Press',
    },
    from: {
      title: 'json-ld',
      date: 'json-ld',
      updated: 'open-graph',
      authors: 'json-ld',
      publisher: 'json-ld',
      language: 'head',
    },
  },
  'Ghost: Open Graph, and a byline with a day without its year': {
    html: `<html lang="en"><head><title>The late ferry</title><meta property="og:site_name" content="Harbour"><meta property="og:title" content="The late ferry"><meta property="og:image" content="https://h.example/pier.jpg"><meta property="article:published_time" content="2021-03-05T10:20:00.000Z"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quay"><link rel="canonical" href="https://h.example/late/"></head>
<body><article class="gh-article post"><header><h1 class="gh-article-title">The late ferry</h1><h4 class="gh-article-author-name"><a href="/author/ada/">Ada Quay</a></h4><time datetime="2021-03-05">Mar 5</time></header><section class="gh-content">${english}</section></article><footer>Harbour © 2025</footer></body></html>`,
    is: {
      date: '2021-03-05T10:20:00Z',
      authors: ['Ada Quay'],
      publisher: 'Harbour',
      image: 'https://h.example/pier.jpg',
      url: 'https://h.example/late/',
    },
    from: {
      title: 'open-graph',
      date: 'open-graph',
      authors: 'byline',
      publisher: 'open-graph',
      image: 'open-graph',
      url: 'head',
      language: 'head',
    },
  },
  'Medium: the author in meta, other stories below with their writers and days': {
    html: `<html lang="en"><head><title>The late ferry. A winch, some fog | by Ada Quay | Medium</title><meta property="og:site_name" content="Medium"><meta property="og:title" content="The late ferry"><meta name="author" content="Ada Quay"><meta property="article:published_time" content="2020-03-05T10:20:30.123Z"></head>
<body><article><h1>The late ferry</h1><div><a rel="author" href="/@ada">Ada Quay</a> · Follow</div><section>${english}</section></article>
<div><h2>More from Medium</h2><div><a rel="author" href="/@bo">Bo Reed</a> in Eels · Jan 2, 2022</div><a href="/eel"><h3>The eel came back last night to my house</h3></a></div></body></html>`,
    is: { title: 'The late ferry', date: '2020-03-05T10:20:30.123Z', authors: ['Ada Quay'], publisher: 'Medium' },
    from: { title: 'open-graph', date: 'open-graph', authors: 'meta', publisher: 'open-graph', language: 'head' },
  },
  'Blogger: the foot of the post says who and when, the comments below it do so too': {
    html: `<html><head><title>Harbour notes: The late ferry</title></head><body><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop="name">The late ferry</h3>
<div class="post-body entry-content" itemprop="articleBody">${english}</div>
<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ada Quay</span></span></span> <span class="post-timestamp">at <a class="timestamp-link" href="/late.html"><abbr class="published" itemprop="datePublished" title="2009-05-06T07:08:00+02:00">7:08 AM</abbr></a></span></div></div>
<div id="comments"><dl><dt>Bo Reed said...</dt><dd>Quite so! It is a shame.</dd><dd><abbr class="published" title="2011-01-01T00:00:00Z">1/1/11</abbr></dd></dl></div></body></html>`,
    is: { title: 'The late ferry', date: '2009-05-06T07:08:00+02:00', authors: ['Ada Quay'] },
    from: { title: 'head', date: 'microdata', authors: 'microdata' },
  },
  'Drupal: submitted by, and the day that the page was made on above it': {
    html: `<html lang="en"><head><title>The late ferry | Harbour</title></head><body><div id="header">Today is Thursday, 2 January 2025</div><div id="content"><h1 class="title">The late ferry</h1>
<div class="submitted">Submitted by Ada Quay on Tue, 03/05/2013 - 10:20</div><div class="field-name-body">${english}</div></div></body></html>`,
    is: { title: 'The late ferry', date: '2013-03-05T10:20', authors: ['Ada Quay'] },
    from: { title: 'head', date: 'byline', authors: 'byline', language: 'head' },
  },
  'a Chinese portal: day and paper in one line, days of other news below, years in the foot': {
    html: `<html><head><meta charset="utf-8"><title>码头边的面馆_新闻频道_江城网</title><meta name="author" content="江城网"></head><body><div class="nav"><a href="/">首页</a> <a href="/n">新闻频道</a> 今天是2025年1月2日</div>
<h1 id="artibodyTitle">码头边的面馆</h1><div class="artInfo">http://www.jiangcheng.example 2012年04月12日08:15 来源：<a href="https://daily.example/">江城日报</a> <a href="#c">我要评论(0)</a></div><div id="artibody">${chinese}</div>
<div class="rel"><h3>相关新闻</h3><ul><li><a href="/1">渡轮换了时刻表</a> 2012-03-01 10:00</li></ul></div><div class="foot">江城网 版权所有 © 1998-2025</div></body></html>`,
    is: { title: '码头边的面馆', date: '2012-04-12T08:15', authors: [], publisher: '江城日报' },
    from: { title: 'head', date: 'byline', publisher: 'byline' },
  },
  'a government site: one title for all pages, the name of the section': {
    html: `<html><head><meta charset="utf-8"><title>工作动态--江城港务局</title></head><body><div class="header_nav"><a href="/a">机构</a> <a href="/b">工作动态</a> <a href="/c">公告</a></div><div class="se_nav">首页 - 工作动态</div><div class="wrap"><h5>码头边的面馆重新开门营业</h5><p>发布时间：2019-05-18 来源：港务局办公室</p><div class="detail">${chinese}</div></div></body></html>`,
    is: { title: '码头边的面馆重新开门营业', date: '2019-05-18', publisher: '港务局办公室' },
    from: { title: 'heading', date: 'byline', publisher: 'byline' },
  },
  'near miss: a title in the head only, and the first section of the text': {
    html: `<html lang="en"><head><title>The late ferry, a history - Harbour</title></head><body><div class="nav"><a href="/">Home</a> <a href="/f">Ferries</a></div><div class="text"><h2>The first years of the harbour</h2>${english}</div></body></html>`,
    is: { title: 'The late ferry, a history', date: null },
    from: { title: 'head', language: 'head' },
  },
  'Japanese news: the day above, the day of the change, and the reporter': {
    html: `<html lang="ja"><head><meta charset="utf-8"><title>渡し船の時刻 | 川辺新聞</title></head><body><header><a href="/">川辺新聞</a></header><article><h1>渡し船の時刻</h1><div class="date">2019年3月5日 10時20分 <span>更新 2019年3月6日 8時00分</span></div><div class="writer">記者：川辺花子</div>${japanese}</article><aside><h2>関連記事</h2><ul><li><a href="/e">うなぎの話</a> 2018年1月2日</li></ul></aside><footer>Copyright 2025 川辺新聞</footer></body></html>`,
    is: { title: '渡し船の時刻', date: '2019-03-05T10:20', updated: '2019-03-06T08:00', authors: ['川辺花子'] },
    from: { title: 'head', date: 'byline', updated: 'byline', authors: 'byline', language: 'head' },
  },
  'Korean news: the reporter and when it was put in': {
    html: `<html lang="ko"><head><meta charset="utf-8"><title>늦은 나룻배 - 강변일보</title></head><body><h1>늦은 나룻배</h1><div class="info">김강변 기자 | 입력 2019.03.05 10:20</div><div class="article-body"><p>아랫마을로 가는 나룻배는 이번 달 내내 늦었고, 항구 사무소는 그 까닭을 한 가지로 말하지 못한다. 어느 주에는 안개였다.</p><p>손님들은 책을 들고 다니는 법을 배웠다. 선착장의 가게는 봄보다 신문을 두 배로 판다. 주인은 이대로도 좋다고 말한다.</p></div></body></html>`,
    is: { title: '늦은 나룻배', date: '2019-03-05T10:20', authors: ['김강변'] },
    from: { title: 'head', date: 'byline', authors: 'byline', language: 'head' },
  },
  'a German paper: day first, and the agency behind the name': {
    html: `<html lang="de"><head><title>Die späte Fähre - Uferblick</title></head><body><nav><a href="/">Start</a></nav><main><h1>Die späte Fähre</h1><p class="info">Von Ada Kai, Uferblick | 05.03.2019, 10:20 Uhr</p><p>Die Fähre ans untere Ufer kam in diesem Monat an jedem Tag zu spät, und das Hafenamt kann nicht einen einzigen Grund dafür nennen. Mal war es Nebel, mal die Winde.</p><p>Die Fahrgäste bringen sich inzwischen ein Buch mit. Der Kiosk am Anleger verkauft doppelt so viele Zeitungen wie im Frühjahr, und sein Besitzer hätte nichts dagegen.</p></main></body></html>`,
    is: { title: 'Die späte Fähre', date: '2019-03-05T10:20', authors: ['Ada Kai'] },
    from: { title: 'head', date: 'byline', authors: 'byline', language: 'head' },
  },
  'microdata of reviews below the article is of the reviews': {
    html: `<html lang="en"><head><title>The late ferry</title></head><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">The late ferry</h1><meta itemprop="datePublished" content="2019-03-05"><div itemprop="articleBody">${english}</div><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Bo Reed</span> <meta itemprop="datePublished" content="2020-07-08"><p>Quite so.</p></div></article></body></html>`,
    is: { date: '2019-03-05', authors: [] },
    from: { title: 'head', date: 'microdata', language: 'head' },
  },
  'JSON-LD of several articles: the one with the page’s title': {
    html: `<html lang="en"><head><title>The late ferry - Harbour</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"The eel came back","datePublished":"2017-01-02","author":"Bo Reed"},{"@type":"NewsArticle","headline":"The late ferry","datePublished":"2019-03-05","author":"Ada Quay"}]</script></head><body><h1>The late ferry</h1>${english}</body></html>`,
    is: { title: 'The late ferry', date: '2019-03-05', authors: ['Ada Quay'] },
    from: { title: 'json-ld', date: 'json-ld', authors: 'json-ld', language: 'head' },
  },
  'JSON-LD with a line end in a string, in a comment of HTML': {
    html: `<html lang="en"><head><title>x</title><script type="application/ld+json"><!--\n{"@type":"BlogPosting","headline":"The late\nferry","datePublished":"2019-03-05T10:20:00Z"}\n--></script></head><body><h1>The late ferry</h1>${english}</body></html>`,
    is: { title: 'The late ferry', date: '2019-03-05T10:20:00Z' },
  },
  'a name and a day with nothing but a blank between them': {
    html: `<html lang="en-GB"><head><title>The late ferry</title></head><body><h1>The late ferry</h1><p class="byline"><a href="/ada">Ada Quay</a> <a href="/2019/03/05">5 March 2019</a></p><div class="entry-content">${english}</div></body></html>`,
    is: { date: '2019-03-05', authors: ['Ada Quay'] },
  },
  'the same in German, without boxes': {
    html: `<html lang="de"><head><title>The late ferry</title></head><body><h1>The late ferry</h1><p>Von Ada Kai 5. März 2019</p><div class="entry-content">${english}</div></body></html>`,
    is: { date: '2019-03-05', authors: ['Ada Kai'] },
  },
  'a day in a sentence under the title is none, in a box of its own or not': {
    html: `<html lang="en-GB"><head><title>The late ferry</title></head><body><h1>The late ferry</h1><p>The fog of <span>12 March 2009</span> stayed</p><p>They met Ada Quay 5 March 2019 in town</p><div class="entry-content">${english}</div></body></html>`,
    is: { date: null, authors: [] },
  },
  'nothing says when: a year in the foot and the day of an event are none': {
    html: `<html lang="en"><head><title>The late ferry</title></head><body><main><h1>The late ferry</h1><p>Photo: the pier in the fog of 12 March 2009</p>${english}</main><footer><p>Copyright 2012-03-04 Harbour office. All rights reserved.</p></footer></body></html>`,
    is: { date: null, updated: null, authors: [] },
    from: { title: 'head', language: 'head' },
  },
  'what a browser noted when it saved the page': {
    html: `<!DOCTYPE html>\n<!-- saved from url=(0030)https://h.example/2019/the-late -->\n<html lang="en"><head><title>The late ferry</title></head><body><h1>The late ferry</h1>${english}</body></html>`,
    is: { url: 'https://h.example/2019/the-late' },
    from: { title: 'head', url: 'saved', language: 'head' },
  },
};

suite('metadata of pages', () => {
  for (const [name, { html, is, from }] of Object.entries(cases)) {
    test(name, async () => {
      const { record } = await convert(html, { formats: [] });
      const got = Object.fromEntries(Object.keys(is).map((key) => [key, record[key as keyof ArticleRecord]]));
      assert.deepEqual(got, is);
      if (from) assert.deepEqual(record.metadataFrom, from);
    });
  }
});

suite('the line on author and date', () => {
  const html = `<html lang="en"><head><title>The late ferry</title></head><body><div class="menu"><a href="/">Home</a></div><h1>The late ferry</h1><div class="byline">By Ada Quay, 5 March 2019</div><div class="share">Tell a friend</div><div class="entry-content">${english}</div></body></html>`;
  const line = 'By Ada Quay, 5 March 2019';

  test('stays where the output has no front matter, and nothing beside it does', async () => {
    const { outputs } = await convert(html);
    assert.ok(outputs.markdown.includes(line), outputs.markdown);
    assert.ok(!outputs.markdown.includes('Tell a friend'));
  });
});

test('posts and fragments say nothing of sources', async () => {
  const { record } = await convert('---\ntitle: A\n---\n<p>One.</p>');
  assert.ok(!Object.hasOwn(record, 'metadataFrom'));
});

suite('lines on author and day stay where no output says them in keys of its own', () => {
  const pages: Record<string, { html: string; line: string; is: Partial<ArticleRecord> }> = {
    english: {
      html: `<html lang="en-GB"><head><title>The late ferry</title></head><body><div class="head"><h1>The late ferry</h1><p class="standfirst">A winch, a fog and a pilot who fell ill: why nobody on the quay trusts a timetable.</p></div><div class="meta"><span class="byline">By Ada Quay</span> <span>5 March 2019</span></div><div class="text">${english}</div></body></html>`,
      line: 'By Ada Quay',
      is: { date: '2019-03-05', authors: ['Ada Quay'] },
    },
    chinese: {
      html: `<html lang="zh"><head><title>码头边的面馆</title></head><body><div><h1>码头边的面馆</h1></div><div class="info">2019年03月05日09:20　来源：江城日报</div><div class="text">${chinese}</div></body></html>`,
      line: '来源：江城日报',
      is: { date: '2019-03-05T09:20', publisher: '江城日报' },
    },
  };
  for (const [name, { html, line, is }] of Object.entries(pages)) {
    test(name, async () => {
      for (const formats of [['markdown'], ['text'], ['markdown', 'json']] as const) {
        const { outputs } = await convert(html, { formats });
        for (const format of formats) assert.ok(outputs[format]?.includes(line), `${formats}: ${outputs[format]}`);
      }
      for (const format of ['json', 'ndjson'] as const) {
        const { record } = await convert(html, { formats: [format] });
        for (const key of ['text', 'markdown'] as const) assert.ok(!record[key].includes(line), record[key]);
        for (const [key, value] of Object.entries(is)) assert.deepEqual(record[key as 'date'], value, key);
        assert.ok(record.changes.some(({ text, rule }) => text.includes(line) && rule.startsWith('page-')));
        if (name === 'english') assert.match(record.text, /nobody on the quay trusts/);
      }
    });
  }
});

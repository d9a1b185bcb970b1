/** The finding stage through `convert`: what users can ask of it, and what it says of its choice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import type { ArticleOptions } from '../../src/types.js';

const prose = 'The ferry is late today, as it was yesterday, and nobody on the pier can say why. ';
const page = `<html><head><title>Late</title></head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<div class="post"><h1>Late</h1><p>${prose.repeat(4)}</p><p>${prose.repeat(3)}</p></div>
<div id="comments"><h2>Two comments</h2><div class="comment"><p>It was never on time, says my aunt.</p></div></div>
<div class="box"><p>Buy boats at the yard. They float.</p></div>
<footer>Harbour Courier</footer></body></html>`;

async function markdownOf(html: string, options: ArticleOptions = {}): Promise<string> {
  return (await convert(html, { ...options, verify: true })).outputs.markdown ?? '';
}

test('a page loses what is around its article, and says so', async () => {
  const { outputs, record, triage } = await convert(page);
  assert.match(outputs.markdown ?? '', /^# Late\n\nThe ferry is late[^\n]*\n\nThe ferry is late[^\n]*\n$/);
  const cuts = record.changes.filter(({ rule }) => rule.startsWith('page-'));
  assert.deepEqual(
    cuts.map(({ rule, reason }) => [rule, reason]),
    [
      ['page-menu', 'menu, 100 % links'],
      ['page-comments', 'comments, box named comments'],
      ['page-furniture', 'box below the article'],
      ['page-landmark', 'foot of the page'],
    ],
  );
  assert.deepEqual(triage, []);
  assert.equal(record.article?.element, 'div.post');
  assert.ok((record.article?.sureness ?? 0) > 0.8);
});

test('--comments keep keeps what readers wrote, wherever it stands', async () => {
  const markdown = await markdownOf(page, { comments: 'keep' });
  assert.match(markdown, /never on time/);
  assert.doesNotMatch(markdown, /Buy boats|Courier|Home/);
});

test('a thread under a few lines stays, against the rule for comments too', async () => {
  const says = (name: string) => `<div class="comment"><b>${name}</b><p>${name} says: ${prose.repeat(3)}</p></div>`;
  const thread = `<html><body><p>Why is it late? ${prose.repeat(5)}</p><div id="comments" class="comments">
${['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map(says).join('')}<form><textarea></textarea></form></div></body></html>`;
  assert.match(await markdownOf(thread), /Ada.*Ed/s);
  const meta = '<head><meta property="og:type" content="article"></head>';
  assert.doesNotMatch(await markdownOf(thread.replace('<html>', `<html>${meta}`)), /Ada/);
});

test('between title and text stay the lead and a picture with its caption, and nothing else', async () => {
  const html = `<html><head><title>Late, and nobody knows why</title></head><body>
<div><a href="/print">Print</a> <img src="print.png" alt=""></div><div><h1>Late, and nobody knows why</h1>
<div class="hero"><img src="pier.jpg"><p class="hero-caption">The pier</p></div><p>Nobody on the pier can say why it is late today, or when it goes.</p></div>
<div class="entry-content"><p>${prose.repeat(4)}</p></div></body></html>`;
  const markdown = await markdownOf(html);
  assert.match(markdown, /!\[\]\(pier\.jpg\)\s+The pier\s+Nobody on the pier[^\n]*\n\nThe ferry is late/);
  assert.doesNotMatch(markdown, /Print|print/);
});

test('a question on a button stays with the answer that it opens, as a heading where it is one', async () => {
  const html = `<html><body><h1>Ferry</h1><p>${prose.repeat(4)}</p><button><h3>Why is it late?</h3></button><p>The pier is being mended.</p>
<button aria-controls="a" aria-expanded="false">When will the pier be mended, then?</button><div id="a"><p>Nobody knows.</p></div><button>Buy</button></body></html>`;
  const markdown = await markdownOf(html);
  assert.match(
    markdown,
    /### Why is it late\?\n\nThe pier[^\n]*\n\nWhen will the pier be mended, then\?\n\nNobody knows\./,
  );
  assert.doesNotMatch(markdown, /Buy/);
});

test('elements that a script fills go with what stands around the article, and stay inside', async () => {
  const html = `<html><body><div class="post"><h1>Late</h1><p>${prose.repeat(4)}</p><x-film src="https://films.example/7"></x-film></div>
<late-script src="https://ads.example/late.js"></late-script></body></html>`;
  const markdown = await markdownOf(html);
  assert.match(markdown, /films\.example/);
  assert.doesNotMatch(markdown, /ads\.example/);
});

test('beside the date stay the names that the line says, and no links that lead away; an editor goes', async () => {
  const html = `<html><body><div class="post"><h1>Late</h1><div class="line">2020-01-02 10:20 <span class="source"><a href="https://paper.example/">Paper</a></span> <a href="/original">Read the original</a> <a href="/list">Back to the list</a></div>
<div class="text"><p>${prose.repeat(4)}</p><p>${prose.repeat(3)}</p></div><div>[责任编辑:李明]</div></div></body></html>`;
  const markdown = await markdownOf(html);
  assert.match(markdown, /2020-01-02 10:20.*Paper/);
  assert.doesNotMatch(markdown, /original|Back|李明/);
});

test('--article decides alone, in a page and in a post', async () => {
  assert.equal(await markdownOf(page, { article: '.box' }), '# Late\n\nBuy boats at the yard. They float.\n');
  const post = '<p>Before.</p><div class="story"><p>Inside.</p></div><p>After.</p><div class="story">More.</div>';
  assert.equal(await markdownOf(post, { article: '.story' }), 'Inside.\n\nMore.\n');
});

test('a selector that matches nothing is said, and the article is found as without it', async () => {
  const { outputs, warnings } = await convert(page, { article: '.nowhere' });
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['no-such-article'],
  );
  assert.match(outputs.markdown ?? '', /The ferry is late/);
  await assert.rejects(convert(page, { article: '..' }), /invalid selector/);
});

test('--keep holds against every pass', async () => {
  for (const keep of ['nav', '#comments', '.box', 'footer']) {
    const all = ['Home', 'never on time', 'Buy boats', 'Courier'];
    const kept = (await markdownOf(page, { keep: [keep] })).match(/Home|never on time|Buy boats|Courier/g);
    assert.equal(kept?.length, 1, keep);
    assert.ok(all.includes(kept?.[0] ?? ''));
  }
});

test('--skip leaves out one pass, --whole all', async () => {
  assert.match(await markdownOf(page, { skip: ['page-furniture', 'page-landmark'] }), /Buy boats[\s\S]*Courier/);
  assert.match(await markdownOf(page, { whole: true }), /Home[\s\S]*Buy boats[\s\S]*Courier/);
});

test('where two boxes hold about the same, a person should look', async () => {
  const two = `<html><body><div class="a"><p>${prose.repeat(5)}</p></div><div class="b"><div><p>${prose.repeat(4).replaceAll('ferry', 'train')}</p></div></div></body></html>`;
  const { outputs, record } = await convert(two);
  assert.match(outputs.markdown ?? '', /ferry[\s\S]*train/, 'in doubt both stay');
  assert.ok(record.article);
  const { triage } = await convert(
    '<html><body><div><p>Late again, it says.</p></div><ul><li>One of many lines</li></ul></body></html>',
  );
  assert.deepEqual(triage, ['unsure-article']);
});

test('posts and fragments have no part to find', async () => {
  const { record } = await convert('<nav>Home</nav><p>Text.</p>');
  assert.equal(record.article, undefined);
  assert.equal(record.text, 'Home\n\nText.\n');
});

test("dates and titles of other articles are not this one's", async () => {
  const html = `<html><head><title>Late | Courier</title></head><body><div class="post"><h1>Late</h1><p>By Ada, <time datetime="2019-05-04">4 May</time></p><p>${prose.repeat(4)}</p></div>
<div class="comments"><p><time datetime="2020-01-01">a year later</time> So it goes.</p></div>
<div class="more"><h2>Eels</h2><p><time datetime="2021-02-02">today</time> <a href="/eels">Eels are back in the harbour</a></p></div></body></html>`;
  const { record } = await convert(html);
  assert.equal(record.date, '2019-05-04');
  assert.equal(record.title, 'Late');
});

test('what a server printed in front of a page does not make it a post, and goes as one line', async () => {
  const messages = [
    '<br />\n<b>Warning</b>:  fopen(/a): failed in <b>/www/index.php</b> on line <b>12</b><br />\n<!DOCTYPE html>',
    'PHP Deprecated:  Function ereg() is deprecated in /srv/x.php on line 7\n',
    '<br /><b>Notice</b>:  Undefined index: 标题 in <b>/www/文章.php</b> on line <b>3</b><br />\n',
    '?>',
  ];
  for (const message of messages) {
    const { outputs, record } = await convert(message + page, { verify: true });
    assert.match(outputs.markdown ?? '', /^# Late\n\nThe ferry is late/, message);
    assert.equal(record.changes.filter(({ reason }) => reason === 'line above the article').length, 1, message);
  }
  const pasted = `Here is what it sends, down to the menu on line 3:\n${page}`;
  assert.match(await markdownOf(pasted), /^Here is what it sends.*Home/s);
});

test('a line around the article goes whole, whatever its words stand in', async () => {
  const html = page.replace('<div class="post">', '<a href="/1">Pier</a> | <a href="/2">Isle</a><div class="post">');
  assert.match(await markdownOf(html), /^# Late\n\nThe ferry is late/);
});

test('paragraphs that follow each other are a text, whatever cards stand beside them; a few lines above cards are a list', async () => {
  const card = (n: number) => `<li><a href="/${n}"><h4>Pier number ${n}</h4></a><p>${prose}</p></li>`;
  const cards = `<ul>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(card).join('')}</ul>`;
  const text = (paragraphs: number) => `<p>${prose.repeat(2)}</p>`.repeat(paragraphs);
  const whole = (content: string) =>
    `<html><head><title>Late</title></head><body><main>${content}</main></body></html>`;
  assert.doesNotMatch(await markdownOf(whole(`<div>${text(5)}</div>${cards}`)), /Pier number/);
  assert.match(await markdownOf(whole(`<div>${text(2)}</div>${cards}`)), /Pier number 1.*Pier number 9/s);
  const chinese = text(5).replaceAll(prose, '今天的船又晚了，码头上没有人知道为什么，昨天也是这样。');
  assert.doesNotMatch(await markdownOf(whole(`<div>${chinese}</div>${cards}`)), /Pier number/);
});

test('the lead below a title stays, where the title begins with a label that a name takes out', async () => {
  const lead = 'Nobody on the pier can say why it is late today, or when it goes.';
  for (const label of ['<span class="teaser-kicker">Sea</span> ', '<b class="meta">海</b> ', '']) {
    const html = `<html><head><title>Late, and nobody knows why</title></head><body><article>
<div><h1>${label}Late, and nobody knows why</h1><p class="lead">${lead}</p></div>
<div><p>${prose.repeat(4)}</p><p>${prose.repeat(4)}</p></div></article></body></html>`;
    assert.match(await markdownOf(html), new RegExp(`${lead}\\s+The ferry is late`), label);
  }
});

test('a line that goes takes no block along that stands in the same element of a script', async () => {
  const html = `<html><head><title>Late</title></head><body><main><h1>Late</h1><p>${prose.repeat(4)}</p>
<div><late-box><a href="/tea">Tea for all who wait at the old pier</a><div><p>${prose.repeat(3)}It goes at nine.</p></div></late-box></div></main></body></html>`;
  const markdown = await markdownOf(html);
  assert.match(markdown, /It goes at nine/);
  assert.doesNotMatch(markdown, /Tea for all/);
});

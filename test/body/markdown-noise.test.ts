/** Noise that stands in Markdown: the rules that clean HTML clean it too, and the rest of the source stays as typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';

const options: ConvertOptions = { source: 'a.md', body: 'markdown', formats: ['markdown', 'json'], verify: true };

const zh =
  '他们在雨里走了三个小时，*天亮*以前到了山口，远处的村子还没有醒。\n\n* 第二天又走了一整天，什么也没有发生\n* 傍晚才看见河';
const en =
  'They walked for three hours in the rain and _reached_ the pass before dawn.\n\nNothing\nhappened until they saw the river.';

/** What is put around an article, and what of it stays. `@` is the article. */
const noise: [title: string, source: string, expected: string][] = [
  ['a QR code and its caption', '@\n\n![扫码](qr.png)\n\n扫描二维码，关注我们的公众号\n', '@\n'],
  ['a QR code without a name', '@\n\n长按识别二维码关注\n\n![](https://i.example/1.jpg)\n', '@\n'],
  ['an editor', '@\n\n责任编辑：李昂\n', '@\n'],
  ['an editor in bold', '@\n\n**责任编辑：李昂**\n', '@\n'],
  ['an editor in brackets', '@\n\n完。（责任编辑：李昂）\n', '@\n\n完。\n'],
  ['editors behind hard breaks', '@\n\n完。  \n责任编辑：李昂  \n校对：赵六\n', '@\n\n完。  \n'],
  ['editors behind backslashes', '@\n\n完。\\\n责任编辑：李昂\\\n校对：赵六\n', '@\n\n完。\n'],
  [
    'credits on lines of their own: a source stays',
    '@\n\n完。\n编辑：李昂\n来源：[新华社](http://n.example/)\n',
    '@\n\n完。\n来源：[新华社](http://n.example/)\n',
  ],
  ['credits at the head', '策划：新华社  责编：张三\n\n@\n', '@\n'],
  ['the old title', '@\n\n（原标题：封闭！）\n', '@\n'],
  ['a pixel', '![](https://pixel.wp.com/b.gif?v=1)\n\n@\n', '@\n'],
  ['an empty link', '@\n\n[](http://a.example/) 之后。\n', '@\n\n之后。\n'],
  ['an empty item', '- [](http://a.example/)\n- 之后。\n\n@\n', '- 之后。\n\n@\n'],
  [
    'redirects',
    '看[这里](https://link.zhihu.com/?target=https%3A//a.example/b "T")。\n\n@\n',
    '看[这里](https://a.example/b "T")。\n\n@\n',
  ],
  ['tracking', '[this](<https://a.example/p?utm_source=rss&id=3>)\n\n@\n', '[this](https://a.example/p?id=3)\n\n@\n'],
  ['more', '@\n\n<!-- more -->\n\n又一段。\n', '@\n\n又一段。\n'],
  [
    'a lazy image',
    '<img data-src="/real.png" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">\n\n@\n',
    '![](/real.png)\n\n@\n',
  ],
  [
    'an image proxy',
    '![](https://i0.wp.com/a.example/i.jpg?resize=3%2C2)\n\n@\n',
    '![](http://a.example/i.jpg)\n\n@\n',
  ],
  ['typed indents', '　　开头。\n\n&emsp;&emsp;又一段。\n\n@\n', '开头。\n\n又一段。\n\n@\n'],
  ['invisible characters', '前面\u200b后面。\n\n@\n', '前面后面。\n\n@\n'],
  ['what the page hides', '@\n\n<div style="display:none">分享标题</div>\n\n<noscript>请打开脚本</noscript>\n', '@\n'],
  [
    'related articles',
    '@\n\n## 相关阅读\n\n- [另一篇文章的标题](/a)\n- [第三篇文章的标题](/b)\n- [第四篇文章的标题](/c)\n',
    '@\n',
  ],
  ['passing on', '@\n\n如果觉得文章对你有帮助，欢迎点赞、转发。\n', '@\n'],
  [
    'a reprint notice with its own address',
    '@\n\n本文链接：<https://a.example/p>，版权归原作者所有，转载请注明出处。\n',
    '@\n',
  ],
  ['unsafe links', '@\n\n[点我](javascript:alert(1))\n', '@\n\n点我\n'],
  [
    "links of the site's own",
    'The <a href="https://n.example/tag/sun">sun</a>, the [moon](https://n.example/tag/moon) and the [sea](https://n.example/tag/sea).\n\n@\n',
    'The sun, the moon and the sea.\n\n@\n',
  ],
];

for (const [title, source, expected] of noise) {
  test(`noise in Markdown: ${title}`, async () => {
    const { outputs, record } = await convert(
      source.replace('@', () => zh),
      options,
    );
    assert.equal(
      outputs.markdown,
      expected.replace('@', () => zh),
    );
    assert.deepEqual(record.warnings, []);
    assert.equal((await convert(outputs.markdown ?? '', options)).outputs.markdown, outputs.markdown);
  });
}

test('noise in Markdown: English', async () => {
  for (const line of ['Follow us on [Twitter](https://t.example/x)', '*Sent from my iPhone*']) {
    assert.equal((await convert(`${en}\n\n${line}\n`, options)).outputs.markdown, `${en}\n`);
  }
});

const kept: [title: string, source: string][] = [
  [
    'an article about QR codes',
    '# 二维码\n\n角上有三个方块，扫描器靠它们判断方向。\n\n![二维码的结构](/qrcode.png)\n\n图 1：定位图案\n\n二维码仍然可以扫描。\n',
  ],
  ['a source within a sentence', `${zh}\n\n数据的来源：我们从农民那里买来的，一共三百份。\n`],
  ['noise in code', `${zh}\n\n\`\`\`\n责任编辑：李昂\n![扫码](qr.png)\n[](http://x)\u200b\n\`\`\`\n\n    　　缩进\n`],
  [
    'addresses in code and in text',
    'Use `https://a.example/?utm_source=x` and https://b.example/?utm_source=y here.\n',
  ],
  ['breaks of all kinds', '1. one  \n   two\n2. three\\\n   four\n\n> a  \n> b\n\n+ c\n\nx\\\ny\n'],
  ['a sentence over three lines', `${en}\n\nIf you want more,\nfollow us on Twitter\nand read on.\n`],
  ['a blank that makes emphasis count', '**“你好。”**\u200b后来\n'],
  ['indents before what would be a list', '　　- 一\n\n　　1. 二\n\n　　# 三\n'],
  ['template tags', '{% include ad.html %}\n\n{{ page.title }}\n\n[gallery ids="1,2"]\n'],
  ['links in code', '[`river`](https://a.example/?utm_source=x) and <https://b.example/?utm_source=y>\n'],
];

for (const [title, source] of kept) {
  test(`no noise in Markdown: ${title}`, async () => {
    assert.equal((await convert(source, options)).outputs.markdown, source);
  });
}

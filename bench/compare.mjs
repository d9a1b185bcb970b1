// Converts the sample archive with other programs and counts what a reader would notice; prints the README's table.
// `node bench/compare.mjs FOLDER`: a folder where `npm install turndown turndown-plugin-gfm defuddle @mdream/js` was
// run; pandoc comes from the system. Each program gets the files as they are, in the way its manual shows; defuddle
// reads whole pages, so what is none is put into one for it. The article in Markdown is left out: it is no HTML.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HtmlRenderer, Parser } from 'commonmark';

const root = join(import.meta.dirname, '..');
const archive = join(root, 'fixtures/archive');
const peers = resolve(process.argv[2] ?? '.');
const require = createRequire(join(peers, 'x.js'));
const versionOf = (name) => JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')).version;
const binOf = (name, file) => join(peers, 'node_modules', name, file);
const run = (program, args, input) =>
  execFileSync(program, args, { input, maxBuffer: 1 << 26, stdio: 'pipe' }).toString();

const TurndownService = require('turndown');
const turndown = new TurndownService();
turndown.use(require('turndown-plugin-gfm').gfm);

const mdream = binOf('@mdream/js', 'bin/mdream.mjs');

/** A whole page. */
const page = (html) => (/<html/i.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`);

const programs = {
  'article-clean': (path) => run(process.execPath, [join(root, 'bin/article-clean.js'), '-q', path]),
  [`pandoc ${run('pandoc', ['--version']).match(/\d[\d.]+/)[0]}`]: (path) =>
    run('pandoc', ['-f', 'html', '-t', 'gfm', '--wrap=none', path]),
  [`turndown ${versionOf('turndown')}, GFM plugin`]: (path) => turndown.turndown(readFileSync(path, 'utf8')),
  [`defuddle ${versionOf('defuddle')}`]: (path) =>
    run(process.execPath, [binOf('defuddle', 'dist/cli.js'), 'parse', '--markdown'], page(readFileSync(path, 'utf8'))),
  [`mdream ${versionOf('@mdream/js')} (JS)`]: (path) => run(process.execPath, [mdream], readFileSync(path)),
  'the same, minimal preset': (path) => run(process.execPath, [mdream, '--preset', 'minimal'], readFileSync(path)),
};

const files = {
  ferry: 'hugo/content/json/why-the-ferry-is-late.html',
  backup: 'hugo/content/posts/backing-up-to-two-disks.html',
  clock: 'jekyll/_posts/2009-03-14-mending-the-kitchen-clock.html',
  teahouse: 'legacy/gb/茶馆里的收音机.html',
  bread: 'loose/a letter about bread.html',
  snow: 'loose/snow-on-the-allotment.html',
  lighthouse: 'pages/how-the-lighthouse-was-sold.html',
  knots: 'reference/knots compared, with tables.html',
  mill: '新闻 feed/城市/澄江滨河区区长陆以宁：让旧纺织厂成为市民的_第二书房_.md',
  stars: '新闻 feed/技术/怎样在浏览器里数清一张照片上的星星_.md',
  rain: '日本語/庭の記録/2014-05-18 庭に雨量計を置いた話.html',
};

/** Noise, by reading: navigation, share bars, trackers, placeholders, redirects, appeals, credits. */
const noise = [
  ['lighthouse', 'More from Sea'],
  ['lighthouse', 'All rights reserved'],
  ['lighthouse', 'Letters'],
  ['lighthouse', 'social.example/share'],
  ['lighthouse', 'data:image/gif'],
  ['clock', 'Share this'],
  ['clock', 'pixel.stats.example'],
  ['clock', 'utm_source'],
  ['clock', 'caption id='],
  ['ferry', 'fbs_click'],
  ['ferry', 'share_icon.gif'],
  ['teahouse', 'font-size'],
  ['mill', '尽在澄江新闻APP'],
  ['mill', '责任编辑'],
  ['mill', 'finance.example.cn'],
  ['stars', 'link.zhihu.com'],
  ['stars', 'data:image/svg'],
  ['rain', 'd.hatena.ne.jp/keyword'],
];

/** What a reader would miss: the article's own words, pictures and code lines. */
const body = [
  ['ferry', 'walks the length of the pier'],
  ['ferry', 'give Ivo a whistle'],
  ['backup', 'echo "backup to $disk failed: $?" >&2'],
  ['backup', 'The idea is from Ruth Adeyemi'],
  ['clock', 'sixty years of toast'],
  ['clock', 'missing screw'],
  ['teahouse', '喆叔的孙女'],
  ['bread', 'If x < 20 degrees in your flat'],
  ['snow', 'Plot%2017.jpg'],
  ['snow', 'The water butt'],
  ['lighthouse', 'Photo: Tomas Lunde'],
  ['lighthouse', 'lighthouse-1100'],
  ['lighthouse', 'perfect B flat'],
  ['knots', 'Breaking strength by knot'],
  ['knots', 'if load < floor:'],
  ['knots', 'nylon comes back'],
  ['knots', 'lambing time'],
  ['mill', '修缮中的二号织布车间，屋顶的锯齿形天窗'],
  ['mill', '滨河湾'],
  ['stars', 'const stack = [i];'],
  ['rain', '同じ雨を三か所で'],
  ['rain', 'return round(tips * 0.2, 1)'],
  ['rain', 'a1B2c3D4e5F'],
];

/** Emphasis that CommonMark closes only if it is written with care: what must stand inside `<strong>`. */
const emphasis = [
  ['<p>那一声<b>“话说”</b>出来，笑声就没有了。</p>', '话说'],
  ['<p>差が縮まる。<strong>「木の下は雨が少ない」。</strong>これは半分だけ正しい。</p>', '木の下は雨が少ない'],
  ['<p>他说<b>（先修屋顶）</b>再谈设计。</p>', '先修屋顶'],
  ['<p>제목은 <b>‘찻집의 라디오’</b>입니다.</p>', '찻집의 라디오'],
];

/** First and last lines of front matter. */
const frontMatter = {
  ferry: ['{', '    "date": "Thu, 06 Mar 2008 14:20:58 +0000"\n}'],
  backup: ['+++', 'description = ""\n+++'],
  clock: ['---', '  last_name: Brandvold\n---'],
  snow: ['---', 'permalink: "/snow-on-the-allotment/"\n---'],
  knots: ['---', 'lang: en\n---'],
  mill: ['---', "343233.png'\n---"],
  stars: ['---', "v2-7f31_720w.jpg'\n---"],
};

/** Words as a reader sees them: without marks, escapes, references and line ends. */
function plain(markdown) {
  return markdown
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\\*_`]/g, '')
    .replace(/\s+/g, ' ');
}

function judge(convert) {
  const outputs = {};
  for (const [name, path] of Object.entries(files)) {
    try {
      outputs[name] = convert(join(archive, path));
    } catch {
      outputs[name] = null;
    }
  }
  const has = ([name, snippet]) => outputs[name] !== null && plain(outputs[name]).includes(plain(snippet));
  const closes = ([html, words]) => {
    writeFileSync(emphasisFile, html);
    const shown = new HtmlRenderer().render(new Parser().parse(convert(emphasisFile)));
    return new RegExp(`<strong>[^<]*${words}`).test(shown);
  };
  const keepsBlock = ([name, [first, last]]) => {
    const text = (outputs[name] ?? '').trimStart();
    return text.startsWith(`${first}\n`) && text.includes(last);
  };
  const stays = noise.filter(has);
  const missing = body.filter((one) => !has(one));
  console.error({ stays, missing });
  return [
    `${Object.values(outputs).filter((output) => output !== null).length} of ${Object.keys(files).length}`,
    `${stays.length} of ${noise.length}`,
    `${missing.length} of ${body.length}`,
    `${emphasis.filter(closes).length} of ${emphasis.length}`,
    `${Object.entries(frontMatter).filter(keepsBlock).length} of ${Object.keys(frontMatter).length}`,
    outputs.teahouse?.includes('喆叔') ? 'yes' : 'no',
  ];
}

const emphasisFile = join(mkdtempSync(join(tmpdir(), 'article-clean-compare-')), 'emphasis.html');
console.log(`# The sample archive, by several programs, ${new Date().toISOString().slice(0, 10)}\n`);
const columns = 'articles converted|noise that stays|passages lost|CJK emphasis closes|front matter kept|GB 2312 read';
console.log(`| | ${columns.split('|').join(' | ')} |\n|${' --- |'.repeat(7)}`);
for (const [program, convert] of Object.entries(programs)) {
  console.error(program);
  console.log(`| ${[program, ...judge(convert)].join(' | ')} |`);
}

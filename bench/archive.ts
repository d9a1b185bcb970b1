/**
 * A generated archive in the shapes and sizes of real ones: posts of six kinds, median about 4 KB, mean about 6 KB,
 * some of 100 KB. The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small generator of pseudo-random numbers in [0, 1): mulberry32, public domain. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const latin =
  'the of archive reader paper river morning city letter market window garden evening report train open quiet often write seldom under across before market price local history page house light road'.split(
    ' ',
  );
const han =
  '今年城市发展工作报告提出新的规划将在区域合作中心推动创新产业记者表示市场价格昨日公布数据显示公司项目建设完成预计明年投入使用';

function words(next: () => number, length: number, chinese: boolean): string {
  let text = '';
  while (text.length < length) {
    if (chinese) text += han[Math.floor(next() * han.length)];
    else text += `${text ? ' ' : ''}${latin[Math.floor(next() * latin.length)]}`;
    if (next() < (chinese ? 0.05 : 0.08)) text += chinese ? '，' : ',';
  }
  return text + (chinese ? '。' : '.');
}

function paragraph(next: () => number, chinese: boolean): string {
  const text = words(next, 60 + next() * 400, chinese);
  const roll = next();
  const at = Math.floor(text.length / 2);
  if (roll < 0.2)
    return `${text.slice(0, at)}<a href="https://example.com/${Math.floor(next() * 1e6)}?utm_source=feed" target="_blank">${text.slice(at, at + 8)}</a>${text.slice(at + 8)}`;
  if (roll < 0.35) return `${text.slice(0, at)}<strong>${text.slice(at, at + 6)}</strong>${text.slice(at + 6)}`;
  if (roll < 0.45) return `<span style="font-size: 14px">${text}</span>`;
  return text;
}

function block(next: () => number, chinese: boolean): string {
  const roll = next();
  const indent = chinese ? '　　' : '';
  if (roll < 0.78) return `<p>${indent}${paragraph(next, chinese)}</p>\n`;
  if (roll < 0.84) return `<h2>${words(next, 14, chinese)}</h2>\n`;
  if (roll < 0.89)
    return `<ul>\n${'x'.repeat(3).replaceAll('x', () => `<li>${paragraph(next, chinese)}</li>\n`)}</ul>\n`;
  if (roll < 0.94)
    return `<p><img src="https://img.example.com/${Math.floor(next() * 1e6)}.jpg" width="550" alt=""></p>\n`;
  if (roll < 0.97) return `<blockquote><p>${paragraph(next, chinese)}</p></blockquote>\n`;
  return `<pre><code class="language-js">${'x'.repeat(4).replaceAll('x', () => `  const ${latin[Math.floor(next() * latin.length)]} = ${Math.floor(next() * 100)};\n`)}</code></pre>\n`;
}

/** One body length in characters: log-normal, median 3,600, now and then 100,000. */
function bodyLength(next: () => number): number {
  if (next() < 0.004) return 80_000 + next() * 40_000;
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Math.min(60_000, 3_600 * Math.exp(0.85 * normal));
}

/** One post: its file name and its text. */
export function post(index: number, seed = 1): { name: string; text: string } {
  const next = random(seed * 1_000_003 + index);
  const shape = index % 6;
  const chinese = shape < 2;
  // A Chinese character is three bytes.
  const length = bodyLength(next) / (chinese ? 3 : 1);
  const title = words(next, chinese ? 18 : 40, chinese).slice(0, -1);
  const day = `20${10 + (index % 12)}-0${1 + (index % 9)}-1${index % 10}`;
  let body = '';
  while (body.length < length)
    body +=
      shape === 5
        ? `${words(next, 300, false)}\n\n## ${words(next, 20, false)}\n\n- ${words(next, 30, false)}\n\n`
        : block(next, chinese);
  if (chinese) {
    body = `<div>   \n${body}\n<!-- tail --><div class="qr_wrap"><div class="qr"><img src="https://img.example.com/qr.png"></div><div class="qr_txt">扫码关注</div></div><p class="article-editor">责任编辑：李四 </p>  </div>\n`;
    const text = `\n---\ntitle: '${title}'\ncategories: \n - 新闻\n - 本地\nauthor: 记者\ndate: Sun, 09 Jan 2022 23:48:30 GMT\n---\n\n${body}`;
    return { name: `zh/${day.slice(0, 4)}/${index}-${title.slice(0, 10)}.md`, text };
  }
  const name = `en/${day.slice(0, 7)}/${day}-${index}.${shape === 5 ? 'md' : 'html'}`;
  if (shape === 3)
    return { name, text: `+++\ntitle = "${title}"\ndate = "${day}"\ntags = ["one", "two"]\n+++\n${body}` };
  return {
    name,
    text: `---\nlayout: post\ntitle: "${title}"\ndate: '${day} 10:20:30 +0800'\ncategories: [one, two]\n---\n${body}`,
  };
}

/** Writes `count` posts below `folder`; returns the bytes written. */
export function writeArchive(folder: string, count: number, seed = 1): number {
  const made = new Set<string>();
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const { name, text } = post(index, seed);
    const path = join(folder, name);
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

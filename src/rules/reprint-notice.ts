import { hasPurpose, Purpose } from '../body/purposes.js';
import { isInside, isTail, nextVisible, shortText } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { imageIn, type Line, lineOf, linkIn, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import type { Credits } from '../types.js';
import { isSubject } from './lib/calls-to-action/line.js';
import { isTelling } from './lib/calls-to-action/text.js';
import { addCredits, noCredits } from './lib/credits/move.js';
import { removeSentences } from './lib/sentences.js';

const LONGEST = 240;
/** Who may print the article again, and on what terms. */
const notice =
  /(?:未经|未經|没有).{0,16}(?:授权|许可|允许|同意|授權|許可|書面).{0,30}(?:转载|轉載|摘编|复制|複製|使用|引用|刊[登载]|转发|传播|镜像|商用|改编|翻印|发表|抄袭|搬运)|(?:转载|轉載|引用)(?:请|請|须|需|时请|时须|务必|必须).{0,10}(?:注明|註明|联系|标明|保留|附上|获得|征得|说明)|(?:禁止|谢绝|请勿|严禁)(?:任何形式的)?(?:转载|轉載)|著作权归.{0,12}所有|版权(?:归|属于?)(?![谁哪什]).{0,30}(?:所有|共有)|(?:欢迎|允许|可以)?(?:转载|轉載).{0,24}(?:须|需|必须|请)(?:在文章)?.{0,12}(?:保留此段声明|注明出处|注明来源|注明作者|标明出处|给出原文)|版[权權]所有(?:$|[\s,，.。;；:：!！、©(（]|.{0,20}(?:公司|所有|未经|不得|侵权|必究))|商业转载请联系|^本(?:文|作品|文章)(?:由|系|为)(?!.{0,20}(?:翻|编译|译|整理|口述|撰|讲|采访)).{1,40}(?:原创|授权|投稿|首发).{0,8}(?:发布|发表|转载|所有).{0,24}$|^本(?:文|作品|文章)(?:系|为).{0,16}原创(?:文章|作品|内容)?(?:[，,。].{0,60})?$|^本(?:文|作品|博客).{0,30}采用.{0,40}(?:许可|协议|授权)|^(?:本文)?(?:原创|原創)(?:文章|内容)[，,。]|(?:无断転載|無断転載)|무단\s?전재.{0,12}금지|^저작권자\s?[ⓒ©(]|\ball rights reserved\b(?! (?:for|to|by))|^this (?:work|article|post|entry) is licensed under .{0,160}$|^(?:this (?:article|post|work|content|material) )?(?:may not be|no part of this).{0,60}(?:reproduced|reprinted).{0,80}$|(?:原创|版权|维权|存证|确权).{0,4}(?:认证|登记|存证|保护|备案).{0,60}(?:授权|编号|证书|查询?|http)|^(?:本文|文章).{0,12}维权骑士.{0,20}$|^reprinted (?:with|by) permission.{0,120}$/i;
/** `Copyright © 2015-2019 The Paper, Inc.`: years and names, no sentence. */
const owner =
  /^(?:(?:[Cc]opyright|COPYRIGHT)\s{0,2})?(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?=.*[\d\p{Lu}\u3400-\u9fff])(?:[\s,:–—-]{0,3}(?:\d{4}|present|by|of|the|and|for|notice|[\p{Lu}\d&@([][\p{L}\p{N}.'’&@)\]/-]{0,30}|[\w-]{1,30}\.[\w.]{2,20}[)\]]?|[\u3400-\u9fff]{2,12})){1,14}[\s.]{0,3}$/u;
const quick =
  /转载|轉載|版权|版權|维权|存证|认证|著作权|授权|许可|协议|原创|転載|copyright|©|\(c\)|무단|저작권|rights|licensed|reprint|reproduced|发布于/i;
/** A sentence on a law, not a site's notice. Example: `版权法第三条规定，未经许可不得复制。` */
const law = /规定[，,：:“]|(?:法|条例)第|^copyright law/i;
const subject = /版权|著作权|转载|copyright|licen[cs]e|Creative Commons/i;
const ownAddress = /(?:原文|本文|文章|链接|地址|转自|出处|来源).{0,8}[:：]\s{0,4}(https?:\/\/[\x21-\x7e]{4,200})/i;
const shelters: ReadonlySet<string> = new Set(['blockquote', 'figure', 'figcaption', 'td', 'th']);

/** What other sentences of a notice speak of. Example: `违者必究。` */
const company =
  /版[权權]|[转轉][载載]|授[权權]|出[处處]|[违違]者|追究|侵[权權]|署名|许可|許可|协议|协議|原[创創]|声明|聲明|联系|编号|https?:|ICP|rights|reserved|licen[cs]e|permission|reprint|copyright|©|\(c\)/i;

function isNotice(text: string): boolean {
  return notice.test(text) || owner.test(text);
}

function noticeLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST) return null;
  const place = placeOf(text, context);
  if (!place || (place.after > 300 && place.before > 40)) return null;
  if (!quick.test(text.data)) return null;
  if (isInside(text, ({ name }) => shelters.has(name), 8)) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || imageIn(line) || law.test(line.text) || isTelling(line.text)) return null;
  const isSome = line.text.split(/(?<=[。！？!?；;])|(?<=[a-z]\.)\s/).some((sentence) => isNotice(sentence.trim()));
  return isSome && !isSubject(context, subject) ? line : null;
}

/** `转载请注明出处：` and below it nothing but a link, which is what is to be named. */
function namedBelow({ text, nodes, whole }: Line, context: Context): Line | null {
  const last = whole ?? nodes.at(-1);
  if (!last || !/[:：]$/.test(text)) return null;
  const next = nextVisible(last, context.root, 24);
  const line = next?.type === TEXT ? lineOf(next, context, LONGEST) : null;
  const link = line?.nodes.find(({ name }) => name === 'a');
  return line && link && shortText(link, LONGEST) === line.text && bareAddress.test(line.text) ? line : null;
}

/** An address as text: site-relative or whole. */
const bareAddress = /^(?:https?:\/\/|\/)[\x21-\x7e]{4,}$/;

/** The article is from elsewhere, and the notice says from where. */
const from = /^[^\p{L}]*(?:本文|文章|原文|此文)?(?:转载自|转自|转载于|摘自|选自|来自|来源|首发)/u;

/** The address of a source that only the notice names, or null. */
function namedSource(line: Line): Credits | null {
  const url = from.test(line.text) ? (ownAddress.exec(line.text)?.[1] ?? linkIn(line)) : null;
  return url === null ? null : { ...noCredits(), url };
}

const BOX_TEXT = 420;
const noticeBoxes: ReadonlySet<string> = new Set(['div', 'ul', 'p', 'section', 'footer', 'blockquote']);

/** A box that a theme names after the licence, at the end, with a notice in it. */
function isNoticeBox(node: Node, { root }: Context): boolean {
  if (!hasPurpose(node, Purpose.copyright) || !noticeBoxes.has(node.name)) return false;
  const text = shortText(node, BOX_TEXT);
  return !!text && quick.test(text) && isTail(node, root, { characters: 300, things: 4 });
}

function matches(node: Node, context: Context): boolean {
  return node.type === TEXT ? noticeLine(node, context) !== null : isNoticeBox(node, context);
}

/** One of these is in each such line. */
const cues = (
  '转载 轉載 版权 版權 维权 存证 认证 著作权 授权 许可 协议 原创 転載 copyright © (c) 무단 저작권 rights licensed reprint reproduced ' +
  '发布于'
).split(' ');

export const reprintNotice = defineRule({
  name: 'reprint-notice',
  group: 'credits',
  why: 'A line that says who may print the article again is written by the site below all its articles; the address in it moves to `url`.',
  match: { names: ['#named', '#edge'], cues, test: matches },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      if (node.type !== TEXT) {
        edits.credits.url ??= ownAddress.exec(shortText(node, BOX_TEXT) ?? '')?.[1] ?? null;
        edits.remove(node);
        return;
      }
      const line = noticeLine(node, context);
      if (!line) return;
      const said = namedSource(line);
      if (said) addCredits(said, edits.credits);
      if (said && !context.says(said)) return;
      const address = ownAddress.exec(line.text)?.[1];
      if (address) edits.credits.url ??= address;
      else if (/原文|本文链接|本文地址/.test(line.text)) edits.credits.url ??= linkIn(line);
      const named = namedBelow(line, context);
      removeSentences(line, edits, (sentence) => isNotice(sentence) || company.test(sentence));
      if (!named) return;
      edits.credits.url ??= linkIn(named);
      removeLine(named, edits);
    },
  },
  examples: [
    {
      title: 'terms',
      before: '<p>正文。</p><p>本文由 @王一 原创发布于某网。未经许可，禁止转载。</p>',
      after: '<p>正文。</p>',
    },
    { title: 'copyright', before: '<p>One.</p><p>© 2015 The Paper. All rights reserved.</p>', after: '<p>One.</p>' },
    {
      title: 'what a blog service asks for',
      before: '<p>正文。</p><p>本文版权归作者和某博客共有，欢迎转载，但必须保留此段声明。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a licence',
      before: '<p>正文。</p><p>著作权归作者所有。商业转载请联系作者获得授权。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'behind a sentence on what the text is, which stays',
      before: '<p>正文。</p><p>本文为王一教授2008年的讲演，由学生整理。转载请注明来源。</p>',
      after: '<p>正文。</p><p>本文为王一教授2008年的讲演，由学生整理。</p>',
    },
    {
      title: 'with the address on the next line',
      before:
        '<p>正文。</p><p><b>转载请注明出处：</b><br><a href="https://blog.example/r">https://blog.example/r</a></p>',
      after: '<p>正文。</p><p><br></p>',
    },
    {
      title: 'a certificate',
      before:
        '<p>正文。</p><p>这篇文章已在<a href="https://yin.example/">「原印」</a>作原创认证，作者江上，要获取授权请到yin.example查编号【5H1C】。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: "a theme's box",
      before:
        '<p>正文。</p><ul class="post-copyright"><li>本文作者：王一</li><li>本文链接：https://blog.example/1/</li><li>版权声明：转载请注明出处！</li></ul>',
      after: '<p>正文。</p>',
    },
  ],
  keeps: [
    {
      title: 'a sentence with the mark of copyright',
      html: '<p>One.</p><p>Copyright © was all that he had painted on the boat.</p>',
    },
    {
      title: 'who translated it',
      html: '<p>正文。</p><p>本文由王一翻译，李二校对，原文授权转载。</p>',
    },
    {
      title: 'who wrote it, for whom',
      html: '<p>正文。</p><p>本文为作者二十年前首发的一篇旧作，这次只改了标点。</p>',
    },
    {
      title: 'an article about copyright',
      html:
        '<p>版权保护的是表达而不是思想，这一点在每一本教科书里都能读到。</p><p>没有版权就没有以写作为生的人，但是版权太长也会伤害后来的作者。</p>' +
        '<p>关于转载，报纸之间的惯例是先通知再刊登，并且付给对方稿费。</p><p>未经许可不得转载，这句话有没有效力？</p>',
    },
    {
      title: 'the words of a notice in a story',
      html: '<p>版权所有四个字刻在招牌背面。</p><p>未经许可，不得转载——老板把这句话念得很大声。</p><p>He sold four hundred.</p>',
    },
    {
      title: 'a law',
      html: '<p>正文。</p><p>版权法第三条规定，未经许可不得复制。</p><p>Copyright law changed in 1957.</p>',
    },
    { title: 'a reprint that is told of', html: '<p>正文。</p><p>这篇小说后来被三家杂志转载。</p>' },
  ],
});

import { hasPurpose, Purpose } from '../body/purposes.js';
import { namesQrCode } from '../body/qr-code.js';
import { isTail, nextVisible, previousVisible, shortText, widest } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { type Context, once } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { isSubject } from './lib/calls-to-action/line.js';
import { appCall, followCall, passOnCall, scanCall } from './lib/calls-to-action/patterns.js';
import { isCallText } from './lib/calls-to-action/text.js';
import { profileOf } from './lib/profile.js';

/** What the description of such an image says. */
const described = /二维码|二維碼|扫码|扫一扫|掃碼|QRコード/;
/** A picture of people with one. Example: `村民在驿站扫码领取邮件`. */
const shows =
  /[\u3400-\u9fff]{2}(?:扫码|扫一扫|掃碼|扫描|掃描)|(?:扫码|扫一扫|掃碼)[\u3400-\u9fff]{5}|(?:二维码|二維碼)(?![图圖关關加扫掃识識下])[\u3400-\u9fff]{2}/;
const subject = /二维码|二維碼|\bQR\b|QRコード|扫码/i;
/** A box for a QR code holds the code and its caption: no more text, no more images than these. */
const BOX_TEXT = 160;
const BOX_IMAGES = 3;

function isNamed(image: Node): boolean {
  for (const name of ['alt', 'title', 'class', 'id']) {
    const value = image.get(name);
    if (value && value.length < 120 && isQrWords(value) && !shows.test(value)) return true;
  }
  const address = image.get('src') ?? image.get('data-src');
  return !!address && !address.startsWith('data:') && isQrWords(address);
}

function isQrWords(text: string): boolean {
  return namesQrCode(text) || described.test(text);
}

/** The outermost box around an image that is named as a QR or app-download box and holds little else. */
function qrBox(image: Node, root: Node): Node | null {
  let box: Node | null = null;
  let at = image.parent;
  for (let left = 6; at && at !== root && left > 0; at = at.parent, left--) {
    if (!hasPurpose(at, Purpose.qr | Purpose.app)) continue;
    const profile = profileOf(at, 80, BOX_TEXT);
    if (!profile || profile.images > BOX_IMAGES || profile.embeds > 0) break;
    box = at;
  }
  return box;
}

function isCaption(text: string): boolean {
  return [scanCall, followCall, appCall, passOnCall].some((call) => isCallText(text, call));
}

/** What a call to scan holds, as words or as references. Most articles with pictures have none of it. */
const hint = /[扫掃]|[长長]按|识别|識別|二维码|二維碼|scan|QRコード|&#(?:x|\d{5})/i;

function mayCall({ source }: Context): boolean {
  return hint.test(source);
}

/** Texts before and after an image whose line is a call to scan. */
function captions(image: Node, context: Context, call: (text: string) => boolean): Node[] {
  const around = widest(image, context.root);
  return [previousVisible(around, context.root, 32), nextVisible(around, context.root, 32)].filter(
    (near): near is Node => {
      if (near?.type !== TEXT || near.data.length > 200) return false;
      const line = lineOf(near, context, 76);
      return !!line && call(line.text);
    },
  );
}

/** A caption that explains the picture: then the picture is part of the article. */
function isExplained(image: Node): boolean {
  let figure = image.parent;
  for (let left = 3; figure && figure.name !== 'figure' && left > 0; left--) figure = figure.parent;
  if (figure?.name !== 'figure') return false;
  const caption = figure.childNodes.find(({ name }) => name === 'figcaption');
  const text = caption ? shortText(caption, 200) : '';
  return text === null || (text !== '' && !isCaption(text));
}

function isQrCode(image: Node, context: Context): boolean {
  if (isExplained(image)) return false;
  if (qrBox(image, context.root)) {
    return !isSubject(context, subject) || isTail(image, context.root, { characters: BOX_TEXT, things: 2 });
  }
  const isLabelled = isNamed(image);
  if (!isLabelled && !once(context, mayCall)) return false;
  // An image without a telling name needs a caption that calls to scan the code.
  const call = isLabelled ? isCaption : (text: string): boolean => isCallText(text, scanCall);
  const isCalled = captions(image, context, call).length > 0;
  if (!isCalled && !isLabelled) return false;
  if (isSubject(context, subject)) return false;
  return isCalled || isTail(image, context.root, { characters: 120, things: 2 });
}

function removeQrCode(image: Node, edits: Edits, context: Context): void {
  const lines = captions(image, context, isCaption).map((near) => lineOf(near, context, 76));
  edits.remove(qrBox(image, context.root) ?? widest(image, context.root));
  for (const line of lines) {
    if (line && !line.nodes.some(({ gone }) => gone)) removeLine(line, edits);
  }
}

export const qrCode = defineRule({
  name: 'qr-code',
  group: 'promotion',
  why: "A QR code leads from paper or screen to the site's own app or account; an archive's reader has nothing to scan it with. Its caption goes with it.",
  match: { names: ['img'], test: isQrCode },
  repeat: true,
  action: { edit: removeQrCode },
  examples: [
    {
      title: 'a box that is named as a QR code',
      before:
        '<p>正文。</p><div class="appendQr_wrap"><div><img src="/a.png"></div><div>海量资讯，尽在本报APP</div></div>',
      after: '<p>正文。</p>',
    },
    {
      title: 'an image with a caption that calls to scan it',
      before: '<p>正文。</p><p><img src="/343.png"></p><p>扫描上方二维码关注我们</p><p>后记。</p>',
      after: '<p>正文。</p><p>后记。</p>',
    },
    {
      title: 'with a caption in an element of its own, behind a rule',
      before:
        '<p>正文。</p><hr><figcaption>扫码订阅江上的邮件</figcaption><div><img src="/Rw8.png" alt="qrcode"></div>',
      after: '<p>正文。</p><hr>',
    },
    {
      title: 'an image that is named as a QR code, at the end',
      before: '<p>正文。</p><p><img src="/qrcode_for_gh_1.jpg"></p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'with the size of it behind its name',
      before: '<p>Text.</p><p><img src="/img/wechat-qr.png?w=120" alt=""></p>',
      after: '<p>Text.</p>',
    },
  ],
  keeps: [
    {
      title: 'an article about QR codes',
      html:
        '<p>二维码由黑白方块组成，能存放的字符比一维的条形码要多得多。</p><p>这张二维码的三个角上有定位标记，扫描器靠它们找到方向。</p>' +
        '<p><img src="/qrcode.png" alt="二维码"></p><p>二维码即使缺了一角，也能靠纠错码恢复出原来的内容。</p>',
    },
    {
      title: 'a figure with a caption that explains it',
      html: '<p>三个角上的方块是定位图案。</p><figure><img src="/qrcode-structure.png" alt="二维码的结构"><figcaption>图 1：定位图案与数据区</figcaption></figure><p>纠错分四级。</p>',
    },
    {
      title: 'a photo of people who scan one, with its caption',
      html: '<p>正文。</p><p><img src="/gate.jpg"></p><p>游客扫描二维码进入景区（王一 摄）</p><p>后记。</p><p><img src="/2.jpg" alt="村民在驿站扫码领取邮件"></p><p><img src="/3.jpg" alt="顾客扫描二维码点餐"></p>',
    },
    {
      title: 'a picture whose name has only the letters',
      html: '<p>Text.</p><p><img src="/img/qr-history.png"></p>',
    },
    {
      title: 'a warning beside a picture',
      html: '<p>正文。</p><p>切勿扫描来路不明的二维码下载软件。</p><p><img src="/poster.jpg"></p>',
    },
    {
      title: 'a photo beside the word',
      html: '<p>门口贴着一张二维码。</p><p><img src="/door.jpg"></p><p>她没有扫。</p>',
    },
    {
      title: 'a QR code in the middle, without a call',
      html:
        '<p>第一步，打开设置。</p><p><img src="/qrcode.png"></p>' +
        `<p>${'第二步，照着屏幕上的说明做，做完以后再检查一遍结果是否正确。'.repeat(6)}</p>`,
    },
  ],
});

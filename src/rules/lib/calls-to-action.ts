/**
 * Calls to the reader: scan this, follow us, get the app, pass it on. A call is a short line of its own at the edge
 * of an article or beside a QR code; the same words inside a sentence, or in an article about them, are content.
 */

import { isInside } from '../../body/traverse.js';
import { following, type Node, TEXT } from '../../body/tree.js';
import type { Context } from '../../clean/context.js';
import { placeOf } from '../../clean/edges.js';
import { type Line, lineOf } from '../../clean/line.js';

/** `扫描下方二维码`, `长按识别`, `微信扫一扫`. 校长按捺 and prose about scanners have no object of this kind behind the verb. */
export const scanCall =
  /(?:扫描|扫码|扫一扫|掃描|掃碼|掃一掃|长按|長按|识别|識別).{0,14}(?:二维码|二維碼|QR ?code|小程序|公众号|公眾號|关注|關注|加入|下载|下載|领取|进群|添加|识别|識別)|(?:二维码|二維碼).{0,8}(?:关注|關注|加入|下载|领取|添加)|(?:微信|手机|支付宝|淘宝|钉钉|微博客户端).{0,4}(?:扫码|扫一扫|扫描)|扫码(?:看|阅读|观看|报名|咨询|加|进)|查看本文二维码|\bscan (?:the|this|our) .{0,12}\b(?:qr|code)\b|QRコードを?(?:読み取|スキャン)/i;

/** Tested on lines, whose blanks are single: ` ?` compiles in half the time of `\s{0,2}`. */
export const followCall =
  /(?:关注|關注|订阅|訂閱|加入|添加|搜索|搜一搜).{0,24}(?:公众号|公眾號|微信号|微信|微博|官微|订阅号|服务号|视频号|头条号|百家号|粉丝群|交流群|读者群|QQ群|频道)|^.{0,12}(?:公众号|公众账号|公众帐号|微信号|微信公号|微信公众平台|官方微博) ?(?:ID|id)? ?[:：] ?\S{2,30}$|^(?:新浪|腾讯|个人)?微博 ?[:：] ?[@\x21-\x7e][\S]{2,40}$|更多.{0,16}(?:资讯|内容|精彩|猛料|福利|干货|信息|新闻|报道|文章).{0,24}(?:关注|扫描|扫码|尽在|登录)|欢迎(?:.{0,4})(?:关注|订阅|关注我们)|^.{0,6}(?:投稿|爆料|报料|商务合作|商业合作|广告合作|转载合作)(?:邮箱|电话|微信|热线|QQ|联系方式|请联系|请加(?:微信)?)? ?[:：] ?[@\x21-\x7e]|^(?:.{0,40}[?!] )?(?:follow|like) (?:us|me|@\w+|our page)(?: .{0,20})? (?:on|at|via) |^follow (?:us|me)[.!:]?$|(?:^|[?!.] )(?:subscribe|sign up) (?:to|for|via) (?:our|my|the|this) .{0,30}(?:newsletter|channel|feed|blog|mailing list|updates|rss|podcast)|(?:^|[?!.] )subscribe (?:for free|now|today)\b|^click here to (?:subscribe|sign up)\b|^join (?:us|our) .{0,16}(?:telegram|whatsapp|discord|newsletter|channel|facebook group)|구독하기$|(?:공감|좋아요)[과와,·]? ?구독|で.{1,20}をフォローしよ|最新情報をお届け|^(?:チャンネル登録|読者(?:に|登録)|フォロー).{0,20}$/i;

/** Each call to scan or follow holds one of these. Few lines do, and the patterns of the calls take 10 ms to compile. */
export const followHint =
  /[扫掃]|长按|長按|识别|識別|二维码|二維碼|关注|關注|订阅|訂閱|加入|添加|搜索|搜一搜|公众|微信|微博|更多|欢迎|投稿|爆料|报料|合作|구독|フォロー|最新情報|チャンネル|読者|scan|QR|follow|like|subscribe|sign up|join/i;

export const appCall =
  /(?:下载|下載|安装|打开|点击进入|登录|上).{0,14}(?:客户端|APP(?![a-z])|手机版)|尽在.{1,16}(?:APP|客户端|手机版)|(?:都在|就在)\s\S{1,12}(?:APP|客户端)$|(?:APP|客户端).{0,4}(?:下载|内打开|中打开|扫码)|^(?:download|get|install|try) (?:our |the )(?:[^.!?]{1,30} )?apps?(?: (?:on|from|for|today|now)\b(?! the (?!app store|google)).{0,40})?[.!]?$|^(?:available|download it|get it) (?:on|from|in) (?:the )?(?:app store|google play)|アプリ(?:を|の)?(?:ダウンロード|インストール)/i;

export const passOnCall =
  /点击(?:下方|文末|左下角|底部)(?:查看|阅读|进入|了解|即可)|^点击(?:进入|查看)(?:专题|更多|详情|全文).{0,10}$|^返回.{1,8}[，,]\s?查看更多$|点击(?:标题)?(?:上方|下方|上面|下面).{0,14}关注|点击.{0,3}(?:阅读原文|上方蓝|下方名片|右上角|蓝字|上方卡片)|^[“"「]?阅读原文[”"」]?$|回复【.{1,16}】|后台回复|(?:转发|分享|轉發).{0,6}朋友圈|分享给.{0,8}(?:好友|朋友|的人)|点个(?:赞|在看|关注)|(?:点赞|在看|转发|收藏|分享|关注)[、，,\s+]{1,2}(?:点赞|在看|转发|收藏|分享|关注|投币)|一键三连|(?:如果|要是)?(?:喜欢|觉得).{0,18}(?:点赞|转发|在看|收藏|分享|点一下|点击|推荐)|[您你]的(?:支持|鼓励|关注).{0,12}动力|気に入ったら.{0,12}(?:いいね|シェア|フォロー)|シェアして(?:ください|いただけ|ね)|ランキング.{0,4}参加(?:中|して)|クリック(?:を?お願い|していただけ)|欢迎(?:转发|分享|投稿|加群)|(?:如果|if) you (?:liked?|enjoyed?|found) this .{0,40}(?:share|tweet|subscribe|follow)/i;

/** The words of a report: who said, what is known. A line with them tells, and does not call. */
const telling =
  /这句话|[一二三四五六七八九十]个字|字样|一词|写着|表示|认为|指出|介绍|称[，：:“]|说[，：:道“]|报道|记者|据悉|据了解|显示|发现|被|让|曾|已经|当时|后来|就会|可以在|无需|需要先|said|says|reported/;

/** Longest call, UTF-16 units: the longest seen in the archive has 44. */
const LONGEST = 76;
const LONGEST_LATIN = 140;

const shelters: ReadonlySet<string> = new Set(
  'li dd dt td th figure figcaption caption blockquote h1 h2 h3 h4 h5 h6 summary'.split(' '),
);

function isSheltered(node: Node): boolean {
  return isInside(node, ({ name }) => shelters.has(name), 8);
}

/** True where an article's own prose has the words at least three times: then they are its subject. */
export function isSubject(context: Context, subject: RegExp): boolean {
  const key = `subject:${subject.source}`;
  let answer = context.memo.get(key) as boolean | undefined;
  if (answer === undefined) {
    answer = countInProse(context.root, subject) >= 3;
    context.memo.set(key, answer);
  }
  return answer;
}

/** Texts of this length are prose, not labels or calls. */
const PROSE = 24;

function countInProse(root: Node, subject: RegExp): number {
  let count = 0;
  for (let at: Node | null = root.first; at; at = following(at, root)) {
    if (at.type === TEXT && at.data.length >= PROSE && subject.test(at.data)) {
      if (++count >= 3) return count;
    }
    // The article's own title says what it is about.
    if (at.type === TEXT && at.parent?.name === 'h1' && subject.test(at.data)) return 3;
  }
  return count;
}

export interface CallKind {
  call: RegExp;
  /** What stands in each such call, as a pattern that compiles fast. */
  hint?: RegExp;
  /** Words that make an article one about such calls. */
  subject: RegExp;
  /** Characters that may stand behind the line. */
  room?: number;
}

/** The line of a text node where it is a call at the article's edge, or null. */
export function callLine(text: Node, context: Context, { call, hint, subject, room = 300 }: CallKind): Line | null {
  const { length } = text.data;
  if (length > LONGEST_LATIN + 40) return null;
  const place = placeOf(text, context);
  if (!place || (place.after > room && place.before > 60)) return null;
  // A paragraph in an ideographic script is too long before it is as long as a Latin call.
  if (length > LONGEST + 24 && text.data.charCodeAt(length >> 1) > 0x2e80) return null;
  // A call may be cut by emphasis; the pieces of one are short.
  const isPiece = length <= 30 && (text.prev !== null || text.next !== null);
  if (!isPiece && !call.test(text.data)) return null;
  const line = lineOf(text, context, LONGEST_LATIN);
  if (!line || line.text === '' || (hint && !hint.test(line.text))) return null;
  if (!isCallText(line.text, call) || isSheltered(text)) return null;
  return isSubject(context, subject) ? null : line;
}

/** Words in quotation marks: named, not said. Example: `写着“长按识别二维码关注”`. */
const quoted = /“[^“”]*”|「[^「」]*」|『[^『』]*』|"[^"]*"/g;
/** A line with less than this outside its quotation marks is the quotation itself. Characters. */
const LEAST_OUTSIDE = 4;

/** True where a line's text is a call and nothing else: short, one of the calls, no report, no mere mention. */
export function isCallText(text: string, call: RegExp): boolean {
  const limit = /[\u3040-\u9fff]/.test(text) ? LONGEST : LONGEST_LATIN;
  if (text.length > limit || !call.test(text) || telling.test(text)) return false;
  const outside = text.replace(quoted, '');
  return outside.length === text.length || outside.trim().length < LEAST_OUTSIDE || call.test(outside);
}

/** True where a line tells of something, and so is not written to the reader by the site. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}

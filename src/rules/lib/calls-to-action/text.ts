/**
 * Whether a line is a call to the reader and nothing else. The words of a call also stand in reports (`游客扫描二维码入园`),
 * in instructions (`扫描二维码添加设备，然后点击下一步`), in warnings and at the end of an author's own sentence: there they
 * are content. So a line must call from its first clause to its last.
 */
import { appCall, followCall, passOnCall, scanCall } from './patterns.js';

/** Longest call, UTF-16 units: the longest seen in the archive has 44. */
export const LONGEST = 76;
export const LONGEST_LATIN = 140;

/** The words of a report: who said, what is known, what was done. A line with them tells, and does not call. */
const telling =
  /这句话|[一二三四五六七八九十]个字|字样|一词|写着|表示|认为|指出|介绍|称[，：:“]|说[，：:道“]|报道|记者|据悉|据了解|显示|发现|被|让(?!我们|更多人)|曾|已经|当时|后来|就会|可以在|无需|需要先|(?<![其吉])[他她它]|(?:关注|扫描|扫码|下载|订阅|转发|点赞|收藏|分享)(?:了(?!解)|过|的)|said|says|reported/;

/** A picture of somebody who does it. Example: `（王一 摄）`. */
const photo = /[（(][^（）()]{0,16}[摄攝][）)]|摄影|供图|资料图|图源/;

/** A warning. Example: `切勿扫描来路不明的二维码`. */
const warning = /切勿|不要|请勿|勿(?:扫|信)|谨防|警惕|当心|小心|防范|骗|陌生|不明|谣/;

/** What a reader of instructions does. Example: `点击右上角的“保存”按钮`. */
const instruction =
  /然后|之后|接着|依次|第[一二三四五六七八九十\d]步|步骤|下一步|按钮|保存|确[定认]|提交|设置|加号|设备|勾选|安装(?:后|完|包)|登录(?:后|账号)|菜单|命令|窗口|界面|右键|对话框|代码|文件|功能|重启|绑定|配置|的方法|教程|见第|支付|付款|连接|联网|打印|充电|开锁|验证|激活|(?:二维码|扫码|扫描|微信)后?即?可?登[录陆]/;

/** Words in quotation marks: named, not said. Example: `写着“长按识别二维码关注”`. */
const quoted = /“[^“”]*”|「[^「」]*」|『[^『』]*』|"[^"]*"/g;
/** A button of an app. Example: `“在看”` */
const button = /^.(?:点?赞|點?讚|在看|好看|关注|關注|分享|收藏|转发|阅读原文).$/;
/** A line with less than this outside its quotation marks is the quotation itself. Characters. */
const LEAST_OUTSIDE = 4;

const cjk = /[\u3040-\u9fff]/;
const sentenceEnd = /(?<=[。！？!?；;])|(?<=[a-z]\.) /;
const clauseStart = /^[，。！!,\s]+/;
const clauseEnd = /[，,、\s]+/;

/** How a clause begins that leads to a call. Example: `如果觉得有用`, `原创不易`, `更多精彩内容`. */
const lead =
  /^[^\p{L}]*(?:如果|若|要是|假如|倘若|觉得|喜欢|想|欲|要(?!求)|更多|了解|获取|为了|请|請|欢迎|歡迎|感谢|谢谢|支持|亲|各位|大家|朋友|读者|小伙伴|海量|精彩|最新|及时|第一时间|有(?:问题|疑问|兴趣)|看|每[天日周]|点[击个赞]?|点击|扫|长按|识别|关注|转发|收藏|分享|推荐|投币|在看|订阅|(?:本文|文章|内容)(?:如果|若|对)|好文|原创|码字|整理不|创作|您|你|[我本](?:是|们|号|报|刊|站|台|公众号)|PS|P\.S|最后|另外|同时|以及|和|或|也|微信|微博|手机|搜索|打开|登录|进入|添加|加入|加|下载|客户端|APP|讓|让|助|if|for|want|did|thanks|thank|to|please|more|and|or|で|この|よろし|気に入)/iu;
/** What may stand between the start of a clause and its call. */
const before =
  /^(?:[^\p{L}]|请|請|快|速|立即|赶紧|马上|现在|点击|欢迎|歡迎|大家|各位|亲们?|您|你|可以?|也|都|还|记得|别忘|不妨|随手|动动|用|使用|打开|通过|微信|手机|支付宝|本|我们?的?|官方|左侧|右侧|下方|上方|长按|扫描|扫码|关注|添加|搜索|加|如|若|需|想|要|更多\S{0,10}|来|去|即可?|就|并|再|与|和|或|この(?:記事|ブログ|サイト)[がをに]?|[^，,]{0,12}[:：])*$/u;
/** How a clause goes on behind a call. Example: `获取更多资讯`, `与我们一起`. */
const behind =
  /^[^\p{L}]*(?:获|了解|更多|查看|阅读|看(?!看)|领取|即可|就|一起|与|和|我们|我会|将|可|让|讓|不|每|第一时间|及时|免费|加入|添加|备注|注明|回复|发送|更|谢|感|带|为|给|享|或|并|还|也|点|扫|长按|识别|識別|关注|關注|转发|分享|收藏|在看|订阅|支持|微信|公众号|微博|官方|小程序|客户端|精彩|资讯|新闻|你|您|尽在|掌握|最新|海量|咨询|进群|入群|交流|下载|打开|参与|报名|吧|[\x21-\x7e])/u;
/** What the reader gets, in a sentence of its own behind a call. Example: `訂戶每星期會收到電郵。` */
const offer =
  /^.{0,4}(?:訂戶|订户|會員|会员|公众号|微信|微博|客户端|APP|群|二维码|小程序|我们|更多|谢谢|感谢|多谢|thank|thanks)|^.{0,8}$/i;

const calls = [scanCall, followCall, appCall, passOnCall];

/** True where a line's text is a call and nothing else: short, one of the calls, no report, no mere mention. */
export function isCallText(text: string, call: RegExp): boolean {
  const isCjk = cjk.test(text);
  if (text.length > (isCjk ? LONGEST : LONGEST_LATIN) || !call.test(text)) return false;
  if ([telling, photo, warning, instruction].some((words) => words.test(text))) return false;
  const outside = text.replace(quoted, (words) => (button.test(words) ? words : ''));
  if (outside.length !== text.length && outside.trim().length >= LEAST_OUTSIDE && !call.test(outside)) return false;
  return text.split(sentenceEnd).every((sentence) => isCallSentence(sentence.trim(), call, isCjk));
}

function isCallSentence(sentence: string, call: RegExp, isCjk: boolean): boolean {
  const found = call.exec(sentence) ?? calls.map((other) => other.exec(sentence)).find((match) => match !== null);
  if (!found) return offer.test(sentence);
  if (!isCjk) return true;
  // The border of a clause may be a part of what was found.
  const start = found.index + (clauseStart.exec(found[0])?.[0].length ?? 0);
  const [own = '', ...leads] = sentence.slice(0, start).split(clauseEnd).reverse();
  const ends = sentence
    .slice(found.index + found[0].length)
    .split(clauseEnd)
    .slice(1);
  return (
    before.test(own) &&
    leads.every((clause) => clause.length <= 3 || lead.test(clause)) &&
    ends.every((clause) => clause.length <= 3 || behind.test(clause))
  );
}

/** True where a line tells of something, and so is not written to the reader by the site. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}

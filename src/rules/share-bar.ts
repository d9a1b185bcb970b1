import { hasPurpose, Purpose } from '../body/purposes.js';
import { isTail, shortText } from '../body/traverse.js';
import { following, isElement, type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import type { Profile } from './lib/profile.js';
import { widgetProfile } from './lib/widget.js';

/** Pages that do nothing but share an address; from the share plugins' own lists of services. */
const endpoint =
  /^(?:https?:)?\/\/(?:[\w-]{1,20}\.){0,2}(?:facebook\.com\/(?:sharer|share\.php|dialog\/(?:share|feed)|plugins\/like)|(?:twitter|x)\.com\/(?:share|intent\/|home\/?\?status=)|linkedin\.com\/(?:shareArticle|cws\/share|sharing)|plus\.google\.com\/share|reddit\.com\/submit|digg\.com\/(?:submit|remote-submit)|(?:del\.icio\.us|delicious\.com)\/(?:post|save)|stumbleupon\.com\/(?:submit|badge)|pinterest\.com\/pin\/create|tumblr\.com\/(?:share|widgets\/share)|getpocket\.com\/(?:edit|save)|t\.me\/share|telegram\.me\/share|whatsapp\.com\/send\?text|wa\.me\/\?text|technorati\.com\/faves|weibo\.com\/share|share\.v\.t\.qq\.com|v\.t\.qq\.com\/share|connect\.qq\.com\/widget\/shareqq|qq\.com\/cgi-bin\/qzshare|renren\.com\/(?:share|dialog)|douban\.com\/(?:share|recommend)|kaixin001\.com\/(?:repaste|rest)|hatena\.ne\.jp\/(?:add|entry|append)|line\.me\/(?:R\/msg|lineit\/share)|social-plugins\.line\.me|instapaper\.com\/hello2|vk\.com\/share|ok\.ru\/offer|mix\.com\/add|addthis\.com\/bookmark|addtoany\.com\/share|sharethis\.com|socialmarker\.com|newsvine\.com\/_tools|google\.com\/bookmarks\/mark|bookmarks\.yahoo\.|myweb2?\.search\.yahoo|blogmura\.com|blog\.with2\.net\/link|printfriendly\.com\/print|feedburner\.google\.com\/fb\/a\/emailFlare)/i;

/** What a share button says: a verb of sharing or the name of a service, and no more. */
const buttonText =
  /^(?:share|tweet|retweet|follow|like|pin(?: it)?|e-?mail|print|save|digg|stumble|reddit|bookmark|social bookmarking|send|post|add|click to|submit|google|facebook|twitter|linkedin|pinterest|tumblr|whatsapp|telegram|x|pocket|buzz|instagram|youtube|rss|赞|分享|转发|推荐|收藏|复制链接|微信|微博|新浪|腾讯|qq|人人|豆瓣|开心|打印|シェア|ツイート|はてな|ブックマーク|lineで送る|pocket|공유|compartir|compartilhar|partager|teilen|condividi)\b.{0,28}$|^(?:赞|点赞|赏|分享|转发|推荐|收藏|复制链接|微信|朋友圈|微博|新浪|腾讯|人人|豆瓣|开心|打印|シェア|ツイート|はてな|にほんブログ村|(?:人気)?ブログランキング|送る|공유).{0,14}$/i;
const barTitle =
  /^(?:分享到?|分享至|分享本文|转发到|分享给朋友|share(?: this)?(?: (?:post|article|story|entry|page|on|via|with))*|like this(?:: like loading[.…]{0,3})?|tweet|ツイート(?:する)?|공유하기|spread the word|シェアする?|この(?:記事|エントリー?)を.{0,16}(?:シェア|ブックマーク|ツイート).{0,8}|compartir|partager)\s{0,2}[:：]?$/i;

const widgetFrame =
  /(?:facebook\.com\/plugins\/(?:like|share)|platform\.twitter\.com\/widgets\/(?:tweet|follow)_button|plusone\.google\.com|apis\.google\.com\/u\/0\/.{0,20}plusone|widgets\.pinterest|addthis\.com)/i;

/** The address of the article itself, with a service to share it with: Jetpack's buttons in any language. */
const sharing = /[?&]share=[\w-]{1,30}(?:[&#]|$)/;

function isButton(link: Node): boolean {
  if (sharing.test(link.get('href') ?? '')) return true;
  const text = shortText(link, 40);
  return text !== null && (text === '' || buttonText.test(text));
}

/** A line in which each link shares and nothing else is said. */
function isShareLine(link: Node, context: Context): boolean {
  const line = lineOf(link, context, 200);
  if (!line) return false;
  let rest = line.text;
  let links = 0;
  let buttons = 0;
  for (const node of line.nodes) {
    for (const part of linksOf(node)) {
      if (!endpoint.test(part.get('href') ?? '') && !hasPurpose(part, Purpose.share)) return false;
      links++;
      if (isButton(part)) buttons++;
      rest = rest.replace(shortText(part, 40) ?? '', '');
    }
  }
  const label = rest.replace(/[\s|·•,，、/-]+/g, ' ').trim();
  return (label === '' && buttons === links) || barTitle.test(label);
}

function linksOf(node: Node): Node[] {
  if (node.name === 'a') return [node];
  return isElement(node) ? node.childNodes.slice(0, 24).flatMap((child) => (child.name === 'a' ? [child] : [])) : [];
}

/** Pictures of buttons of the services that gather such buttons. */
const buttonPicture =
  /^(?:https?:)?\/\/(?:[\w-]{1,20}\.){0,2}(?:socialmarker\.com|addthis\.com|addtoany\.com|sharethis\.com|bookmark\.it)\/.{0,80}\.(?:gif|png|jpg|svg)/i;

function matches(node: Node, context: Context): boolean {
  if (node.name === 'img') return buttonPicture.test(node.get('src') ?? '');
  if (node.name === 'iframe') return widgetFrame.test(node.get('src') ?? '');
  if (node.type === TEXT) {
    if (node.data.length > 60 || !barTitle.test(node.data.trim())) return false;
    if (charactersAfter(node, context) > 200) return false;
    return lineOf(node, context, 60)?.text === node.data.trim();
  }
  if (node.name === 'a') {
    if (!endpoint.test(node.get('href') ?? '') && !hasPurpose(node, Purpose.share)) return false;
    // Named as a share link and last of all: a bar without a box.
    return (
      isShareLine(node, context) ||
      (isButton(node) && hasPurpose(node, Purpose.share) && isTail(node, context.root, { characters: 60 }))
    );
  }
  const profile = widgetProfile(node, Purpose.share, { characters: 300, longest: 60 });
  return profile !== null && isBar(node, profile);
}

/** At least half of the links share or name a service; or there are only buttons, icons or a title such as `Share:`. */
function isBar(box: Node, { characters, linked, links, controls, images }: Profile): boolean {
  if (characters - linked > 60) return false;
  if (links > 0) return 2 * linksBelow(box).filter(isButton).length >= links;
  const text = shortText(box, 40) ?? '';
  return barTitle.test(text) || (controls + images > 0 && text.length <= 20);
}

function linksBelow(box: Node): Node[] {
  const links: Node[] = [];
  for (let at = box.first; at; at = following(at, box)) if (at.name === 'a') links.push(at);
  return links;
}

function act(node: Node, edits: Edits, context: Context): void {
  const line =
    node.type === TEXT || (node.name === 'a' && isShareLine(node, context)) ? lineOf(node, context, 200) : null;
  if (line) removeLine(line, edits);
  else edits.remove(node);
}

/** One of these is in each title of a bar. */
const cues =
  '分享 转发到 share likethis tweet ツイート 공유하기 spreadtheword シェア ブックマーク compartir partager'.split(' ');

export const shareBar = defineRule({
  name: 'share-bar',
  group: 'promotion',
  why: 'Buttons that pass the address of a page on to a social site were put around the article by the site.',
  match: { names: ['#named', 'a', 'iframe', 'img', '#edge'], cues, test: matches },
  action: { edit: act },
  examples: [
    {
      title: 'a button of which only the picture was left',
      before: '<p>One.<br><img src="http://www.socialmarker.com/bookmark.gif" alt="share"></p>',
      after: '<p>One.<br></p>',
    },
    {
      title: 'a bar by its name',
      before:
        '<p>One.</p><div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="/?share=x">Tweet</a></li><li><a href="#">Email</a></li></ul></div>',
      after: '<p>One.</p>',
    },
    {
      title: 'in another language',
      before:
        '<p>正文。</p><div class="sharedaddy"><h3>共有:</h3><ul><li><a href="/post/?share=twitter">クリックして Twitter で共有 (新しいウィンドウで開きます)</a></li></ul></div>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a line of share links',
      before:
        '<p>One.</p><p>Share: <a href="https://www.facebook.com/sharer.php?u=a">Facebook</a> | <a href="https://twitter.com/intent/tweet?url=a">Tweet</a></p>',
      after: '<p>One.</p>',
    },
    {
      title: 'Chinese buttons',
      before: '<p>正文。</p><p><a href="https://service.weibo.com/share/share.php?url=a">分享到微博</a></p>',
      after: '<p>正文。</p>',
    },
  ],
  keeps: [
    {
      title: 'a link in a sentence',
      html: '<p>Please <a href="https://twitter.com/intent/tweet?text=a">tweet</a> this to your mayor today.</p>',
    },
    {
      title: 'prose in a box',
      html: '<div class="share"><p>They share this with us by giving us access to various reports.</p></div>',
    },
    { title: 'a quoted tweet', html: '<blockquote class="social"><p>Hello.</p></blockquote>' },
    {
      title: 'a share bar that the article shows',
      html: '<pre>&lt;div class="share-bar"&gt;<a class="share" href="/s">Share</a></pre>',
    },
    {
      title: 'shares of a company',
      html: '<table class="shares"><tr><td>Ordinary shares in the issue of the year</td><td>120</td></tr></table>',
    },
  ],
});

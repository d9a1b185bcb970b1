import { Purpose } from '../body/purposes.js';
import { shortText } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { widgetProfile } from './lib/widget.js';

/** Servers that deliver nothing but advertising; the head of the common block lists. */
const adServer =
  /^(?:https?:)?\/\/(?:[\w-]{1,40}\.){0,4}(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|amazon-adsystem\.com|(?:rcm|ws)(?:-[a-z]{2,3})?\.amazon\.(?:com|[a-z]{2}|co\.[a-z]{2})|adnxs\.com|criteo\.(?:com|net)|adform\.net|taboola\.com|outbrain\.com|mgid\.com|revcontent\.com|cpro\.baidu\.com|pos\.baidu\.com|tanx\.com|allyes\.com|adsame\.com|mediav\.com|feedads\.g\.|pheedo\.com|ad\.jp\.ap\.valuecommerce\.com)/i;
/** What stands over or instead of an advertisement. */
const label =
  /^[[【(（-]{0,2}(?:广告|廣告|推广|advertisements?|(?:story|article) continues (?:below|after)(?: (?:this )?advertisement)?|report this ad|continue reading below|ad(?:#[^\]]{1,30})?|sponsored links?|スポンサーリンク|広告|publicidad|publicité|anzeige|werbung|pubblicità|реклама|광고)[\]】)）-]{0,2}[:：]?$/i;

/** The call that fills a slot, where its script element was lost. */
const code = /^\(adsbygoogle\s?=\s?window\.adsbygoogle\s?\|\|\s?\[\]\)\.push\(\{\}\);?$/;
const LONGEST = 64;

/** Tistory says in an editor's place for advertising how wide it is, and no more. Example: `반응형`, `728x90` */
function isSize(box: Node): boolean {
  return /^(?:반응형|\d{2,4}\s?[x×]\s?\d{2,4})$/.test(shortText(box, 16) ?? '');
}

function matches(node: Node, context: Context): boolean {
  if (node.type === TEXT) {
    const text = node.data.trim();
    if (text.length > LONGEST || !(label.test(text) || code.test(text))) return false;
    return lineOf(node, context, LONGEST)?.text === text;
  }
  if (node.name === 'ins') return (node.get('class') ?? '').includes('adsbygoogle');
  if (node.name === 'iframe' || node.name === 'img') return adServer.test(node.get('src') ?? '');
  const box = widgetProfile(node, Purpose.ad, { characters: 160, longest: 40, images: 4 });
  // An advertisement leads somewhere: a box of words alone is text beside a telling name.
  return !!box && (box.characters === 0 || isSize(node) || box.links + box.images + box.controls + box.embeds > 0);
}

function act(node: Node, edits: Edits, context: Context): void {
  const line = node.type === TEXT ? lineOf(node, context, LONGEST) : null;
  if (line) removeLine(line, edits);
  else edits.remove(node);
}

export const adSlot = defineRule({
  name: 'ad-slot',
  group: 'promotion',
  why: 'A place that the site sells: the frame of an ad server, the box around it, the word over it.',
  match: { names: ['#named', 'ins', 'iframe', 'img', '#text'], test: matches },
  action: { edit: act },
  examples: [
    { title: 'a slot', before: '<p>One.</p><ins class="adsbygoogle"></ins>', after: '<p>One.</p>' },
    {
      title: 'a shop in a frame',
      before: '<p>One.<iframe src="http://rcm.amazon.com/e/cm?t=x-20"></iframe></p>',
      after: '<p>One.</p>',
    },
    {
      title: 'a call that fills a slot',
      before: '<p>One.</p><p>(adsbygoogle = window.adsbygoogle || []).push({});</p><p>Two.</p>',
      after: '<p>One.</p><p>Two.</p>',
    },
    {
      title: 'a place in an editor',
      before: '<p>One.</p><div class="revenue_unit_item adsense"><div>728x90</div></div>',
      after: '<p>One.</p>',
    },
    {
      title: 'a box with a label',
      before: '<p>One.</p><div class="ad-container"><p>Advertisement</p><img src="/x.gif"></div><p>Two.</p>',
      after: '<p>One.</p><p>Two.</p>',
    },
  ],
  keeps: [
    { title: 'ad inside other words', html: '<div class="padding header-shadow">Short.</div>' },
    {
      title: 'an article about advertising',
      html: '<p>Advertisement is the subject.</p><div class="ads"><p>An advertisement from 1911 promised that soap makes rich.</p></div>',
    },
    { title: 'a box of words', html: '<div class="content padding-ad"><p>A box beside a sidebar.</p></div>' },
    { title: 'the word in a sentence', html: '<p>广告 一词来自日语。</p>' },
  ],
});

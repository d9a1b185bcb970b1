import { shortText, soleImage } from '../body/traverse.js';
import { following, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';

const hostOf = /^(?:https?:)?\/\/([^/?#:]+)/i;
/** Names of pictures that are drawn as buttons. */
const buttonName = /(?:^|[_/-])(?:btn|button|badge|pixie|reblog|bookmarklet|chiclet)(?:[_.-]|\d|$)|-foot\.\w{3}$/i;
/** Services whose small pictures came with a clip, a tag or a counter. */
const services =
  /(?:^|\.)(?:clipmarks\.com|zemanta\.com|technorati\.com|feedburner\.com|sitemeter\.com|statcounter\.com|snap\.com|scribefire\.com|amplify\.com|linkwithin\.com|blogrolling\.com|blogcatalog\.com|mybloglog\.com|histats\.com|51yes\.com|51\.la)$/i;
/** Their pictures are counters, votes and buttons, whatever size is given. */
const feedServices =
  /^(?:(?:[\w-]{1,20}\.){0,2}blogmura\.com|blog\.with2\.net|blogranking\.fc2\.com|feeds\.wordpress\.com|feeds\.feedburner\.com|stats\.wordpress\.com|api\.flattr\.com)$/i;
const SMALL = 32;

/** The last two labels of a host name: `img.shop.com` and `shop.com` are one site. Three for `co.jp` and its kind. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isSecondLevel = (labels.at(-2) ?? '').length <= 3 && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

/** What a widget says to those who have a site of their own. */
const forSites =
  /^(?:get (?:this|your own)(?: widget)?(?: for your (?:own )?(?:site|blog|page))?|(?:add|put) this (?:to|on) your (?:site|blog)|(?:get|grab) this (?:widget|badge|button)|get widget)$/i;

/** How each of them begins. */
const beginsForSites = /^(?:get|add|put|grab) /i;

function isForSites(link: Node): boolean {
  if (link.name !== 'a') return false;
  const text = shortText(link, 40);
  if (text === null || !beginsForSites.test(text)) return false;
  return forSites.test(text) && /^https?:/i.test(link.get('href') ?? '');
}

const provided = /\b(?:data|rating|downloads|weather|quotes?|charts?) (?:provided|supplied|powered) by\b.{2,40}$/i;
const COUNTER = 160;

/** A table that a script of another site filled with its numbers: empty cells, and that site's name. */
function isCounter(table: Node): boolean {
  if (table.name !== 'table') return false;
  const text = shortText(table, COUNTER, 160);
  if (text === null || !provided.test(text)) return false;
  let empty = 0;
  for (let at = table.first; at; at = following(at, table)) if (at.name === 'td' && !at.first && at.get('id')) empty++;
  return empty >= 2;
}

function isButton(link: Node, context: Context): boolean {
  const image = link.name === 'a' ? soleImage(link, 12) : null;
  const source = image?.get('src') ?? '';
  const from = hostOf.exec(source)?.[1];
  const target = from && hostOf.exec(link.get('href') ?? '')?.[1];
  if (!image || !target || !isDrawnAsButton(image, source, from, target)) return false;
  return siteOf(from) === siteOf(target) && !isOwn(target, context);
}

function isDrawnAsButton(image: Node, source: string, from: string, target: string): boolean {
  if (feedServices.test(from)) return true;
  if (!services.test(target)) return buttonName.test(source.slice(-80));
  return Number.parseInt(image.get('height') ?? '', 10) <= SMALL || buttonName.test(source);
}

function isOwn(host: string, { sites, url }: Context): boolean {
  const own = url && hostOf.exec(url)?.[1];
  return (!!own && siteOf(own) === siteOf(host)) || sites.has(host);
}

export const thirdPartyButton = defineRule({
  name: 'third-party-button',
  group: 'promotion',
  why: "A picture button that came with another site's widget and leads back to that site: it shows nothing and does nothing for a reader.",
  match: {
    names: ['a', 'table'],
    test: (node, context) => isForSites(node) || isCounter(node) || isButton(node, context),
  },
  action: 'remove',
  examples: [
    {
      title: 'words for those who have a site',
      before: '<p>Quote.<br><a href="http://books.example/w?id=1">Get this for your site</a></p>',
      after: '<p>Quote.<br></p>',
    },
    {
      title: 'a table that a script filled',
      before:
        '<p>Dash 1.1</p><table><tr><th>Product</th><th>Rating</th></tr><tr><td><a href="/d">Dash</a></td><td id="r7"></td><td id="d7"></td></tr><tr><td>Data provided by <a href="http://v.example/">Versions</a></td></tr></table>',
      after: '<p>Dash 1.1</p>',
    },
    {
      title: 'a clip service',
      before:
        '<p>Quote.<a href="http://clipmarks.com/share/1"><img src="http://c8.clipmarks.com/c2b-foot.png" height="17" alt="blog it"></a></p>',
      after: '<p>Quote.</p>',
    },
    {
      title: "a shop's button",
      before: '<p>JVC <a href="http://shop.com/fav"><img src="http://img.shop.com/btn_favorite.gif" alt="add"></a></p>',
      after: '<p>JVC </p>',
    },
  ],
  keeps: [
    {
      title: 'a table of data with its source',
      html: '<table><tr><th>Year</th><th>Rain</th></tr><tr><td>2001</td><td></td></tr><tr><td>2002</td><td>7</td></tr><tr><td>Data provided by the harbour.</td></tr></table>',
    },
    {
      title: 'a photo on its own page',
      html: '<p><a href="http://flickr.com/p/1"><img src="http://static.flickr.com/1.jpg" height="240"></a></p>',
    },
    {
      title: 'a picture of a button in an article',
      html: '<p><img src="http://ui.example/button.png" alt="The button"></p>',
    },
    {
      title: 'a button with words',
      html: '<p><a href="http://shop.com/a"><img src="http://shop.com/btn.gif"> the manual</a></p>',
    },
  ],
});

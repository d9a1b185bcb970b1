/**
 * What an element's `class` and `id` say that it is for. Site builders name their furniture (`share-bar`,
 * `related-posts`, `wx_qrcode`), and the same names come back on every article: so each value is read once, word by
 * word, and remembered. Words, not substrings: `ad` must not hit `padding`, nor `share` `shareholders`.
 */
import type { Node } from './tree.js';

/** Purposes as bits, so that one look answers for all rules. */
export const Purpose = {
  qr: 1,
  share: 2,
  related: 4,
  comments: 8,
  reward: 16,
  subscribe: 32,
  ad: 64,
  app: 128,
  toolbar: 256,
  follow: 512,
  postamble: 1024,
  copyright: 2048,
} as const;

/**
 * Single words of a name (`wx-qr` is `wx` and `qr`). Sources: class names in the archive's pages (QR, share,
 * recommend), plugin names of WordPress and of the Chinese share services, and the names that readability-like
 * tools list as unlikely candidates.
 */
const words: readonly (readonly [number, RegExp])[] = [
  [Purpose.qr, /^(?:qr|qrcodes?|qrimg|qrbox|ewm|ewmbox|erweima|wxqr|2dcode|wx2dcode|2wm)$/],
  [
    Purpose.share,
    /^(?:share|shares|sharing|sharebar|sharebox|sharebtns?|sharebuttons?|sharedaddy|sharethis|shareaholic|addthis|addtoany|a2a|bdsharebuttonbox|bdshare|jiathis|bshare|sociable|tweetmeme|shariff|ssba|heateor|mashsb|feedflare|fenxiang|retweet|socialmedia|social)$/,
  ],
  [
    Purpose.related,
    /^(?:related|relatedposts?|relatedarticles?|relatednews|relatedlinks?|yarpp|linkwithin|outbrain|taboola|nrelate|recommend|recommends|recommended|recommendations?|crp|tuijian|xiangguan)$/,
  ],
  [Purpose.reward, /^(?:reward|rewards|dashang|zanshang|donate|donation|donations|tipjar|flattr|buymeacoffee|kofi)$/],
  [Purpose.subscribe, /^(?:subscribe|subscription|newsletter|newsletters|mailchimp|mc4wp|signup|optin|feedburner)$/],
  [
    Purpose.ad,
    /^(?:ads?|advert|adverts|advertisement|advertising|adsense|adsbygoogle|adslot|adbox|adwrap|adunit|adbanner|gpt|dfp|guanggao|sponsored)$/,
  ],
  [Purpose.app, /^(?:appdownload|downloadapp|openapp|newsapp|appguide|kaihu)$/],
  [Purpose.toolbar, /^(?:formatbar|toolbar)$/],
  [Purpose.follow, /^(?:follow|followus)$/],
  [Purpose.copyright, /^(?:copyright|copyrights|licen[cs]e|banquan)$/],
];

/** Whole names that say more than their words. */
const names: ReadonlyMap<string, number> = new Map([
  ...purpose(
    Purpose.comments,
    'comments comment-list commentlist comments-area comment-respond respond disqus_thread dsq-comments ds-thread ' +
      'uyan_frame sohucs gitalk gitalk-container valine vcomments waline giscus utterances livefyre fb-comments ' +
      'idc-container isso-thread cusdis_thread remark42 twikoo comments-box comment-form commentform',
  ),
  ...purpose(
    Purpose.related,
    'another_category zemanta-related zemanta-related-title zemanta-article-ul zemanta-articles wp_rp_content',
  ),
  ...purpose(Purpose.reward, 'support-author tip-jar author-reward buy-me-a-coffee'),
  ...purpose(Purpose.subscribe, 'mc_embed_signup email-signup mailing-list'),
  ...purpose(Purpose.app, 'app-download download-app app-banner app-promotion app-qrcode open-app'),
  ...purpose(Purpose.follow, 'follow-us social-links'),
  ...purpose(Purpose.postamble, 'postamble blogger-post-footer zemanta-pixie feedflare wlwriterheaderfooter'),
  ...purpose(
    Purpose.share,
    'fb-like fb-share-button twitter-share-button twitter-follow-button g-plusone hatena-bookmark-button fb_share_link',
  ),
]);

function purpose(bit: number, list: string): [string, number][] {
  return list.split(' ').map((name) => [name, bit]);
}

const known = new Map<string, number>();
const KNOWN_MOST = 2000;
/** `appendQr_wrap` -> append, Qr, wrap; `jp-relatedposts` -> jp, relatedposts. */
const wordBorders = /[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/;

function read(value: string): number {
  let bits = 0;
  for (const name of value.slice(0, 400).split(/\s+/)) {
    bits |= names.get(name.toLowerCase()) ?? 0;
    for (const part of name.split(wordBorders)) {
      const word = part.toLowerCase();
      for (const [bit, pattern] of words) if (pattern.test(word)) bits |= bit;
    }
  }
  return bits;
}

function bitsOf(value: string | undefined): number {
  if (!value) return 0;
  let bits = known.get(value);
  if (bits === undefined) {
    bits = read(value);
    // Names come from articles: without a bound the memory would grow with every archive.
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(value, bits);
  }
  return bits;
}

/** All purposes that the `class` and `id` of an element name, as bits of `Purpose`; 0 for most elements. */
export function purposesOf(node: Node): number {
  const { attributes } = node;
  if (attributes === null) return 0;
  return bitsOf(attributes.get('class')) | bitsOf(attributes.get('id'));
}

export function hasPurpose(node: Node, bit: number): boolean {
  return node.attributes !== null && (purposesOf(node) & bit) !== 0;
}

/**
 * Elements that a script of some service would have filled with a film, a post or code: which address they stand for.
 */
import type { Node } from '../../../body/tree.js';

interface Player {
  attribute: string;
  /** Names of elements or, behind a dot, a class; `*` for all. */
  on: ReadonlySet<string>;
  /** `$` is the attribute's value, `{other}` that of another. */
  address: string;
}

/** attribute, elements and classes, address */
const list = `
data-videoid amp-youtube https://www.youtube.com/watch?v=$
videoid lite-youtube https://www.youtube.com/watch?v=$
video-id lite-youtube,youtube-player,youtube-video https://www.youtube.com/watch?v=$
data-youtube-id * https://www.youtube.com/watch?v=$
data-youtube-video-id * https://www.youtube.com/watch?v=$
data-youtube-video * https://www.youtube.com/watch?v=$
data-yt-id * https://www.youtube.com/watch?v=$
data-ytid * https://www.youtube.com/watch?v=$
data-youtube * https://www.youtube.com/watch?v=$
data-embed .youtube,.youtube-player,.youtube-embed,.yt-lite https://www.youtube.com/watch?v=$
data-id .youtube,.youtube-player,.youtube-embed,.lite-youtube,.lazy-youtube,.yt-lite https://www.youtube.com/watch?v=$
data-video-id .youtube,.youtube-player,.youtube-embed,.lite-youtube,.lazy-youtube https://www.youtube.com/watch?v=$
videoid lite-vimeo https://vimeo.com/$
video-id lite-vimeo https://vimeo.com/$
data-videoid amp-vimeo https://vimeo.com/$
data-vimeo-id * https://vimeo.com/$
data-vimeo-url * $
data-id .vimeo,.vimeo-player,.lazy-vimeo https://vimeo.com/$
data-videoid amp-dailymotion https://www.dailymotion.com/video/$
data-tweetid amp-twitter https://twitter.com/i/status/$
data-tweet-id * https://twitter.com/i/status/$
data-shortcode amp-instagram https://www.instagram.com/p/$/
data-instgrm-permalink * $
data-href amp-facebook,amp-facebook-page,.fb-post,.fb-video,.fb-comment-embed $
data-url amp-embedly-card,amp-pinterest,.typeform-widget $
data-src amp-reddit,amp-tiktok $
data-gistid amp-gist https://gist.github.com/$
data-gist-id * https://gist.github.com/$
data-gist * https://gist.github.com/$
data-vineid amp-vine https://vine.co/v/$
data-trackid amp-soundcloud https://api.soundcloud.com/tracks/$
src amp-iframe,amp-video,amp-audio,amp-video-iframe,amp-google-document-embed,amp-3d-gltf $
url oembed $
data-oembed-url * $
data-oembed * $
data-embed-url * $
data-video-url * $
data-audio-url * $
data-id .speakerdeck-embed https://speakerdeck.com/player/$
data-src .flourish-embed https://public.flourish.studio/$/
data-id .infogram-embed https://infogram.com/$
data-slug-hash .codepen https://codepen.io/{data-user}/pen/$
cite .tiktok-embed $
`;

const players = new Map<string, Player[]>();
for (const line of list.trim().split('\n')) {
  const [attribute = '', on = '', address = ''] = line.split(' ');
  players.set(attribute, [...(players.get(attribute) ?? []), { attribute, on: new Set(on.split(',')), address }]);
}

/** Strings of which one stands in every input that has such an element: few, for they are looked for in every article. */
export const playerMarks: readonly string[] = ['data-', 'videoid=', 'video-id=', 'amp-', 'oembed', 'tiktok-embed'];

const absolute = /^\s*(?:https?:)?\/\/[^\s/]+\.[^\s]+\s*$/i;
/** Names of films and posts, with the folder they stand in. Example: `dQw4w9WgXcQ`, `me/0123abcd`. */
const name = /^[\w-]+(?:[/.][\w-]+)*$/;

/** The address that an element stands for, or null. */
export function playerAddress(node: Node): string | null {
  if (node.attributes === null) return null;
  for (const [attribute, value] of node.attributes) {
    for (const player of players.get(attribute) ?? []) {
      const address = isOn(node, player) ? filled(player.address, value.trim(), node) : null;
      if (address) return address;
    }
  }
  return null;
}

function isOn(node: Node, { on }: Player): boolean {
  if (on.has('*') || on.has(node.name)) return true;
  return node.className.split(/\s+/).some((word) => on.has(`.${word}`));
}

function filled(pattern: string, value: string, node: Node): string | null {
  if (absolute.test(value)) return value.startsWith('//') ? `https:${value}` : value;
  if (pattern === '$' || !name.test(value)) return null;
  const others = /\{([\w-]+)\}/.exec(pattern)?.[1];
  const other = others === undefined ? '' : (node.get(others) ?? '');
  if (others !== undefined && !name.test(other)) return null;
  return pattern.replace(/\{[\w-]+\}/, () => other).replace('$', () => value);
}

/** Scripts that only exist to show somebody's code, slides or recording: what they show. */
const scripts: readonly (readonly [source: RegExp, address: string])[] = [
  [/^(gist\.github\.com\/(?:[\w-]+\/)?[0-9a-f]+)\.js(?:\?|$)/i, 'https://$1'],
  [/^(asciinema\.org\/a\/\w+)\.js(?:\?|$)/i, 'https://$1'],
  [/^(gitlab\.com\/(?:[\w.-]+\/)*(?:-\/)?snippets\/\d+)\.js(?:\?|$)/i, 'https://$1'],
  [/^(gitee\.com\/[\w-]+\/codes\/\w+)\/widget_preview(?:\?|$)/i, 'https://$1'],
  [/^pastebin\.com\/embed_js(?:\/|\.php\?i=)(\w+)/i, 'https://pastebin.com/$1'],
  [/^jsfiddle\.net\/((?:[\w-]+\/){1,3})embed\//i, 'https://jsfiddle.net/$1'],
  [/^speakerdeck\.com\/embed\/([0-9a-f]+)\.js(?:\?|$)/i, 'https://speakerdeck.com/player/$1'],
  [/^(?:embed|ext)\.nicovideo\.jp\/(?:watch|thumb_watch)\/(\w+)/i, 'https://www.nicovideo.jp/watch/$1'],
];

/** `https://www.`, `//` */
const start = /^\s*(?:https?:)?\/\/(?:www\.)?/i;

/** The address of what a script shows, or null. */
export function scriptAddress(node: Node): string | null {
  const source = node.get('src') ?? '';
  if (!start.test(source)) return null;
  const place = source.replace(start, '');
  for (const [pattern, address] of scripts) {
    const found = pattern.exec(place)?.[1];
    if (found) return address.replace('$1', () => found);
  }
  if (/^docswell\.com\/assets\//i.test(place)) return node.get('data-src');
  return playerAddress(node);
}

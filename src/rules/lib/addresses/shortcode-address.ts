/** What a shortcode names: a film, a sound, an image, code. */
import { attributesOf } from '../shortcodes.js';

/** Example: `[youtube http://youtu.be/x]`, `[gist id="1"]`, `[video mp4="a.mp4"][/video]`, `[embed]http://youtu.be/x[/embed]`. */
const whole = /^\[([a-z][\w-]{0,40})((?:[=\s][^\][]{0,1500})?)\](?:([^\][]{0,1500})\[\/\1\])?$/i;

/** Attributes that hold an address, the surest first. */
const attributes = 'src url href link file mp4 m4v webm ogv mov flv wmv mp3 m4a ogg wav wma'.split(' ');
const absolute = /^https?:\/\/[^\s/]+\S*$/i;
/** A file without a host. Example: `/media/a.mp4`. */
const file = /^[^\s:]*[^\s:/]\.[a-z\d]{2,4}$/i;
const image = /\.(?:png|jpe?g|gif|webp|svg)(?:\?|$)/i;
/** The first word behind the name. Example: `=x1`, ` x1`. */
const first = /^[=\s]\s{0,9}["']?(https?:\/\/[^\s"']+|[^\s"'=]+)["']?(?=\s|$)/;

/** Services whose shortcodes hold the name of what they show. */
const services: readonly (readonly [name: RegExp, value: RegExp, address: string])[] = [
  [/^(?:su_)?(?:youtube|embedyt|lyte|youtube_sc)$/i, /^[\w-]{6,20}$/, 'https://www.youtube.com/watch?v=$'],
  [/^(?:su_)?vimeo$/i, /^\d{5,12}$/, 'https://vimeo.com/$'],
  [/^gist$/i, /^(?:[\w-]+\/)?[0-9a-f]{4,40}$/i, 'https://gist.github.com/$'],
  [/^(?:tweet|twitter)$/i, /^\d{5,25}$/, 'https://twitter.com/i/status/$'],
  [/^(?:su_)?dailymotion$/i, /^[a-z\d]{5,10}$/i, 'https://www.dailymotion.com/video/$'],
  [/^(?:wpvideo|videopress)$/i, /^[a-z\d]{8}$/i, 'https://videopress.com/v/$'],
  [/^slideshare$/i, /^\d{5,12}$/, 'https://www.slideshare.net/slideshow/embed_code/$'],
  [/^ted$/i, /^\d{1,6}$/, 'https://www.ted.com/talks/view/id/$'],
  [/^bilibili$/i, /^(?:BV|av)\w+$/, 'https://www.bilibili.com/video/$'],
  [/^nico(?:nico|video)?$/i, /^(?:sm|nm|so)\d+$/, 'https://www.nicovideo.jp/watch/$'],
  [/^asciinema$/i, /^\w{4,40}$/, 'https://asciinema.org/a/$'],
  [/^speakerdeck$/i, /^[0-9a-f]{8,40}$/i, 'https://speakerdeck.com/player/$'],
  [/^instagram$/i, /^[\w-]{5,40}$/, 'https://www.instagram.com/p/$/'],
];
const nameAttributes = 'id v video vid videoid video_id key code bv av'.split(' ');

export interface Named {
  address: string;
  isImage: boolean;
  /** What the shortcode says of it. */
  words: string | null;
}

/** What a text that is one shortcode names, or null. */
export function namedBy(text: string): Named | null {
  const [, name = '', rest = '', inner = ''] = whole.exec(text) ?? [];
  if (name === '') return null;
  const content = inner.trim();
  const values = attributesOf(rest);
  const word = first.exec(rest)?.[1] ?? '';
  const given = attributes.map((key) => values.get(key) ?? '');
  const address =
    [content, word, ...given].find((value) => absolute.test(value)) ??
    fromService(name, [content, word, ...nameAttributes.map((key) => values.get(key) ?? '')]) ??
    given.find((value) => file.test(value));
  if (!address) return null;
  const isWords = content !== '' && !absolute.test(content) && !address.includes(content);
  const words = isWords ? content : (values.get('title') ?? values.get('alt') ?? values.get('caption') ?? '');
  return { address, isImage: image.test(address), words: words.trim() || null };
}

function fromService(name: string, values: readonly string[]): string | null {
  for (const [service, form, address] of services) {
    if (!service.test(name)) continue;
    const found = values.find((value) => form.test(value));
    return found ? address.replace('$', () => found) : null;
  }
  return null;
}

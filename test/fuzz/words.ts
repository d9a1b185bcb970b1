/**
 * HTML of words and addresses that each stand there once, between every tag that HTML has and some that it has not, in
 * and out of place: what is lost or runs together can be named.
 */
import { random } from '../../bench/archive.js';
import type { Source } from './cases.js';

/** Without `search`, which the standard treats as it does `section`, and parse5 8.1 as an element that it does not know. */
const elements =
  'p div section article b i em strong u s span font small sub sup code kbd samp q cite mark ins del abbr time label a ul ol li dl dt dd table caption thead tbody tr td th colgroup col blockquote pre listing xmp center address h1 h2 h3 figure figcaption details summary form fieldset legend select optgroup option textarea button input br hr wbr img picture source map area iframe video audio object param embed canvas svg g text tspan title desc defs foreignObject path math mrow mi mn mtext msup mfrac mtable mtr mtd semantics annotation ruby rb rt rp noscript template script style head body html meta link base frame frameset noframes noembed marquee nobr big tt bdo dfn var output progress meter datalist dialog main header footer nav aside hgroup menu dir applet basefont keygen isindex plaintext lj x-card'.split(
    ' ',
  );
const attributes =
  'class="a" id="n1" style="color:red" title="t" hidden lang="zh" dir="rtl" width="1" height="1" align="right" name="n" alt="" colspan="2" rowspan="2" start="3" value="5" checked type="checkbox" type="hidden" type="submit" role="img" data-x="1" loading="lazy" srcset="" usemap="#m" target="_blank" rel="nofollow" open reversed controls'.split(
    ' ',
  );
/** Which attribute of an element leads somewhere. */
const leading: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  img: 'src',
  iframe: 'src',
  embed: 'src',
  video: 'src',
  audio: 'src',
  frame: 'src',
  object: 'data',
};
const odd = [
  '<!-- c -->',
  '<!-->',
  '<![CDATA[',
  ']]>',
  '<?x ?>',
  '</p>',
  '</br>',
  '</',
  '<',
  '&amp;',
  '&nbsp;',
  '\u3000',
  '\n',
  '\n\n',
  '</>',
  '<!doctype html>',
];
const scripts = ['甲乙丙', 'wort', 'слово', 'λέξη', 'كلمة', '단어'];

/** The text with this number; the same number gives the same text. */
export function makeWords(seed: number): Source {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const often = Array.from({ length: 5 }, () => pick(elements));
  const element = (): string => pick(next() < 0.5 ? often : elements);
  let count = 0;
  const word = (): string => `${pick(scripts)}${seed % 1000}x${count++}q`;
  const open = (name: string): string => {
    const own = leading[name];
    const target = own && next() < 0.8 ? ` ${own}="/t${seed % 1000}-${count++}"` : '';
    const other = next() < 0.25 ? ` ${pick(attributes)}` : '';
    return `<${name}${target}${other}${next() < 0.05 ? ' /' : ''}>`;
  };
  let html = '';
  const stack: string[] = [];
  for (let left = 4 + Math.floor(next() * 26); left > 0; left--) {
    const kind = next();
    if (kind < 0.34) html += word() + (next() < 0.4 ? pick([' ', '。', ', ', '\n']) : '');
    else if (kind < 0.66) {
      const name = element();
      stack.push(name);
      html += open(name);
    } else if (kind < 0.86 && stack.length > 0) html += `</${next() < 0.85 ? stack.pop() : element()}>`;
    else if (kind < 0.92) html += `</${element()}>`;
    else html += pick(odd);
  }
  return { name: 'words.html', bytes: Buffer.from(html), body: 'html' };
}

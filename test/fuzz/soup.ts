/** Short texts of nothing but tags, marks and a few words: denser than any article, and so are their findings. */
import { random } from '../../bench/archive.js';
import type { Source } from './cases.js';

const tags =
  '<p> </p> <div> </div> <b> </b> <em> </em> <a|href=/x> <a|href> </a> <table> <tr> <td> <th> </td> </table> <ul> <ol> <li> </ul> <pre> </pre> <code> </code> <blockquote> </blockquote> <br> <hr> <img|src=x> <img|src=y|alt="*a"> <svg> <math> </math> <h1> </h1> <h2> </h2> <select> <option> <textarea> </textarea> <script> </script> <!-- --> <![CDATA[ ]]> <?x ?> <sup> </sup> <dl> <dt> <dd> <figure> <figcaption> </figure> <ruby> <rt> <q> </q> <iframe|src=u> <noscript> <template> <del> <caption> <span> </span> <details> <summary> <object|data=o> <input|value=v> <sub> <kbd> <center> <font>'
    .split(' ')
    .map((tag) => tag.replaceAll('|', ' '));
const marks =
  '&amp; &lt; &gt; &#0; &amp;lt; &nbsp; &copy; &#8203; & &# ` ``` ~~~ ~~ * ** _ [ ]( ] ( ) ![ [^1] [^1]: $ $$ {{ }} | --- +++ # > - 1. \\ \u3000 \ufeff \u000e \r \n \n\n a b 。 “ ” 甲 : " = \' ! / http://a.b www.a.b <'.split(
    ' ',
  );

/** The text with this number, of HTML or of Markdown; the same number gives the same text. */
export function makeSoup(seed: number): Source {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const some = <T>(list: readonly T[]): T[] => Array.from({ length: 6 }, () => pick(list));
  // A few come again and again: what breaks a parser is the same mark twice, more often than two marks.
  const often = { tags: some(tags), marks: some(marks) };
  const share = 0.3 + next() * 0.4;
  let text = '';
  for (let left = 3 + Math.floor(next() * 22); left > 0; left--) {
    const kind = next();
    const isFrequent = next() < 0.6;
    if (kind < share) text += pick(isFrequent ? often.tags : tags);
    else text += kind < 0.9 ? pick(isFrequent ? often.marks : marks) : ' ';
  }
  const body = next() < 0.5 ? 'html' : 'markdown';
  return { name: body === 'html' ? 'soup.html' : 'soup.md', bytes: Buffer.from(text), body };
}

import type { Node } from '../body/tree.js';
import type { Edits } from '../clean/edits.js';
import { type Act, defineRule } from '../clean/rule.js';
import { attributesOf } from './lib/shortcodes.js';

/** Example: `[##_Image|kage@a/b/img.jpg|CDM|1.3|{"originWidth":9}_##]`. */
const tag = /\[##_(\w{1,20})\|((?:(?!_##\]).){1,8000})_##\]/gs;
/** Where Kakao and Daum keep a file. Examples: `kage@a/b/img.jpg`, `t/cfile@99AB`, `cfile9.uf@99AB.jpg`. */
const kage = /^kage@([\w./-]+)$/;
const shared = /^t\/cfile@(\w+)$/;
const numbered = /^(cfile\d+)\.uf@(\w+)(?:\.\w+)?$/;
const said = /"(?:alt|caption)":"((?:[^"\\]|\\.)*)"/;

interface Attachment {
  address: string;
  /** Its words, or the name of a file. */
  words: string;
  /** What stood below it. */
  caption: string;
}

function addressOf(part: string): string | null {
  const place = kage.exec(part)?.[1];
  if (place) return `https://blog.kakaocdn.net/dn/${place}`;
  const name = shared.exec(part)?.[1];
  if (name) return `https://t1.daumcdn.net/cfile/tistory/${name}`;
  const [, host, file] = numbered.exec(part) ?? [];
  return host ? `https://${host}.uf.tistory.com/image/${file}` : null;
}

/** The files of a tag, each with what stands behind it up to the next. */
function attachmentsOf(content: string): Attachment[] {
  const found: Attachment[] = [];
  for (const part of content.split('|').map((text) => text.trim())) {
    const addresses = part.split(',').map((one) => addressOf(one.trim()));
    const last = found.at(-1);
    if (addresses.every((address) => address !== null)) {
      for (const address of addresses) found.push({ address, words: '', caption: '' });
    } else if (last && isPlain(part)) last.caption = part;
    else if (last && last.words === '') last.words = wordsOf(part);
  }
  return found;
}

/** Words, no attributes, JSON or name of a layout. Example: `산 아래` */
function isPlain(part: string): boolean {
  return !part.startsWith('{') && !/^[\w-]+="/.test(part) && !/^(?:CDM|[\d.]+)$/.test(part);
}

function wordsOf(part: string): string {
  if (!part.startsWith('{')) {
    const values = attributesOf(part);
    return values.get('alt') || values.get('filename') || '';
  }
  return said.exec(part)?.[1]?.replace(/\\(.)/g, '$1') ?? '';
}

function show(kind: string, files: readonly Attachment[], text: Node, edits: Edits): void {
  for (const { address, words, caption } of files) {
    if (kind === 'File') {
      edits.addText(words || address, edits.addElement('a', [['href', address]], text, 'before'), 'append');
      continue;
    }
    const holder = caption === '' ? text : edits.addElement('figure', [], text, 'before');
    const attributes = [['src', address] as const, ...(words ? [['alt', words] as const] : [])];
    edits.addElement('img', attributes, holder, caption === '' ? 'before' : 'append');
    if (caption !== '') edits.addText(caption, edits.addElement('figcaption', [], holder, 'append'), 'append');
  }
}

const replace: Act = (text, edits) => {
  for (const { 0: whole, 1: kind = '', 2: content = '', index } of [...text.data.matchAll(tag)].reverse()) {
    const files = attachmentsOf(content);
    if (files.length === 0) continue;
    edits.split(text, index + whole.length);
    const own = edits.split(text, index) ?? text;
    show(kind, files, own, edits);
    edits.remove(own);
  }
};

export const tistoryAttachment = defineRule({
  name: 'tistory-attachment',
  group: 'site',
  site: 'Tistory',
  why: "Tistory's editor keeps images and files as tags that its server fills in; they become the image or a link to the file.",
  match: { names: ['#text'], needs: ['[##_'], test: ({ data }) => data.includes('[##_') },
  action: { edit: replace },
  examples: [
    {
      title: 'an image',
      before: '<p>[##_Image|kage@a1/b2/img.jpg|CDM|1.3|{"originWidth":9,"caption":"The pier"}_##]</p>',
      after: '<p><img src="https://blog.kakaocdn.net/dn/a1/b2/img.jpg" alt="The pier"></p>',
    },
    {
      title: 'an image of the older editor, in a line',
      before: '<p>One [##_1C|cfile9.uf@99AB.jpg|width="9" alt="The pier"|_##] two.</p>',
      after: '<p>One <img src="https://cfile9.uf.tistory.com/image/99AB" alt="The pier"> two.</p>',
    },
    {
      title: 'images side by side, and a caption',
      before:
        '<div>[##_ImageGrid|kage@a1/b2/img.jpg,kage@a1/b3/img.png|data-origin-width="9"|_##] [##_1C|cfile9.uf@99AB.jpg|alt="The pier"|At noon_##]</div>',
      after:
        '<div><img src="https://blog.kakaocdn.net/dn/a1/b2/img.jpg"><img src="https://blog.kakaocdn.net/dn/a1/b3/img.png"> <figure><img src="https://cfile9.uf.tistory.com/image/99AB" alt="The pier"><figcaption>At noon</figcaption></figure></div>',
    },
    {
      title: 'a file',
      before: '<p>[##_File|kage@a1/b2/tfile.pdf|filename="plan.pdf" size="0.1MB"|_##]</p>',
      after: '<p><a href="https://blog.kakaocdn.net/dn/a1/b2/tfile.pdf">plan.pdf</a></p>',
    },
  ],
  keeps: [
    { title: 'a tag that names no file', html: '<p>[##_Jukebox|autoplay=0|_##]</p>' },
    { title: 'in code', html: '<pre>[##_Image|kage@a1/img.jpg|_##]</pre>' },
  ],
});

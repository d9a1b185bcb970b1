/** Whether plain text need not say the words of an image: they stand beside it anyway, or are none. */

import { blockOf, nextVisible, previousVisible, step } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { oneLine } from '../body/white-space.js';

/** Images in a row that a look passes. */
const IMAGES = 4;
/** Texts that are read on one side: a caption may be parted by emphasis. */
const TEXTS = 6;
/** UTF-16 units: fewer may stand there again by chance, as a formula's letter or a sign in a table. */
const FEWEST = 3;

/** UTF-16 units: what several pictures in a row say alike is no sign then, as `yes` and `star` are. */
const LONG = 20;

const noWord = /[^\p{L}\p{N}]+/gu;

/** True where the alternative text of an image adds nothing to what a reader of plain text has. */
export function saysNothingMore(image: Node, alt: string): boolean {
  return isFileName(image, alt) || isSaidBefore(image, alt) || isSaidBeside(image, alt);
}

/** The words of a text, each behind a blank, and one blank at its end. */
function wordsOf(text: string): string {
  return ` ${text.toLowerCase().replace(noWord, ' ').trim()} `;
}

/** Example: `IMG_2953`, `milan-design-week-01.jpg` */
const fileName =
  /^[^\s.]*[-_\d][^\s.]*(?:\.(?:jpe?g|png|gif|webp|avif|svg|bmp))?$|^\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp)$/i;
/** What image servers put behind a name: `-300x200`, `_640`, `.jpg?w=80` */
const ofCopy = /(?:[-_@]\d{2,4}(?:x\d{2,4}|px|w)?)?\.[a-z]{3,4}(?:[?#].*)?$/i;

/** True where the alternative text is the name of the image's own file, as programs write it and nobody says it. */
function isFileName(image: Node, alt: string): boolean {
  if (alt.length > 200 || !fileName.test(alt)) return false;
  const address = (image.get('src') ?? '').slice(-400);
  const file = address.slice(address.lastIndexOf('/') + 1).replace(ofCopy, '');
  return file !== '' && wordsOf(decoded(file)).startsWith(wordsOf(alt.replace(ofCopy, '')).trimEnd());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True where the picture in front of this one, with no words between them, has the same long description. */
function isSaidBefore(image: Node, alt: string): boolean {
  if (alt.length < LONG) return false;
  const before = previousVisible(image, rootOf(image));
  return before?.name === 'img' && oneLine(before.get('alt') ?? '') === alt;
}

/**
 * True where the text in front of an image ends with its alternative text, or the text behind begins with it, as whole
 * words: a caption without a figure, the name beside a portrait.
 */
function isSaidBeside(image: Node, alt: string): boolean {
  const words = wordsOf(alt);
  if (words.length < FEWEST + 2) return false;
  const root = rootOf(image);
  // White space and marks may part the words there; a text far longer than the words is not read to its end.
  const most = words.length * 2 + 200;
  let text = '';
  const isBehind = (data: string): boolean => {
    text += ` ${data.slice(0, most)}`;
    return wordsOf(text).startsWith(words);
  };
  if (look(image, root, nextVisible, isBehind)) return !isInSentence(image);
  text = '';
  const isInFront = (data: string): boolean => {
    text = `${data.slice(-most)} ${text}`;
    return wordsOf(text).endsWith(words);
  };
  return look(image, root, previousVisible, isInFront) && !isInSentence(image);
}

/** True where text of the same line stands on both sides: there an image is one of the words. */
function isInSentence(image: Node): boolean {
  const block = blockOf(image);
  const before = previousVisible(image, block);
  const behind = nextVisible(image, block);
  if (before?.type !== TEXT || behind?.type !== TEXT) return false;
  for (let at = step(before, block); at && at !== behind; at = step(at, block)) if (at.name === 'br') return false;
  return true;
}

/** Asks for the texts on one side of an image, nearest first, up to the next image behind them. */
function look(image: Node, root: Node, beside: typeof nextVisible, asks: (data: string) => boolean): boolean {
  let images = IMAGES;
  let texts = TEXTS;
  for (let at = beside(image, root); at; at = beside(at, root)) {
    if (at.type === TEXT) {
      if (asks(at.data)) return true;
      if (--texts === 0) return false;
    } else if (at.name !== 'img' || texts < TEXTS || --images === 0) return false;
  }
  return false;
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** Whether the words of an image stand beside it anyway, so that plain text need not say them twice. */

import { blockOf, nextVisible, previousVisible, step } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';

/** Images in a row that a look passes. */
const IMAGES = 4;
/** Texts that are read on one side: a caption may be parted by emphasis. */
const TEXTS = 6;
/** UTF-16 units: fewer may stand there again by chance, as a formula's letter or a sign in a table. */
const FEWEST = 3;

const noWord = /[^\p{L}\p{N}]+/gu;

/** The words of a text, each behind a blank, and one blank at its end. */
function wordsOf(text: string): string {
  return ` ${text.toLowerCase().replace(noWord, ' ').trim()} `;
}

/**
 * True where the text in front of an image ends with its alternative text, or the text behind begins with it, as whole
 * words: a caption without a figure, the name beside a portrait.
 */
export function isSaidBeside(image: Node, alt: string): boolean {
  const words = wordsOf(alt);
  if (words.length < FEWEST + 2) return false;
  let root = image;
  while (root.parent) root = root.parent;
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

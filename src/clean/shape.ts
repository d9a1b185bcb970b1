/** The shape of a line: what is left of it where numbers, dates, addresses and white space may differ. */
import { oneLine } from '../body/white-space.js';

const ADDRESS = /((?:https?:)?\/\/[^\s/"'<>?#]+)[^\s"'<>]*/gi; // https://a.example/2014/b.png?c=1
const NUMBER = /\d+(?:[.,:/-]\d+)*/g; // 7, 1,204, 12:30, 2014-03-05
/** Month and day names where a number stands beside them. English; other languages count with numbers or keep theirs. */
const NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const BESIDE = new RegExp(`\\b${NAME}\\b\\.?,? (?=#)|(?<=#(?:st|nd|rd|th)?,? )${NAME}\\b\\.?,? ?`, 'gi'); // March 5; 5 March
const LABEL = /^([^:：<#]{2,40}?)[:：](?=.)/u; // Technorati Tags: where2.0
const SHORTCODE = /^\[\/?([a-z][\w-]*)[^\]]*\]?$/i; // [caption id="a"], [/caption], [youtube=…]
const TARGET = /^(<[a-z][^\s>]*>) ?((?:https?:)?\/\/[^\s/"'<>?#]+)/i; // <img> https://a.example/b.png alt="c"
const ORDINAL = /#(?:st|nd|rd|th)\b/g;

/** UTF-16 units that tell two lines apart. */
const LONGEST = 200;

/** What removals of one kind have in common; a line with a label is known by its label. */
export function shapeOf(text: string): string {
  const line = oneLine(text.slice(0, 4 * LONGEST));
  const shortcode = SHORTCODE.exec(line)?.[1];
  if (shortcode !== undefined) return `[${shortcode} …]`;
  const target = TARGET.exec(line);
  if (target) return `${target[1]} ${target[2]}/…`;
  const addressed = line.replace(ADDRESS, '$1/…');
  const label = LABEL.exec(addressed)?.[1];
  if (label !== undefined && !label.includes('…') && !/https?$/i.test(label)) return `${masked(label)}: …`;
  return masked(addressed)
    .replace(/[.。!！]$/, '')
    .slice(0, LONGEST);
}

function masked(line: string): string {
  return line.replace(NUMBER, '#').replace(ORDINAL, '#').replace(BESIDE, '').trim();
}

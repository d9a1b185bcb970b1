import type { ArticleRecord } from '../../types.js';

// `en`, `zh-Hant-TW`
const tag = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i;

/** Of a text without a tag only the script is known; it is enough to choose glyphs and a voice. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3041-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u4e00-\u9fff]/, 'zh'],
];

/** The language of an article as a BCP 47 tag, or the empty string: unknown, as HTML has it. */
export function languageOf({ language, title, text }: ArticleRecord): string {
  if (language && tag.test(language)) return language;
  const start = `${title ?? ''} ${text.slice(0, 2000)}`;
  return scripts.find(([script]) => script.test(start))?.[1] ?? '';
}

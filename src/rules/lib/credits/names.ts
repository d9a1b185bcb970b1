/** Names as they stand behind a credit word: of people, of editors with their codes, of papers. */

/** `\p{Script=Han}` as plain ranges: the property takes milliseconds to compile. */
const han =
  '\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u9fff\\uf900-\\ufad9\\u{20000}-\\u{323af}';
const kana =
  '\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fd-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff6f\\uff71-\\uff9d';
/** A person's name, or a few: 2 to 4 characters each, `卡尔·马克思`, `Jane Doe`, an editor's code (`NF4425`). */
const hanName = new RegExp(
  `^(?:[${han}]{1,4}|[${han}]{1,8}[·•・][${han}·•・]{1,12}|(?=[${han}]{0,6}[${kana}])[${kana}${han}ー]{2,10})$`,
  'u',
);
/** A name in Han characters needs none of the Latin patterns: their properties compile slowly. */
const hanStart = /^[\u3400-\u9fff]/;
const latinNames = /^[\p{Script=Latin}\p{M}\d\s.,'’&;()-]+$/u;
const latinName = /^[\p{Lu}@\d][\p{L}\p{M}\d.'’_-]{0,20}(?:\s[\p{Lu}\d(][\p{L}\p{M}\d.'’_()-]{0,20}){0,3}$/u;
const handle = /^@?(?=[\p{L}_.-]{0,12}[A-Za-z\d_])[\p{L}\p{N}_.-]{2,24}$/u;
const staffCode = /[_\s/]{0,2}(?:[A-Z]{1,4}\d{2,6}|\([A-Za-z]{0,4}\d{2,6}\))$/;
const nameNote = new RegExp(
  `[（(【[](?:实习生?|见习|实习编辑|微博|笔名|[A-Za-z]{0,3}\\d{1,6}|[${han}]{1,6})[)）】\\]]`,
  'gu',
);
const nameBorders = /[、,，;；&\s/|｜]+|和|及/u;
/** A name that is a paper's or an agency's. Example: `观察者网`, `经济日报`. */
export const outlet = /[\u3400-\u9fff]{2}(?:网|报|社|台|周刊|新闻|财经|客户端)$/;

/** The hundred most common family names of one character. */
const family =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向汤';
/** Two names without a gap. Example: `吕立勤梁剑箫`. */
const gluedNames = new RegExp(`^([${family}][${han}]{1,2})([${family}][${han}]{1,2})$`, 'u');

/** Three words without a capital are a sentence. Example: `please check the dates`. */
const lowerCaseWords = /^[a-z]+(?: [a-z]+){2}/;

function isName(name: string, room: number): boolean {
  if (hanName.test(name) || latinName.test(name)) return true;
  return (name.length <= 10 && outlet.test(name)) || (room <= 24 && handle.test(name));
}

/** Names in the value of a credit, or null where it is something else. */
export function namesIn(value: string): string[] | null {
  const names: string[] = [];
  const plain = value.replace(nameNote, '').replace(staffCode, '').trim();
  if (plain === '') return names;
  if (!hanStart.test(plain) && latinNames.test(plain)) {
    const latin = plain.split(/\s{0,3}[,;&]\s{0,3}(?:and\s)?|\sand\s/).filter((name) => name !== '');
    if (latin.length <= 8 && latin.every((name) => latinName.test(name))) return latin;
  }
  if (lowerCaseWords.test(plain)) return null;
  for (const part of plain.split(nameBorders)) {
    const name = part.replace(staffCode, '');
    if (name === '') continue;
    const glued = name.length >= 5 ? gluedNames.exec(name) : null;
    if (!glued && !isName(name, value.length)) return null;
    names.push(...(glued ? glued.slice(1) : [name]));
  }
  // 李 昂: two characters set apart, not two people.
  if (names.length === 2 && names.every((name) => name.length === 1)) return [names.join('')];
  return names.length <= 8 ? names : null;
}

/** Repeats that belong to an article: known by where and how they stand, licences and series by their words too. */
import type { Candidate } from './candidate.js';
import { DATE_WORD, NUMBER } from './mask.js';
import { fixedWeight } from './template.js';

/** Shares of the occurrences. */
const MOST = 0.5;
const SOME = 0.3;
const NEARLY_ALL = 0.8;
/** Weights. */
const SHORT_HEAD = 30;
const SHORT_TAIL = 14;
const DATE_REST = 8;
const WEATHER = 4;

/** A licence, in the languages that name it. Examples: `CC BY 4.0`, `知识共享署名`, `Lizenz`. */
const LICENCE =
  /\blicen[sc]|\blizenz|\blicenc|\blicenç|licensi|creative ?commons|\bcc[- ](?:by|0)|\b(?:l?gpl|mit license|apache license|public domain)|лиценз|许可|許可|授权协议|授權|知识共享|共享署名|創用|ライセンス|クリエイティブ・コモンズ|라이선스/i;
const LICENCE_ADDRESS = /creativecommons\.org|\/licen[sc]e/i;

/** A part of a series: `Part 3`, `第 3 回`, `Teil 3`, `#3`. NUMBER stands where a number is. */
const SERIES = new RegExp(
  `(?:\\b(?:part|parte|partie|teil|deel|del|część|часть|chapter|chapitre|kapitel|capítulo|capitolo|episode|episodio|épisode|folge|vol|volume|issue|lesson|lektion|leçon|lección|week|day|tag|jour|día|no|nr|n°|series|serie|série)\\b\\.? ?(?:[#nº°]\\.? ?)?${NUMBER})|第 ?${NUMBER} ?[回章篇話话部期集讲課课节弹弾巻卷号天日周週夜]|その ?${NUMBER}|${NUMBER} ?(?:회|편|부|화)|[(（#]${NUMBER}[)）]?$|${NUMBER} ?(?:of|von|de|sur|из|/) ?${NUMBER}|连载|連載|系列|シリーズ|연재`,
  'iu',
);
/** `2014年5月3日`, `5 de mayo de 2014`. */
const DATE_UNITS = /(?<=[\ue000\ue001]) ?(?:[年月日号號년월일]|de|of)(?=[\s\ue000\ue001（(]|$)/g;
const COLON = /[:：]\s*$/;

/** Why a repeat may well be the article's own; null where nothing says so. */
export function whyLegitimate({ kind, shape, seen, fixed, pattern }: Candidate): string | null {
  const { occurrences, articles } = seen;
  const share = (count: number) => count / Math.max(1, occurrences);
  const ofKind = (name: string) => share(seen.kinds.get(name) ?? 0);
  const isAtTail = share(seen.tail) >= NEARLY_ALL;
  const isAtHead = share(seen.head) >= NEARLY_ALL;
  const isLinked = share(seen.linked) >= MOST;
  if (ofKind('heading') >= MOST) return 'a heading: the head of a section, or a title';
  if (share(seen.most) >= SOME) return 'it is most of what some articles say';
  if (ofKind('cell') >= MOST) return 'it stands in a table';
  if (LICENCE.test(shape) || LICENCE.test(pattern.source) || [...seen.hosts].some((host) => LICENCE_ADDRESS.test(host)))
    return 'it names a licence';
  if (SERIES.test(shape)) return 'it names a part of a series';
  if (isDate(shape) && besidesDate(shape) <= DATE_REST && !isLinked)
    return 'hardly more than a date: the daily heading of a diary';
  if (!isAtTail && COLON.test(shape) && kind !== 'label') return 'it introduces what follows';
  if (ofKind('quote') >= MOST && !isAtTail) return 'a quotation';
  if (occurrences > articles * 1.5 && !isLinked) return 'it comes back within an article: a refrain';
  if (isLinked) return null;
  if (share(seen.strong) >= MOST && !isAtTail) return 'emphasised, and text follows: a heading or the name of a series';
  if (!isAtTail && !isAtHead) return 'it stands inside, without a link: a heading, a refrain or a phrase';
  if (isAtHead && !isAtTail && fixed < SHORT_HEAD && !isDate(shape))
    return 'a short line at the head: the name of a series or of a place';
  if (isAtTail && fixed < SHORT_TAIL) return 'a short line at the tail: the author may close with it';
  return null;
}

/** The same for a box: its text may say it. */
export function whyLegitimateBox({ seen }: Candidate): string | null {
  const says = (pattern: RegExp) => seen.samples.values.every(({ text }) => pattern.test(text));
  return says(LICENCE) ? 'it names a licence' : null;
}

/** Weight of what is no part of a date; behind a date it may be the day's weather. */
function besidesDate(shape: string): number {
  const weight = fixedWeight(shape.replace(DATE_UNITS, ''));
  return shape.startsWith(NUMBER) || shape.startsWith(DATE_WORD) ? weight - WEATHER : weight;
}

function isDate(shape: string): boolean {
  return shape.includes(NUMBER) || shape.includes(DATE_WORD);
}

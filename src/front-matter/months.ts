/** Months by how their names begin, in the languages that mark them so. Example: `stycznia`, `января`, `août`. */

/** Letters that tell a month from the others of its language; the longest that fits counts. */
const beginnings = [
  'jan jän janv ene gen ian sty led oca tammi янв січ студз ιαν',
  'feb fév fev febb helmi lut úno şub фев лют φεβ',
  'mar mär maa maalis bře брез бер мар μαρ már',
  'apr abr avr ápr kwi dub nis huhti апр квіт απρ',
  'may mai maj mag maio máj mei kvě touko май мая трав μαΐ μαι μάι',
  'jun juin jún giu cze čer červn haz kesä июн черв ιουν ιούν',
  'jul juil júl lug lip července heinä tem июл лип ιουλ ιούλ',
  'aug aoû aou ago sie srp ağu elo авг серп αυγ αύγ',
  'sep sept set szept wrz zář eyl syys сен вер σεπ',
  'oct okt ott out paź říj eki loka окт жовт οκτ',
  'nov lis kas marras ноя лист νοέ νοε',
  'dec dez déc dic des gru pro ara joulu дек груд δεκ',
] as const;

const months: readonly (readonly [beginning: string, month: number])[] = beginnings
  .flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const))
  .sort(([a], [b]) => b.length - a.length);

/** Number of a month, from 1; null for another word. */
export function monthOf(word: string): number | null {
  const name = word.toLowerCase();
  return months.find(([beginning]) => name.startsWith(beginning))?.[1] ?? null;
}

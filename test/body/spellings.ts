/** Spellings of addresses that run code, and of some that only look so: the input of tests, not their answer. */

const controls = Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(code));
const unseen = ['\u007f', '\u0080', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u2060', '\u3000', '\ufeff'];
const long = [' '.repeat(199), ' '.repeat(500), '\t\n'.repeat(300), '\u0001'.repeat(401)];

/** Every address once; in the same order in each run. */
export function spellings(): string[] {
  const found = new Set<string>();
  for (const [scheme, rest] of [
    ['javascript', 'alert(1)'],
    ['data', 'text/html,hi'],
    ['vbscript', 'go()'],
  ] as const) {
    const plain = `${scheme}:${rest}`;
    found.add(plain);
    found.add(plain.toUpperCase());
    found.add(plain.replace(/[a-z]/g, (letter, at: number) => (at % 2 ? letter : letter.toUpperCase())));
    found.add(`view-source:${plain}`);
    found.add(`feed: ${plain}`);
    for (const blank of [...controls, ...unseen, ...long]) {
      found.add(blank + plain);
      found.add(`${blank} \t${plain}`);
      found.add(`${scheme.slice(0, 2)}${blank}${scheme.slice(2)}:${rest}`);
      found.add(`${scheme}${blank}:${rest}`);
      found.add(`${scheme}:${blank}${rest}`);
      found.add(`${plain}${blank}`);
    }
    found.add([...plain].join('\t'));
    found.add([...plain].join('\n'));
    found.add(`\u000f\r\n${[...scheme].join('\r')}\t:${rest}`);
  }
  return [...found];
}

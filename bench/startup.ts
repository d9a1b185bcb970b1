/** Start-up: what a person waits for before anything happens. */
import { join } from 'node:path';
import { post } from './archive.js';
import type { Row } from './batch.js';
import { alternate, type Cost, runNode } from './measure.js';

const bin = join(import.meta.dirname, '..', 'bin', 'article-clean.js');

/** An article of about 10 KB, as the bench of the writer uses it. */
function tenKilobytes(): string {
  for (let index = 0; ; index += 6) {
    const { text } = post(index, 7);
    const size = Buffer.byteLength(text);
    if (size > 9_000 && size < 11_000) return text;
  }
}

/** @param times runs of each program */
export function startup(times: number): Row[] {
  const article = tenKilobytes();
  const cost = alternate(
    {
      nothing: () => runNode(['-e', '0']),
      version: () => runNode([bin, '--version']),
      help: () => runNode([bin, '--help']),
      article: () => runNode([bin, 'convert', '-'], article),
    },
    times,
  );
  const against = (name: string): string => `${((cost[name] as Cost).wall / (cost.nothing as Cost).wall).toFixed(2)}x`;
  return [
    { measure: '--version against node -e 0', goal: '1.25x', value: against('version') },
    { measure: '--help against node -e 0', goal: '-', value: against('help') },
    { measure: 'a 10 KB article through stdin against node -e 0', goal: '2.0x', value: against('article') },
  ];
}

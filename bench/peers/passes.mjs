// CPU of several passes over files in memory, in one process: `passes.mjs LIBRARY LIST PASSES`. LIBRARY is `turndown`
// or the path of ours; LIST is a file of paths. Prints the CPU milliseconds of each pass as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import matter from 'gray-matter';
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const [library, list, passes] = process.argv.slice(2);
const files = readFileSync(list, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((path) => ({ source: basename(path), bytes: readFileSync(path) }));

let convert;
if (library === 'turndown') {
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
  service.use(gfm);
  convert = ({ bytes }) => {
    // Our archive has blocks that gray-matter's js-yaml refuses: a person's script would pass over them.
    try {
      const { data, content } = matter(bytes.toString('utf8').trimStart(), {});
      return matter.stringify(service.turndown(content), data).length;
    } catch {
      return 0;
    }
  };
} else {
  const { convert: ours } = await import(pathToFileURL(library).href);
  convert = async ({ source, bytes }) => (await ours(bytes, { source })).outputs.markdown.length;
}
const costs = [];
for (let pass = 0; pass < Number(passes); pass++) {
  const before = process.cpuUsage();
  for (const file of files) await convert(file);
  const { user, system } = process.cpuUsage(before);
  costs.push(Math.round((user + system) / 1000));
}
console.log(JSON.stringify(costs));

// The script that a person would write instead: fast-glob, gray-matter, a converter, stringify, one process.
// Arguments: converter (`turndown`, `mdream`, `mdream-js`), input folder, output folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import matter from 'gray-matter';

const [converter, from, to] = process.argv.slice(2);
let convert;
if (converter === 'turndown') {
  const { default: TurndownService } = await import('turndown');
  const { gfm } = await import('turndown-plugin-gfm');
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
  service.use(gfm);
  convert = (html) => service.turndown(html);
} else {
  const { htmlToMarkdown } = await import(converter === 'mdream' ? 'mdream' : '@mdream/js');
  convert = (html) => {
    const result = htmlToMarkdown(html);
    return typeof result === 'string' ? result : result.markdown;
  };
}
for (const name of await glob('**/*.{md,markdown,html}', { cwd: from })) {
  let text;
  try {
    const { data, content } = matter(readFileSync(join(from, name), 'utf8').trimStart(), {});
    text = matter.stringify(convert(content), data);
  } catch {
    // What gray-matter and its js-yaml refuse, in the post or in what was made of it: such a script passes over it.
    continue;
  }
  const path = join(to, name.replace(/\.\w+$/, '.md'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// The script that a person would write for one article on stdin: gray-matter, turndown with its plugin, stringify.
import { readFileSync } from 'node:fs';
import matter from 'gray-matter';
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
service.use(gfm);
const { data, content } = matter(readFileSync(0, 'utf8'), {});
process.stdout.write(matter.stringify(service.turndown(content), data));

/** `init`: a config file with every option in a comment. */
import type { Option } from '../options/row.js';
import { GROUPS, TABLE } from '../options/table.js';
import { isAllowed } from './allowed.js';

/** Rules in a config, as a comment that is one when its # go. */
const RULES = `# Rules of your own, run after the built-in ones
#rules:
#  - name: buy-line
#    why: The shop's line below each post.
#    text: ^buy now
#    unless: blockquote p
#    examples:
#      - before: <p>A post.</p><p>Buy now!</p>
#        after: <p>A post.</p>`;

/**
 * The text of a config that changes nothing.
 * @param schema path of the schema from the config's folder, for editors; null where it lies nowhere near
 */
export function configTemplate(schema: string | null): string {
  const parts = GROUPS.map((group) => {
    const options = TABLE.filter((option) => option.group === group && isAllowed(option));
    return [`# ${group}`, ...options.map(optionLines)].join('\n');
  });
  const pointer = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const head = `${pointer}# Options of article-clean for this folder and the folders below it. What is typed on the command line wins.
# Take the # away from an option to set it.
`;
  return `${[head, ...parts, RULES].join('\n\n').replace('\n\n\n', '\n\n')}\n`;
}

function optionLines(option: Option): string {
  return `# ${option.help}\n#${option.name}: ${exampleOf(option)}`;
}

function exampleOf(option: Option): string {
  if (!option.kind) return option.no === 'only' ? 'false' : 'true';
  const value = option.example ?? option.preset ?? option.kind.words?.[0] ?? 'value';
  if (option.repeat) return `[${JSON.stringify(value)}]`;
  return /^[\w.,]+$/.test(value) ? value : JSON.stringify(value);
}

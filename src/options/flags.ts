/** What the one table of options says in other forms: the flags of the command line and the README's table. */
import type { Option } from './row.js';
import { GROUPS, TABLE } from './table.js';

/** The option as it is typed: `-f, --format LIST`, `--no-progress`. */
export function flagsOf(option: Option): string {
  const long = option.no === 'only' ? `--no-${option.name}` : `--${option.name}`;
  const value = option.value?.startsWith('[') ? `[=${option.value.slice(1)}` : option.value && ` ${option.value}`;
  const no = option.no === 'also' ? `, --no-${option.name}` : '';
  return `${option.short ? `-${option.short}, ` : ''}${long}${value ?? ''}${no}`;
}

/** All options as a Markdown table, for the README. */
export function optionsTable(): string {
  const rows = GROUPS.flatMap((group) =>
    TABLE.filter((option) => option.group === group).map((option, index) => {
      const repeat = option.repeat ? '; repeatable' : '';
      const preset = option.preset ? ` (default: \`${option.preset}\`)` : '';
      const meaning = `${option.help}${repeat}${preset}`.replaceAll('|', '\\|');
      return `| ${index === 0 ? group : ''} | \`${flagsOf(option)}\` | ${meaning} |`;
    }),
  );
  return ['| | Option | Meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** `completion`: scripts for shells, from the table of options. */
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { TABLE } from '../options/table.js';
import { described } from '../rule-set/list.js';
import { LEARN_TABLE, type LearnOption } from './learn-options.js';
import { REPORT_TABLE, type ReportOption } from './report-options.js';

type Option = ReportOption | LearnOption;

const SHELLS: Readonly<Record<string, () => string>> = { bash, zsh, fish };
/** The commands, what each does, and the words that may follow it; a file may follow the first two. */
const COMMANDS: readonly (readonly [name: string, help: string, words: readonly string[]])[] = [
  ['convert', 'clean articles', []],
  ['report', 'a page that shows what was removed', []],
  ['learn', 'propose rules for what an archive repeats', []],
  ['rules', 'list the rules, or explain one', described.map(({ name }) => name)],
  ['init', 'write a commented config', []],
  ['completion', 'print a completion script', Object.keys(SHELLS)],
  ['help', 'what a command does', ['convert', 'report', 'learn', 'rules', 'init', 'completion']],
];
const NAMES = COMMANDS.map(([name]) => name);

/** Every option once: `report` and `learn` have one each that `convert` has not. */
const ALL: readonly Option[] = [
  ...TABLE,
  ...[...REPORT_TABLE, ...LEARN_TABLE].filter(({ name }) => TABLE.every((one) => one.name !== name)),
];

/**
 * The script for a shell.
 * @throws {UsageError} for a shell that is not known
 */
export function completionFor(shell: string | undefined): string {
  const script = shell !== undefined && Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script) return script();
  const names = Object.keys(SHELLS);
  const guess = shell === undefined ? null : nearest(shell, names);
  const what = shell === undefined ? 'completion needs the name of a shell' : `there is no completion for "${shell}"`;
  throw new UsageError(what, guess ? `did you mean "${guess}"?` : `write article-clean completion ${names.join('|')}`);
}

interface Flag {
  option: Option;
  long: string;
}

function flags(): Flag[] {
  return ALL.flatMap((option) => [
    ...(option.no === 'only' ? [] : [{ option, long: `--${option.name}` }]),
    ...(option.no ? [{ option, long: `--no-${option.name}` }] : []),
  ]);
}

function takesValue({ option, long }: Flag): boolean {
  return option.value !== undefined && !option.value.startsWith('[') && !long.startsWith('--no-');
}

/** The words that a value can be; rules have names. */
function wordsOf({ key, kind }: Option): readonly string[] | undefined {
  return key === 'only' || key === 'skip' ? described.map(({ name }) => name) : kind?.words;
}

function bash(): string {
  const valued = ALL.filter((option) => option.value && !option.value.startsWith('['));
  const cases = valued.map((option) => {
    const names = [option.short && `-${option.short}`, `--${option.name}`].filter(Boolean).join('|');
    const words = wordsOf(option);
    // Without words and without a path bash offers nothing: a text is the user's own.
    const offer = words
      ? `$(compgen -W '${words.join(' ')}' -- "$word")`
      : option.path
        ? '$(compgen -f -- "$word")'
        : '';
    return `    ${names}) COMPREPLY=(${offer}); return ;;`;
  });
  const commands = COMMANDS.filter(([, , words]) => words.length > 0).map(([name, , words]) => {
    return `    ${name}) (( COMP_CWORD == 2 )) && COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")); return ;;`;
  });
  const longs = (table: readonly Option[]) => {
    const known = flags().filter(({ option }) => table.some(({ name }) => name === option.name));
    return [...known.map(({ long }) => long), '--help', '--version'].join(' ');
  };
  return `# bash completion for article-clean: source <(article-clean completion bash)
_article_clean() {
  local IFS=$' \\t\\n' word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local longs='${longs(TABLE)}'
  case $before in
${cases.join('\n')}
  esac
  case \${COMP_WORDS[1]} in
${commands.join('\n')}
    report) longs='${longs(REPORT_TABLE)}' ;;
    learn) longs='${longs(LEARN_TABLE)}' ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$longs" -- "$word"))
  elif (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W '${NAMES.join(' ')}' -- "$word") $(compgen -f -- "$word"))
  fi
}
complete -o default -o filenames -F _article_clean article-clean
`;
}

function zsh(): string {
  const quote = (text: string) => text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''");
  const lines = flags().map((flag) => {
    const { option, long } = flag;
    const help = long.startsWith('--no-') && option.no === 'also' ? `the opposite of --${option.name}` : option.help;
    const words = wordsOf(option);
    const action = words ? `(${words.join(' ')})` : option.path ? '_files' : '';
    const value = takesValue(flag) ? `:${option.value?.toLowerCase().replaceAll('/', ' ')}:${action}` : '';
    return `    '${option.repeat ? '*' : ''}${long}[${quote(help)}]${value}'`;
  });
  const described = COMMANDS.map(([name, help]) => `    '${name}:${quote(help)}'`);
  const cases = COMMANDS.filter(([, , words]) => words.length > 0).map(
    ([name, , words]) => `    ${name}) (( CURRENT == 3 )) && compadd -- ${words.join(' ')}; return ;;`,
  );
  return `#compdef article-clean
# zsh completion for article-clean: save it as _article-clean in a folder of $fpath
_article-clean() {
  local -a commands flags
  commands=(
${described.join('\n')}
  )
  flags=(
${lines.join('\n')}
    '(- *)--help[show help]'
    '(- *)--version[show the version]'
  )
  case \${words[2]} in
${cases.join('\n')}
  esac
  (( CURRENT == 2 )) && [[ \${words[2]} != -* ]] && _describe command commands
  _arguments -s $flags '*:input:_files'
}
if [[ $funcstack[1] == _article-clean ]]; then _article-clean "$@"; else compdef _article-clean article-clean; fi
`;
}

function fish(): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = flags().map((flag) => {
    const { option, long } = flag;
    const short = option.short && !long.startsWith('--no-') ? ` -s ${option.short}` : '';
    const value = takesValue(flag) ? (option.path ? ' -r -F' : ' -x') : '';
    const words = wordsOf(option);
    const offered = words && value ? ` -a ${quote(words.join(' '))}` : '';
    return `complete -c article-clean -l ${long.slice(2)}${short}${value}${offered} -d ${quote(option.help)}`;
  });
  const commands = COMMANDS.flatMap(([name, help, words]) => [
    `complete -c article-clean -n __fish_is_first_arg -a ${name} -d ${quote(help)}`,
    ...(words.length > 0
      ? [`complete -c article-clean -f -n '__fish_seen_subcommand_from ${name}' -a ${quote(words.join(' '))}`]
      : []),
  ]);
  return `# fish completion for article-clean: article-clean completion fish | source
${[...commands, ...lines].join('\n')}
`;
}

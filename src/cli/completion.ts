/** `completion`: scripts for shells, from the table of options. */
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { type Option, TABLE } from '../options.js';

const COMMANDS = ['convert', 'report', 'rules', 'init', 'completion'];
const SHELLS: Readonly<Record<string, () => string>> = { bash, zsh, fish };

/**
 * The script for a shell.
 * @throws {UsageError} for a shell that is not known
 */
export function completionFor(shell: string | undefined): string {
  const script = shell === undefined ? undefined : SHELLS[shell];
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
  return TABLE.flatMap((option) => [
    ...(option.no === 'only' ? [] : [{ option, long: `--${option.name}` }]),
    ...(option.no ? [{ option, long: `--no-${option.name}` }] : []),
  ]);
}

function takesValue({ option, long }: Flag): boolean {
  return option.value !== undefined && !option.value.startsWith('[') && !long.startsWith('--no-');
}

function bash(): string {
  const cases = TABLE.filter((option) => option.words && !option.value?.startsWith('[')).map((option) => {
    const names = [option.short && `-${option.short}`, `--${option.name}`].filter(Boolean).join('|');
    return `    ${names}) COMPREPLY=($(compgen -W '${option.words?.join(' ')}' -- "$word")); return ;;`;
  });
  const longs = [...flags().map(({ long }) => long), '--help', '--version'];
  return `# bash completion for article-clean: source <(article-clean completion bash)
_article_clean() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  case $before in
${cases.join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W '${longs.join(' ')}' -- "$word"))
  elif (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W '${COMMANDS.join(' ')}' -- "$word") $(compgen -f -- "$word"))
  fi
}
complete -o default -o filenames -F _article_clean article-clean
`;
}

function zsh(): string {
  const quote = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:\\]/g, '\\$&');
  const lines = flags().map((flag) => {
    const { option, long } = flag;
    const help = long.startsWith('--no-') && option.no === 'also' ? `the opposite of --${option.name}` : option.help;
    const action = option.words ? `(${option.words.join(' ')})` : option.path ? '_files' : '';
    const value = takesValue(flag) ? `:${option.value?.toLowerCase().replaceAll('/', ' ')}:${action}` : '';
    const repeat = option.repeat ? '*' : '';
    return `  '${repeat}${long}[${quote(help)}]${value}'`;
  });
  return `#compdef article-clean
# zsh completion for article-clean: save it as _article-clean in a folder of $fpath
_arguments -s \\
${lines.join(' \\\n')} \\
  '(- *)--help[show help]' \\
  '(- *)--version[show the version]' \\
  '1:command or input:{_alternative "commands:command:(${COMMANDS.join(' ')})" "files:input:_files"}' \\
  '*:input:_files'
`;
}

function fish(): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = flags().map((flag) => {
    const { option, long } = flag;
    const short = option.short && !long.startsWith('--no-') ? ` -s ${option.short}` : '';
    const value = takesValue(flag) ? (option.path ? ' -r -F' : ' -x') : '';
    const words = option.words && value ? ` -a ${quote(option.words.join(' '))}` : '';
    return `complete -c article-clean -l ${long.slice(2)}${short}${value}${words} -d ${quote(option.help)}`;
  });
  return `# fish completion for article-clean: article-clean completion fish | source
complete -c article-clean -n __fish_is_first_arg -a ${quote(COMMANDS.join(' '))}
${lines.join('\n')}
`;
}

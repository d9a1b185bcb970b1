/** Texts that help shows beside the options, in at most 80 columns. */
export const PURPOSE = 'Turns archived articles into clean Markdown, text or JSON.';

export const EXAMPLES = `  article-clean post.html                      one article, to stdout
  article-clean posts -o clean                 a folder, into a mirrored tree
  article-clean 'posts/**/*.html' -f md,json -o clean
  cat post.html | article-clean -f text        through a pipe
  article-clean posts -f ndjson | jq .title    one JSON object a line
  article-clean post.html -n --diff            what would go, and by which rule
  article-clean report posts -o report.html    a page to look at`;

export const STATUSES = `Exit status:
  0  all converted; warnings are allowed
  1  an article failed, an argument matched nothing, or --check found a change
  2  wrong usage or configuration
  130, 143  ended by a signal`;

/** The other commands, as --help lists them. */
export const COMMANDS = `  report INPUTS -o PAGE   one page that shows what was removed, and why
  learn INPUTS -o RULES   propose rules for what an archive repeats; apply none
  rules [name]            list the rules, or explain one
  init                    write a commented article-clean.config.yaml
  completion SHELL        print completion for bash, zsh or fish
  help [command]          what a command does`;

export const SHORT = `${PURPOSE}

Usage: article-clean [inputs...] [options]

${EXAMPLES}

Other commands:
${COMMANDS}

article-clean --help shows all options.
`;

/** What comes before the options of `report`. */
export const REPORT_PURPOSE = `Writes one page to look at: what was removed from each article, by which rule,
beside the result. It needs no network and runs nothing of the articles.

  article-clean report posts -o report.html
  article-clean report 'posts/**/*.html' --limit 1000 -o report.html
  article-clean report posts --skip share-bar -o - > report.html`;

/** What comes before the options of `learn`. */
export const LEARN_PURPOSE = `Finds what many articles of a source repeat and no rule takes, and writes it as
rules with samples, counts and a grade. All are off until you switch them on.

  article-clean learn posts -o rules.yaml
  article-clean posts -o clean/ --rules rules.yaml
  article-clean learn posts --shard 1/4 -o counts/1.ndjson
  article-clean learn --from 'counts/*.ndjson' -o rules.yaml`;

/** Help of each other command. */
export const COMMAND_HELP: Readonly<Record<string, string>> = {
  rules: `Usage: article-clean rules [name]

Lists the cleaning rules, or shows one with its reason, its examples and what it
leaves alone.

  article-clean rules                          all of them, by group
  article-clean rules qr-code                  one, with examples
  article-clean posts -o clean --skip qr-code  without it

Rules of your own go into article-clean.config.yaml; article-clean init writes
one that shows how.`,
  init: `Usage: article-clean init

Writes article-clean.config.yaml into this folder, every option in it as a
comment. It holds for this folder and the folders below it, up to where another
one is. article-clean --print-config shows what is in force, and from where.`,
  completion: `Usage: article-clean completion bash|zsh|fish

Prints a completion script for a shell.

  bash  source <(article-clean completion bash)        in ~/.bashrc
  zsh   article-clean completion zsh > _article-clean  in a folder of $fpath
  fish  article-clean completion fish | source         in config.fish`,
};

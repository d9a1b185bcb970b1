/** Texts that help shows beside the options. */
export const PURPOSE = 'Turns archived articles into clean Markdown, text or JSON.';

export const EXAMPLES = `  article-clean post.html                      one article, to stdout
  article-clean posts -o clean                 a folder, into a mirrored tree
  article-clean 'posts/**/*.html' -f md,json -o clean
  cat post.html | article-clean -f text        through a pipe
  article-clean posts -f ndjson | jq .title    one JSON object a line
  article-clean posts -o clean --explain       what was removed, and why`;

export const STATUSES = `Exit status:
  0  all converted; warnings are allowed
  1  an article failed, an argument matched nothing, or --check found a change
  2  wrong usage or configuration
  130, 143  ended by a signal`;

export const SHORT = `${PURPOSE}

Usage: article-clean [inputs...] [options]

${EXAMPLES}

article-clean --help shows all options.
`;

/** The other commands, as --help lists them. */
export const COMMANDS = `  report INPUTS -o PAGE   one page that shows what was removed, and why
  rules [name]            list the rules, or explain one
  init                    write a commented article-clean.config.yaml
  completion SHELL        print completion for bash, zsh or fish`;

/** Help of each other command. */
export const COMMAND_HELP: Readonly<Record<string, string>> = {
  report: `Usage: article-clean report INPUTS... -o report.html [--limit N] [options]

Writes one page to look at: what was removed from each article, by which rule,
beside the result. --limit says how many articles are shown side by side
(default 200); the table holds all. Takes the input and cleaning options of
convert.`,
  rules: `Usage: article-clean rules [name]

Lists the cleaning rules, or shows one with its reason, its examples and what it leaves alone.`,
  init: `Usage: article-clean init

Writes article-clean.config.yaml into this folder, every option in it as a comment.`,
  completion: `Usage: article-clean completion bash|zsh|fish

Prints a completion script. For bash: source <(article-clean completion bash)`,
};

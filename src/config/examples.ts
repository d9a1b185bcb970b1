/** The examples of a user's rules, tried when a config file is read: a rule that does not do what it says never runs. */
import { parseHtml } from '../body/html.js';
import { bareContext } from '../clean/context.js';
import { Edits } from '../clean/edits.js';
import { clean } from '../clean/engine.js';
import type { Rule } from '../clean/rule.js';
import { UsageError } from '../errors.js';
import { writeMarkdown } from '../write/markdown/index.js';

/**
 * Tries one example of a rule.
 * @throws {UsageError} where cleaned `before` does not show what `after` shows
 */
export function tryExample(rule: Rule, before: string, after: string): void {
  const cleaned = markdownOf(before, [rule]);
  const wanted = markdownOf(after, []);
  if (cleaned === wanted) return;
  const show = (markdown: string): string => JSON.stringify(markdown);
  throw new UsageError(
    `rule "${rule.name}": its example shows ${show(cleaned)}, not ${show(wanted)}`,
    'change the rule or the example',
  );
}

function markdownOf(html: string, rules: readonly Rule[]): string {
  const { root } = parseHtml(html);
  const edits = new Edits(html);
  clean(root, rules, edits, bareContext(root, html, edits));
  return writeMarkdown(root);
}

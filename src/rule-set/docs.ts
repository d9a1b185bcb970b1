/** The page of all rules, made from the rules themselves. */
import type { Described, Group } from '../clean/rule.js';
import { described } from './list.js';

/** The groups in the order in which a reader meets them. */
export const groups: readonly (readonly [Group, string])[] = [
  ['page', 'Full pages'],
  ['code', 'Code that is not text'],
  ['links', 'Links'],
  ['images', 'Images'],
  ['promotion', 'QR codes and promotion'],
  ['credits', 'Credits'],
  ['leftovers', 'Leftovers'],
  ['site', 'Single sites'],
];

function section(rule: Described): string {
  const lines = [`### ${rule.name}`, '', rule.why];
  if (rule.site) lines.push('', `Only on ${rule.site}.`);
  for (const { title, before, after } of rule.examples) {
    lines.push('', `*${title}*`, '', '```html', before, '```', '', 'becomes', '', '```html', after, '```');
  }
  lines.push('', 'Stays:', '', ...rule.keeps.map(({ title, html }) => `- ${title}: ${codeSpan(html)}`));
  return lines.join('\n');
}

/** Backticks inside need longer ones outside. */
function codeSpan(text: string): string {
  const line = text.replace(/\n/g, ' ');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** `docs/rules.md`: every rule with its reason, examples and near misses. */
export function rulesPage(): string {
  const parts = [
    '# Rules',
    'Written from the rules by `npm run docs`: change the rule, not this page. A rule is switched off with `--skip NAME`; `--explain` shows what each one did.',
  ];
  for (const [group, title] of groups) {
    const inGroup = described.filter((rule) => rule.group === group);
    if (inGroup.length > 0) parts.push(`## ${title}`, ...inGroup.map(section));
  }
  return `${parts.join('\n\n')}\n`;
}

/** Proposals as a file of rules in the config's own form, each one off. */
import { stringify } from 'yaml';
import type { RuleDefinition } from '../types.js';
import type { Proposal } from './propose.js';

/** The first line: by it the tool knows its own file. */
export const FIRST_LINE = '# Rules that article-clean learn proposes';

/** What more sources repeat belongs to none of them. */
const MOST_FOLDERS = 5;

/** UTF-16 units of a sample. */
const SAMPLE = 200;

/** @param articles read in all */
export function rulesFile(proposals: readonly Proposal[], articles: number): string {
  const head = `${FIRST_LINE} for ${articles} articles.
# None of them runs: read the samples, write "enabled: true" where one is right, and use the file with
# --rules FILE, or "rules: !include FILE" in article-clean.config.yaml.
`;
  if (proposals.length === 0) return `${head}[]\n`;
  return `${head}\n${proposals.map((one) => stringify([ruleOf(one)], { lineWidth: 0 })).join('\n')}`;
}

/** The rule of a proposal. */
export function ruleOf(proposal: Proposal): RuleDefinition {
  const { candidate, grade, reason, source, share } = proposal;
  const { seen } = candidate;
  return {
    name: candidate.name,
    enabled: false,
    why: `${seen.articles} articles repeat it.`,
    ...matcherOf(proposal),
    ...foldersOf(proposal),
    learned: {
      grade,
      reason,
      articles: seen.articles,
      source,
      share: Math.round(share * 1000) / 1000,
      first: seen.first,
      last: seen.last,
      characters: seen.characters,
      samples: seen.samples.values.map(shown),
      nearMisses: seen.nearMisses.values.map(shown),
    },
  };
}

function matcherOf({ candidate }: Proposal): Partial<RuleDefinition> {
  const { kind, shape, source, seen } = candidate;
  if (kind === 'box') return { selector: shape };
  if (kind === 'image' || kind === 'album') return { image: source };
  if (kind === 'target') return { link: source };
  const link = kind === 'frame' || kind === 'label' ? { link: '.' } : {};
  return { line: source, ...link, ...placeOf(seen) };
}

/** What one blog repeats is nothing to the others: the rule runs in the folders in which it was seen. */
function foldersOf({ candidate: { seen } }: Proposal): Pick<RuleDefinition, 'in'> {
  const folders = [...seen.folders].sort();
  // A source that is no folder of the archive cannot be told by a path.
  if (folders.length < seen.sources.size || folders.length > MOST_FOLDERS) return {};
  const [only = ''] = folders;
  return { in: folders.length === 1 ? only : folders };
}

/** A line that always stands near one end is looked for there only. */
function placeOf(seen: Proposal['candidate']['seen']): Partial<RuleDefinition> {
  if (seen.nearTail === seen.occurrences) return { place: 'tail' };
  return seen.nearHead === seen.occurrences ? { place: 'head' } : {};
}

function shown({ path, text }: { path: string; text: string }): { path: string; text: string } {
  return { path, text: text.length > SAMPLE ? `${text.slice(0, SAMPLE).toWellFormed()}…` : text };
}

/** Whether a file is one of ours in which nobody has switched a rule on. */
export function isUntouched(text: string): boolean {
  return text.startsWith(FIRST_LINE) && !/^ +enabled: true/m.test(text);
}

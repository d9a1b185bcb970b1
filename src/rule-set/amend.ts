/** What a definition says besides what it matches: where it runs, and what stays all the same. */
import { shapeOf } from '../clean/shape.js';
import type { Like, RuleDefinition } from '../types.js';

/** A definition that matches nothing of its own and says what another rule leaves. */
export type Amendment = RuleDefinition & { unless: Like };

const MATCHERS = ['selector', 'text', 'line', 'image', 'link'] as const;

export function isAmendment(definition: RuleDefinition): definition is Amendment {
  return typeof definition.unless === 'object' && MATCHERS.every((key) => definition[key] === undefined);
}

/** The shapes that `unless: { like: TEXT }` spares. */
export function shapesOf(unless: RuleDefinition['unless']): string[] {
  return typeof unless === 'object' ? [unless.like].flat().map(shapeOf) : [];
}

/** Whether an article lies in one of the folders that a definition names. @param source its path below the base */
export function isIn({ in: folders }: RuleDefinition, source: string): boolean {
  if (folders === undefined) return true;
  const path = `/${source}`;
  return [folders].flat().some((folder) => path.includes(`/${folder.replace(/^[./]+|\/+$/g, '')}/`));
}

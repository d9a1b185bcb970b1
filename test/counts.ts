/**
 * How often a test tries something generated, or a moment that cannot be chosen. `npm test` tries few, so that it ends
 * within three minutes; `npm run check` tries all.
 */
export function tries(few: number, all: number): number {
  return process.env.TEST_COUNTS === 'all' ? all : few;
}

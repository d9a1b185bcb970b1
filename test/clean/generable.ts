/** Patterns of rules as fast-check can write strings for them. */

/** A look ahead, with one group in it at most on each level. Example: `(?!a(?:b|c))`. */
const lookAhead = /\(\?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** Without word borders and looks ahead: those only narrow what a pattern matches. */
export const generable = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source.replaceAll('\\b', '').replaceAll(lookAhead, ''));

/**
 * The built-in rules, in the order in which they run. Order is a decision: code and comments go first, so that later
 * rules see only what a reader sees; then what is noise by itself; then what is noise by its place at head or tail;
 * wrappers and empty blocks last. A new rule is one file and one line here.
 */
import type { Rule } from '../clean/rule.js';
import { comment } from './comment.js';
import { script } from './script.js';

export const rules: readonly Rule[] = [script, comment];

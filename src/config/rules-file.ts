/** A file of rules beside the config: `--rules FILE`, or `rules: !include FILE` in it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { UsageError } from '../errors.js';
import { reasonOf } from '../input/reason.js';
import { escapeControls } from '../report/message.js';
import type { RuleDefinition } from '../types.js';
import { readRules } from './rules.js';

/**
 * Reads a file of rules: a list, or a map with the key `rules`.
 * @param shown the path as messages write it
 * @param others rules that are there already: names differ
 * @throws {UsageError} with the line of the first mistake
 */
export function readRulesFile(path: string, shown: string, others: readonly RuleDefinition[]): RuleDefinition[] {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${escapeControls(shown)} cannot be read: ${reasonOf(error)}`, 'check the name of the file');
  }
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const wrong = (line: number, what: string, hint: string) =>
    new UsageError(`${escapeControls(shown)}:${line}: ${what}`, hint);
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const what = `this is no valid YAML: ${escapeControls(error.message)}`;
    throw wrong(lineAt(error.pos[0]), what, 'check quotes, brackets and indents');
  }
  const { contents } = document;
  if (contents === null) return [];
  const list = isMap(contents) ? contents.get('rules', true) : contents;
  const fail = (at: unknown, what: string, hint: string) =>
    wrong(lineAt((at as Node | null | undefined)?.range?.[0] ?? 0), what, hint);
  return readRules(list, fail, others);
}

/** The rules of the files that `--rules` names. */
export function readRulesFiles(files: readonly string[], cwd: string): RuleDefinition[] {
  const all: RuleDefinition[] = [];
  for (const file of files) all.push(...readRulesFile(resolve(cwd, file), file, all));
  return all;
}

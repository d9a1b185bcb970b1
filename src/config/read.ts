/** Reads a config file against the table of options. YAML (so JSON too), and never code. */
import { dirname, resolve } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { type Option, TABLE } from '../options/table.js';
import { escapeControls } from '../report/message.js';
import { isAllowed } from './allowed.js';
import type { ConfigFile } from './find.js';
import { readRules } from './rules.js';

/**
 * The settings in a config file, by the keys of the settings.
 * @throws {UsageError} with the line of the first mistake, and what was probably meant
 */
export function readConfig({ path, text }: ConfigFile): Record<string, unknown> {
  const counter = new LineCounter();
  const lineOf = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const wrong = (line: number, what: string, hint = '') => new UsageError(`${path}:${line}: ${what}`, hint);
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw wrong(counter.linePos(error.pos[0]).line, `this is no valid YAML: ${escapeControls(error.message)}`);
  const { contents } = document;
  if (contents === null) return {};
  if (!isMap(contents))
    throw wrong(lineOf(contents), 'a config is a list of "option: value" lines', 'article-clean init writes one');
  const settings: Record<string, unknown> = {};
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name === 'rules') {
      settings.rules = readRules(value, (at, what, hint) => wrong(lineOf(at ?? key), what, hint));
      continue;
    }
    const option = TABLE.find((one) => one.name === name);
    if (!option) {
      const guess = nearest(
        name,
        TABLE.filter(isAllowed).map((one) => one.name),
      );
      throw wrong(
        lineOf(key),
        `there is no option "${name}"`,
        guess ? `did you mean "${guess}"?` : 'article-clean init shows all',
      );
    }
    if (!isAllowed(option)) throw wrong(lineOf(key), `"${name}" speaks of one run`, `give it as --${name}`);
    if (value === null || (isScalar(value) && value.value === null)) continue;
    try {
      const read = settingOf(option, value);
      settings[option.key] = option.path ? fromFolder(read as string, dirname(path)) : read;
    } catch (mistake) {
      if (!(mistake instanceof UsageError)) throw mistake;
      throw wrong(lineOf(value), `${name}: ${mistake.message}`, mistake.hint);
    }
  }
  return settings;
}

function settingOf(option: Option, node: unknown): unknown {
  if (!option.value) {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    throw new UsageError('this is neither true nor false', '');
  }
  const { read = String } = option;
  const texts = isSeq(node) ? node.items.map(textOf) : [textOf(node)];
  if (option.repeat) return texts.map((text) => read(text));
  if (texts.length > 1 && option.name !== 'format' && option.name !== 'ext') {
    throw new UsageError('this takes one value, not a list', '');
  }
  return read(texts.join(','));
}

function textOf(node: unknown): string {
  if (isScalar(node) && ['string', 'number', 'boolean'].includes(typeof node.value)) {
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }
  throw new UsageError('this is no plain value', 'write a word, a number or a text in quotes');
}

/** A path in a config counts from the config's folder. */
function fromFolder(path: string, folder: string): string {
  if (path === '-') return path;
  return resolve(folder, path) + (path.endsWith('/') ? '/' : '');
}

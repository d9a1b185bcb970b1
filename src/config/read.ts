/** Reads a config file against the table of options. YAML (so JSON too), and never code. */
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { UsageError, UsageErrors } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Option } from '../options/row.js';
import { type KeyedOption, type Settings, TABLE } from '../options/table.js';
import { escapeControls } from '../report/message.js';
import { described as builtIn } from '../rule-set/list.js';
import type { RuleDefinition } from '../types.js';
import { isAllowed } from './allowed.js';
import type { ConfigFile } from './find.js';
import { checkName } from './names.js';
import { readRules } from './rules.js';
import { readRulesFile } from './rules-file.js';

/** What a config file sets, by the keys of the settings, and the line of each. */
export interface Config {
  settings: Partial<Settings>;
  lines: ReadonlyMap<string, number>;
}

/**
 * Reads a config file.
 * @param others rules of other files, that rules of the config may amend, and names in it may mean
 * @throws {UsageError} with the line of each mistake, and what was probably meant
 */
export function readConfig({ path, shown, text }: ConfigFile, others: readonly RuleDefinition[] = []): Config {
  const counter = new LineCounter();
  const lineOf = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const wrong = (line: number, what: string, hint = '') => new UsageError(`${shown}:${line}: ${what}`, hint);
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error)
    throw wrong(
      counter.linePos(error.pos[0]).line,
      `this is no valid YAML: ${escapeControls(error.message)}`,
      'check quotes, brackets and indents',
    );
  const { contents } = document;
  const settings: Partial<Settings> = {};
  const lines = new Map<string, number>();
  if (contents === null) return { settings, lines };
  if (!isMap(contents))
    throw wrong(lineOf(contents), 'a config is a list of "option: value" lines', 'article-clean init writes one');
  const mistakes: UsageError[] = [];
  const noting = (read: () => void) => {
    try {
      read();
    } catch (mistake) {
      if (!(mistake instanceof UsageError)) throw mistake;
      mistakes.push(mistake);
    }
  };
  const include = (name: string, before: readonly RuleDefinition[]) =>
    readRulesFile(resolve(dirname(path), name), shownBeside(shown, name), before);
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const isEmpty = value === null || (isScalar(value) && value.value === null);
    noting(() => {
      if (name === 'rules') {
        if (isEmpty) return;
        settings.rules = readRules(value, (at, what, hint) => wrong(lineOf(at ?? key), what, hint), others, include);
        lines.set(name, lineOf(key));
        return;
      }
      const option = optionOf(name, (what, hint) => wrong(lineOf(key), what, hint));
      if (isEmpty) return;
      lines.set(option.key, lineOf(key));
      try {
        const read = settingOf(option, value);
        // Its row says that the value is of this type.
        Object.assign(settings, { [option.key]: option.path ? fromFolder(read as string, dirname(path)) : read });
      } catch (mistake) {
        if (!(mistake instanceof UsageError)) throw mistake;
        throw wrong(lineOf(value), `${name}: ${mistake.message}`, mistake.hint);
      }
    });
  }
  const own = [...(settings.rules ?? []), ...others];
  const names = new Set([...builtIn, ...own].map((rule) => rule.name).concat('drop'));
  for (const { key, value } of contents.items) {
    for (const item of isSeq(value) ? value.items : [value]) {
      if (!isScalar(item) || item.value === null) continue;
      noting(() => {
        try {
          checkName(String(key), textOf(item), names);
        } catch (mistake) {
          if (!(mistake instanceof UsageError)) throw mistake;
          throw wrong(lineOf(item), `${key}: ${mistake.message}`, mistake.hint);
        }
      });
    }
  }
  if (mistakes.length > 0) throw mistakes.length === 1 ? mistakes[0] : new UsageErrors(mistakes);
  return { settings, lines };
}

/** The name of a file that a config includes, as a person would write it. */
function shownBeside(config: string, name: string): string {
  return isAbsolute(name) ? name : join(dirname(config), name);
}

/** The option that a key means. */
function optionOf(name: string, wrong: (what: string, hint: string) => UsageError): KeyedOption {
  const option = TABLE.find((one) => one.name === name);
  if (!option) {
    const known = ['rules', ...TABLE.filter(isAllowed).map((one) => one.name)];
    const guess = nearest(name, known);
    throw wrong(`there is no option "${name}"`, guess ? `did you mean "${guess}"?` : 'article-clean init shows all');
  }
  if (!isAllowed(option)) throw wrong(`"${name}" speaks of one run`, `give it as --${name}`);
  return option;
}

function settingOf(option: Option, node: unknown): unknown {
  const { kind } = option;
  if (!kind) {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    throw new UsageError('this is neither true nor false', 'write one of them');
  }
  const texts = isSeq(node) ? node.items.map(textOf) : [textOf(node)];
  if (option.repeat) return texts.map((text) => kind.read(text));
  if (isSeq(node) && option.name !== 'format' && option.name !== 'ext') {
    throw new UsageError('this takes one value, not a list', 'write it without brackets');
  }
  return kind.read(texts.join(','));
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

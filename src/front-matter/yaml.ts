/**
 * YAML as an archive needs it: scalars keep their text, tags of other programs are looked through, nothing is made
 * a `Date`. js-yaml 5 with tags of our own.
 */
import {
  boolCoreTag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  FAILSAFE_SCHEMA,
  load,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  YAMLException,
} from 'js-yaml';
import { exactNumber } from './numbers.js';
import { readSimpleYaml } from './simple-yaml.js';

const standard = 'tag:yaml.org,2002:';
const loadOnly = () => false;

const exact = defineScalarTag(`${standard}int`, {
  implicit: true,
  implicitFirstChars: [...'-0123456789'],
  resolve: (source, isExplicit) => exactNumber(source) ?? (isExplicit ? source : NOT_RESOLVED),
  identify: loadOnly,
});

/** jekyll-import writes text with high bytes as `!binary`. */
const binary = (name: string) =>
  defineScalarTag(name, { resolve: (source) => base64Text(source) ?? source, identify: loadOnly });

/** Any other tag (`!ruby/object:Foo`, `!!python/name:x`, `!!timestamp`) is a word about the value, not the value. */
const lookThrough = ['!', standard].flatMap((tagName) => [
  defineScalarTag(tagName, { matchByTagPrefix: true, resolve: (source) => source, identify: loadOnly }),
  defineSequenceTag(tagName, {
    matchByTagPrefix: true,
    create: (): unknown[] => [],
    addItem: (items, item) => {
      items.push(item);
    },
    identify: loadOnly,
  }),
  defineMappingTag(tagName, {
    matchByTagPrefix: true,
    create: (name) => mapTag.create(name),
    addPair: mapTag.addPair,
    has: mapTag.has,
    keys: mapTag.keys,
    get: mapTag.get,
    identify: loadOnly,
  }),
]);

const schema = FAILSAFE_SCHEMA.withTags(
  nullCoreTag,
  boolCoreTag,
  mergeTag,
  exact,
  binary(`${standard}binary`),
  binary('!binary'),
  ...lookThrough,
);

/** A syntax error with its place in the block, line and column from 0. */
export class BlockError extends Error {
  override name = 'BlockError';
  constructor(
    reason: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(reason);
  }
}

/**
 * @param block YAML without its fences
 * @param lenient lets the last of two equal keys win, instead of refusing them
 * @throws BlockError where it is no YAML, or is nested deeper than 100 levels, or merges (`<<`) more than 1,000 keys
 */
export function parseYaml(block: string, lenient = false): unknown {
  return readSimpleYaml(block) ?? parseAnyYaml(block, lenient);
}

/** `parseYaml` by js-yaml alone. */
export function parseAnyYaml(block: string, lenient = false): unknown {
  try {
    return load(block, { schema, json: lenient, maxDepth: 100, maxTotalMergeKeys: 1000 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw new BlockError('it cannot be read', 0, 0);
    // An empty document, or comments alone.
    if (error.mark === undefined) return null;
    throw new BlockError(error.reason, error.mark.line, error.mark.column);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function base64Text(source: string): string | null {
  try {
    return utf8.decode(Buffer.from(source, 'base64'));
  } catch {
    return null;
  }
}

/** Every character below U+0100, at least one above U+007F: UTF-8 bytes written one by one as `\xE5\x9C\xA8`. */
const byteEscapes = /^[\0-\x7f]*[\x80-\xff][\0-\xff]*$/;

/** Text whose characters are the bytes of UTF-8, as old Ruby wrote it, becomes what those bytes say. */
export function readByteEscapes(text: string): string {
  if (!byteEscapes.test(text)) return text;
  try {
    return utf8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

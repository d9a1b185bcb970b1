// Whatever stands at the start of a file: nothing throws, nothing is lost, the same is read again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { frontMatterMetadata, mergeMetadata } from '../../src/front-matter/metadata.js';
import { normalizeFrontMatter } from '../../src/front-matter/normalize.js';
import { splitFrontMatter } from '../../src/front-matter/split.js';
import { decodeString } from '../../src/input/decode.js';

const pieces = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '---\n',
        '---',
        '+++\n',
        ';;;\n',
        '...\n',
        '{',
        '}',
        '{"title": "x"}\n',
        '"',
        "'",
        '"""',
        "'''",
        '\n',
        '\n\n',
        ' ',
        '\t',
        '  ',
      ],
      ...[
        'title: ',
        'date: ',
        'tags:\n',
        '- ',
        'title = ',
        '"title": ',
        'author:\n  name: ',
        '[',
        ']',
        ', ',
        '= ',
        ': ',
        '#',
        '&a ',
        '*a',
      ],
      ...[
        '<<: *a',
        '!!binary ',
        '|\n',
        '>\n',
        '2013-01-01',
        '0123',
        '1.0',
        'true',
        '~',
        '一段',
        '<p>',
        '\\',
        '\\x',
        '\u0001',
        '\u{1f600}',
      ],
      ...[
        '__proto__: ',
        'constructor: ',
        '<script>',
        '&amp;',
        '@',
        '`',
        '%',
        '\r\n',
        '\r',
        '\ufeff',
        '\u0000',
        '\ud800',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const starts = fc.constantFrom(
  '---\n',
  '---\ntitle: a\n',
  '+++\n',
  '{"a": ',
  ';;;\n',
  '',
  '\n---\n',
  '---\ntitle: a: b\n',
);
const ends = fc.constantFrom('', '\n---\nbody', '\n+++\n', '\n;;;\n', '\n}\nbody', '\n...\nb\n---\n');

test('any text', () => {
  let blocks = 0;
  const none = { authors: [], editors: [], publisher: null, url: null };
  const merged = (data: Record<string, unknown>) =>
    mergeMetadata({ frontMatter: frontMatterMetadata(data), page: { metadata: {}, from: {} }, credits: none }).metadata;
  fc.assert(
    fc.property(starts, fc.array(pieces, { maxLength: 14 }), ends, (start, parts, end) => {
      const { text } = decodeString(start + parts.join('') + end);
      const { frontMatter, body, bodyOffset, warnings } = splitFrontMatter(text);
      assert.equal(text.slice(bodyOffset), body);
      assert.ok(warnings.length <= 2);
      if (frontMatter === null) assert.equal(bodyOffset, 0);
      else {
        blocks++;
        assert.equal(
          text
            .slice(0, bodyOffset)
            .replace(/^[ \t\n\ufeff]+/, '')
            .trimEnd(),
          frontMatter.raw.trimEnd(),
        );
        const again = splitFrontMatter(frontMatter.raw + body);
        assert.deepEqual([again.frontMatter, again.body], [frontMatter, body]);
        const normal = normalizeFrontMatter(merged(frontMatter.data), frontMatter.data);
        const data = splitFrontMatter(normal).frontMatter?.data ?? {};
        assert.equal(normalizeFrontMatter(merged(data), data), normal);
      }
    }),
    { numRuns: 4000 },
  );
  assert.ok(blocks > 200, `${blocks} blocks`);
});

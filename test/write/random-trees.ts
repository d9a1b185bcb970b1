/** Random HTML of blocks, inlines, Chinese and Latin text, marks and blanks, well formed, for law 2. */
import fc from 'fast-check';

const word = fc.constantFrom(
  'a',
  'bc',
  'snake_case',
  '3*4',
  'C#',
  '城市',
  '“引”',
  '。',
  '，后',
  '（注）',
  '！',
  'x-y',
  '1.',
  '-',
  '+',
  '#',
  '>',
  '=',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '[x]',
  '(y)',
  '|',
  '\\',
  '&lt;b&gt;',
  '&amp;amp;',
  '&lt;',
  '!',
  ':',
  'www.a.example',
  'http://a.example/b_c',
  'é',
  '2014)',
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ', ' ', '\n')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));

const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc
      .tuple(fc.constantFrom('em', 'strong', 'b', 'i', 'del', 'code'), tie('inline'))
      .map(([name, inner]) =>
        name === 'code' ? `<code>${inner.replace(/<[^>]*>/g, '')}</code>` : `<${name}>${inner}</${name}>`,
      ),
    fc.tuple(tie('inline'), tie('inline')).map(([one, two]) => one + two),
    fc
      .tuple(text, fc.constantFrom('u', 'https://a.example/b_(c)', '/d%20e', '#f'))
      .map(([inner, href]) => `<a href="${href}">${inner}</a>`),
    fc.constantFrom('<br>', '<img src="i.png" alt="alt">', '<span> </span>'),
  ),
}));

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    inline.map((inner) => `<p>${inner}</p>`),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inline)
      .map(([level, inner]) => `<h${level}>${inner.replaceAll('<br>', ' ')}</h${level}>`),
    fc
      .array(tie('blocks'), { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    fc
      .tuple(fc.constantFrom(1, 1, 7, 98), fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }))
      .map(([start, items]) => `<ol start="${start}">${items.map((item) => `<li>${item}</li>`).join('')}</ol>`),
    fc
      .array(inline, { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    tie('blocks').map((inner) => `<blockquote>${inner}</blockquote>`),
    text.map((inner) => `<pre><code>${inner}\n  x\n</code></pre>`),
    fc.constant('<hr>'),
    fc
      .tuple(inline, inline, text, text)
      .map(
        ([a, b, c, d]) =>
          `<table><tr><th>${a.replaceAll('<br>', ' ')}</th><th>${b.replaceAll('<br>', ' ')}</th></tr><tr><td>${c}</td><td>${d}</td></tr></table>`,
      ),
    tie('blocks').map((inner) => `<div>${inner}</div>`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n')),
}));

/** A body of one to four blocks. */
export const trees: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => blocks.join('\n'));

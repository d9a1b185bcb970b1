/** The hostile inputs of the reliability study, section 10, each for a number of repetitions. */

export type Generator<Input> = [name: string, make: (count: number) => Input, source?: string];

const repeated = (part: string): Generator<string> => [part, (count) => part.repeat(count)];
const inside = (name: string, open: string, part: string, close = ''): Generator<string> => [
  name,
  (count) => open + part.repeat(count) + close,
];
const numbered = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const tags =
  '<div> <b> <b·id=i><p> <p><font><i> <table><tr><td> <ul><li> <svg> <a> <a·href=x> <form> <template> <select> </p> </br> <!-- <![CDATA[ <a·b=" & &#x &amp < <script>'.split(
    ' ',
  );

/** Runs inside of a paragraph and of code. */
const runs: [name: string, part: string][] = [
  ['newline', '\n'],
  ['U+00A0', '\u00a0'],
  ['U+3000', '\u3000'],
  ['space', ' '],
  ['tab', '\t'],
  ['*', '*'],
  ['_', '_'],
  ['*a', '*a'],
  ['`', '`'],
  ['`a', '`a'],
  ['\\', '\\'],
  ['#', '#'],
  ['[', '['],
  ['](', ']('],
  ['![', '!['],
  ['|', '|'],
  ['<br>', '<br>'],
  ['zero-width', '\u200b'],
  ['combining marks', '\u0301'],
  ['RTL overrides', '\u202e'],
  ['{{', '{{'],
  ['{% a %}', '{% a %}'],
  ['[^1]', '[^1]'],
  ['$', '$'],
  ['[gallery]', '[gallery]'],
  ['编辑：', '编辑：'],
];

export const generators: Generator<string>[] = [
  ...tags.map((tag) => repeated(tag.replaceAll('·', ' '))),
  inside('nested lists around a word', '', '<ul><li>', 'a'),
  inside('nested quotes around a word', '', '<blockquote>', 'a'),
  inside('items below deep lists', '<ul><li>'.repeat(40), '<li>a'),
  ['</x> after n <div>', (count) => '<div>'.repeat(count) + '</x>'.repeat(count)],
  ...runs.map(([name, part]) => inside(`${name} in <p>`, '<p>a', part, 'b</p>')),
  ...runs.map(([name, part]) => inside(`${name} in <pre>`, '<pre>a', part, 'b</pre>')),
  ...runs.map(
    ([name, part]): Generator<string> => [
      `${name} in Markdown`,
      (count) => `# a\n\nb *c*\n\nd ${part.repeat(count)} e\n`,
      'a.md',
    ],
  ),
  ...[
    '- a\n',
    '> ',
    '> a\n',
    '1. a\n',
    '* ',
    '```\n',
    '<b>\n\n',
    '[a]: b\n',
    '| a | b |\n|-|-|\n',
    '[^1]: a\n',
    '\n---\n',
  ].map(
    (part): Generator<string> => [
      `${JSON.stringify(part)} as a Markdown body`,
      (count) => `# a\n\nb *c*\n\n${part.repeat(count)}`,
      'a.md',
    ],
  ),
  ['n attributes', (count) => `<p ${numbered(count, (index) => `a${index}=b `)}>x</p>`],
  inside('one long attribute', '<p title="', 'abc ', '">x</p>'),
  inside('a data: image', '<p>x<img src="data:image/png;base64,', 'QUJD', '"></p>'),
  inside('one long style', '<p style="', 'a:b;', '">x</p>'),
  inside('n class tokens', '<p class="', 'qr-code ', '">x</p>'),
  inside('one long word', '<p>', 'abcd', '</p>'),
  inside('one long address', '<a href="https://a.example/?', 'utm_x=1&', '">x</a>'),
  inside('a redirect in a redirect', '<a href="', 'https://l.example/go?url=', '">x</a>'),
  ...[
    '<!--',
    '<script>',
    '<style>',
    '<title>',
    '<textarea>',
    '<plaintext>',
    '<xmp>',
    '<noscript>',
    '<q>',
    '<iframe>',
  ].map((open): Generator<string> => inside(`unclosed ${open}`, `<p>a</p>${open}`, 'b <i>c</i>\n')),
  inside('rows', '<table>', '<tr><td>a<td>b', '</table>'),
  inside('text between cells', '<table><tr>', '<td>a</td>b', '</table>'),
  inside('credit lines', '', '<p>责任编辑：李四</p>'),
  inside('QR blocks', '', '<p>扫码关注</p><img src=qr.png>'),
  inside('image captions', '', '<figure><img src=a.png><figcaption>b</figcaption></figure>'),
  inside('keyword links', '', '<p>a <a href="https://n.example/tag/sun">sun</a> b</p>'),
  ['linked places', (count) => numbered(count, (index) => `<a href="#n${index}">x</a><p id="n${index}"></p>`)],
  [
    'footnotes',
    (count) =>
      numbered(count, (index) => `<p>a<sup id="r${index}"><a href="#f${index}">${index}</a></sup></p>`) +
      `<ol>${numbered(count, (index) => `<li id="f${index}">b <a href="#r${index}">↩</a></li>`)}</ol>`,
  ],
  inside('one long block of front matter', '---\ntitle: |\n', '  a line of text\n', '---\nbody\n'),
  ['n keys', (count) => `---\n${numbered(count, (index) => `key${index}: value\n`)}---\nbody\n`, 'a.md'],
  inside('n tags', '---\ntags:\n', '  - a tag\n', '---\nbody\n'),
  inside('a fence that never closes', '---\n', 'key: [a, b\n'),
  inside('carriage returns', '---\rtitle: x\r---\r', 'a\r'),
  inside('TOML with a long string', '+++\ntitle = """\n', 'a\n', '"""\n+++\nbody\n'),
  inside('TOML tables', '+++\n', '[[a]]\nb = 1\n', '+++\nbody\n'),
  inside('nested flow lists', '---\na: ', '[', '\n---\nbody\n'),
];

/** Bytes: each is read as far as its kind can be told. */
export const hostileBytes: Generator<Uint8Array>[] = [
  ['lone FF', (count) => Buffer.from('a\xff b'.repeat(count), 'latin1')],
  ['overlong UTF-8', (count) => Buffer.from('a\xc0\xaf '.repeat(count), 'latin1')],
  ['surrogates in UTF-8', (count) => Buffer.from('a\xed\xa0\x80 '.repeat(count), 'latin1')],
  ['GBK cut in a pair', (count) => Buffer.from(`${'\xd6\xd0\xce\xc4\xd6\xd0 '.repeat(count)}\xd6`, 'latin1')],
  ['UTF-7', (count) => Buffer.from('+AGE- b '.repeat(count))],
  ['an ISO-2022-JP escape left open', (count) => Buffer.from(`\x1b$B${'$3$s'.repeat(count)}`, 'latin1')],
  ['a BOM in the middle', (count) => Buffer.from(`a\ufeff`.repeat(count))],
  ['UTF-16', (count) => Buffer.from(`\ufeff<p>${'ab '.repeat(count)}`, 'utf16le')],
];

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ArticleError, UsageError } from '../../src/errors.js';
import { decode, decodeString } from '../../src/input/decode.js';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const codes = (warnings: readonly { code: string }[]): string[] => warnings.map(({ code }) => code);

/** Probes from the index tables of the WHATWG encoding standard: label, bytes, text. */
const probes: readonly (readonly [label: string, hex: string, text: string])[] = [
  ['windows-1252', '80', '€'],
  ['windows-1252', '93 94', '“”'],
  ['windows-1252', '96 97', '–—'],
  ['windows-1252', '85', '…'],
  ['latin1', '92', '’'],
  ['iso-8859-1', '99', '™'],
  ['ascii', '8c', 'Œ'],
  ['windows-1252', '81', '\u0081'],
  ['gbk', 'a2e3', '€'],
  ['gbk', '80', '€'],
  ['gb2312', 'a3a0', '\u3000'],
  ['gbk', 'd6d0 ced2', '中我'],
  ['gb2312', 'fe59', '\u9fb4'],
  ['gb18030', '8139 ee39', '\u3400'],
  ['gb18030', '9439 da33', '\u{1f4a9}'],
  ['gb18030', '8130 8130', '\u0080'],
  ['gb18030', 'a8bc', '\u1e3f'],
  ['big5', 'a440', '一'],
  ['big5', '8740', '\u43f0'],
  ['big5', '8862', '\u00ca\u0304'],
  ['big5', '88a3', '\u00ea\u0304'],
  ['big5', 'f9fe', '\uffed'],
  ['euc-kr', '8141', '\uac02'],
  ['ks_c_5601-1987', 'b0a1', '가'],
  ['shift_jis', '82a0', 'あ'],
  ['shift_jis', '8740', '①'],
  ['shift_jis', 'b1', 'ｱ'],
  ['windows-31j', 'fa40', 'ⅰ'],
  ['shift_jis', '817c', '\uff0d'],
  ['euc-jp', 'a4a2', 'あ'],
  ['euc-jp', '8eb1', 'ｱ'],
  ['euc-jp', '8fb0a1', '丂'],
  ['euc-jp', 'ada1', '①'],
  ['iso-2022-jp', '1b2442 2422 1b2842', 'あ'],
  ['koi8-r', 'f0d2c9', 'При'],
  ['koi8-u', 'a4', 'є'],
  ['windows-1251', 'cff0e8', 'При'],
  ['windows-1250', '9a', 'š'],
  ['windows-1253', 'e1', 'α'],
  ['windows-1254', 'fd', 'ı'],
  ['windows-1255', 'e0', 'א'],
  ['windows-1256', 'c7', 'ا'],
  ['windows-874', 'a1', 'ก'],
  ['iso-8859-2', 'b1', 'ą'],
  ['iso-8859-15', 'a4', '€'],
  ['ibm866', '80', 'А'],
  ['macintosh', '8a', 'ä'],
  ['utf-16le', '2d4e', '中'],
  ['utf-16be', '4e2d', '中'],
];

suite('byte probes', () => {
  for (const [label, hex, text] of probes) {
    test(`${label} ${hex}`, async () => {
      const decoded = await decode(bytes(hex), label);
      assert.equal(decoded.text, text);
      assert.equal(decoded.evidence, 'option');
      assert.deepEqual(decoded.warnings, []);
    });
  }
});

const chinese = '<p>北京的秋天是一年中最好的季节，天空很高，空气也很干净。</p>\n';

suite('the order of evidence', () => {
  test('byte order marks', async () => {
    const utf16 = Buffer.from(`\ufeff${chinese}`, 'utf16le');
    for (const [name, file] of [
      ['utf-8', Buffer.from(`\ufeff${chinese}`)],
      ['utf-16le', utf16],
      ['utf-16be', Buffer.from(utf16).swap16()],
    ] as const) {
      const decoded = await decode(file);
      assert.deepEqual(decoded, { text: chinese, encoding: name, evidence: 'bom', warnings: [] });
    }
  });

  test('UTF-16 without a mark', async () => {
    const file = Buffer.from(`<html>${chinese}`, 'utf16le');
    assert.deepEqual([(await decode(file)).text, (await decode(file)).encoding], [`<html>${chinese}`, 'utf-16le']);
    assert.deepEqual(
      [(await decode(file.swap16())).text, (await decode(file)).encoding],
      [`<html>${chinese}`, 'utf-16be'],
    );
  });

  test('strict UTF-8 is stronger than a declaration that lies', async () => {
    const decoded = await decode(Buffer.from(`<meta charset="gb2312">${chinese}`));
    assert.deepEqual([decoded.encoding, decoded.evidence, decoded.warnings], ['utf-8', 'utf-8', []]);
    assert.ok(decoded.text.endsWith(chinese));
  });

  test('only the first mark goes', async () => {
    assert.equal((await decode(Buffer.from('\ufeff\ufeffa'))).text, '\ufeffa');
    assert.equal(decodeString('\ufeff\ufeffa').text, '\ufeffa');
  });

  // "北京的秋天" in GB 18030
  const gb = bytes('b1b1 bea9 b5c4 c7ef ccec');
  const repeated = Buffer.concat(Array.from({ length: 20 }, () => Buffer.concat([gb, latin1('\n')])));

  test('a declared label, in every form', async () => {
    for (const declaration of [
      '<meta charset=gb2312>',
      '<meta charset="GBK" />',
      "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=gb2312'>",
      '<?xml version="1.0" encoding="gb18030"?>',
    ]) {
      const decoded = await decode(Buffer.concat([latin1(declaration), gb]));
      assert.equal(decoded.text, `${declaration}北京的秋天`);
      assert.deepEqual([decoded.encoding, decoded.evidence, decoded.warnings], ['gb18030', 'declared', []]);
    }
  });

  test('a label that lies is noticed', async () => {
    for (const label of ['utf-8', 'iso-8859-1', 'windows-1252', 'x-user-defined', 'nonsense']) {
      const decoded = await decode(Buffer.concat([latin1(`<meta charset="${label}">\n`), repeated]));
      assert.equal(decoded.encoding, 'gb18030', label);
      assert.ok(decoded.text.endsWith('北京的秋天\n'));
      assert.deepEqual(codes(decoded.warnings), ['wrong-encoding-label']);
    }
  });

  test('a UTF-16 label in bytes that can be read means UTF-8', async () => {
    const decoded = await decode(Buffer.from(`<meta charset="utf-16">${chinese}`));
    assert.equal(decoded.encoding, 'utf-8');
  });

  test('latin1 labelled utf-8', async () => {
    const text = 'Où est passé le café ? Déjà fermé, hélas. L’été a été très court cette année.\n'.replace('’', "'");
    const decoded = await decode(latin1(`<meta charset="utf-8">${text.repeat(20)}`));
    assert.equal(decoded.encoding, 'windows-1252');
    assert.ok(decoded.text.endsWith(text));
  });

  test('nothing declared: detected', async () => {
    const decoded = await decode(repeated);
    assert.deepEqual([decoded.encoding, decoded.evidence, decoded.warnings], ['gb18030', 'detected', []]);
  });

  test('ISO-2022-JP is ASCII bytes, and no UTF-8', async () => {
    const file = Buffer.concat([latin1('<p>'), bytes('1b2442 2422 2424 2426 1b2842'), latin1('</p>')]);
    assert.equal((await decode(file)).text, '<p>あいう</p>');
    assert.equal((await decode(file)).encoding, 'iso-2022-jp');
  });

  test('nothing known: windows-1252, with a warning', async () => {
    for (const text of ['café', 'Straße', 'naïve résumé']) {
      const decoded = await decode(latin1(text));
      assert.deepEqual([decoded.text, decoded.encoding, decoded.evidence], [text, 'windows-1252', 'fallback']);
      assert.deepEqual(codes(decoded.warnings), ['guessed-encoding']);
    }
  });

  test('damaged UTF-8 stays UTF-8, and says where', async () => {
    const file = Buffer.concat([
      Buffer.from(`${chinese}ab`),
      bytes('ff'),
      Buffer.from(`c${bytes('e4b8')}\n`),
      Buffer.from(chinese),
    ]);
    const decoded = await decode(file, 'utf-8');
    assert.equal(decoded.encoding, 'utf-8');
    assert.ok(decoded.text.startsWith(`${chinese}ab\ufffdc`));
    assert.deepEqual(codes(decoded.warnings), ['replaced-characters']);
    assert.match(decoded.warnings[0]?.message ?? '', /first at line 2, column 3$/);
    assert.equal((await decode(Buffer.concat([Buffer.from(chinese.repeat(50)), bytes('ff')]))).encoding, 'utf-8');
  });

  test('--encoding overrides, an unknown label is refused', async () => {
    assert.equal((await decode(Buffer.from('é'), 'windows-1252')).text, 'Ã©');
    assert.equal((await decode(repeated, ' GB2312 ')).evidence, 'option');
    await assert.rejects(decode(repeated, 'klingon'), UsageError);
    const marked = await decode(Buffer.from('\ufeffé'), 'gbk');
    assert.deepEqual([marked.text, codes(marked.warnings)], ['é', ['encoding-conflict']]);
  });

  test('a pair cut at the end is one replaced character', async () => {
    const decoded = await decode(Buffer.concat([gb, bytes('b1')]), 'gbk');
    assert.equal(decoded.text, '北京的秋天\ufffd');
    assert.match(decoded.warnings[0]?.message ?? '', /^1 place .*line 1, column 6$/);
  });
});

test('binary files are refused', async () => {
  const binaries = {
    nul: bytes('61 00 62 63 00 00 64'),
    'a nul beside what is no UTF-8': bytes('61 e9 00 62 63'),
    png: bytes('89504e47 0d0a1a0a'),
    jpeg: bytes('ffd8ffe0'),
    pdf: latin1('%PDF-1.4\n'),
    zip: bytes('504b0304'),
    gzip: bytes('1f8b08'),
    'utf-32': bytes('fffe0000 61000000'),
    elf: Buffer.concat([latin1('\x7fELF'), Buffer.alloc(100), Buffer.from([1, 2, 3, 255])]),
  };
  for (const [name, file] of Object.entries(binaries)) {
    await assert.rejects(decode(file), (error) => error instanceof ArticleError && error.code === 'binary', name);
  }
});

suite('tidying', () => {
  test('line ends', () => {
    assert.equal(decodeString('a\r\nb\rc\nd\r\r\n').text, 'a\nb\nc\nd\n\n');
    assert.equal(decodeString('a\u2028b\u0085c').text, 'a\u2028b\u0085c');
  });

  test('half surrogates and U+0000 are counted', async () => {
    const decoded = decodeString('a\ud83d\n\udc00\u{1f600}\0');
    assert.equal(decoded.text, 'a\ufffd\n\ufffd\u{1f600}\ufffd');
    assert.deepEqual(
      decoded.warnings.map(({ code, message, line }) => [code, message, line]),
      [
        ['lone-surrogates', 'half a surrogate pair in 2 places became U+FFFD; the first at line 1, column 2', 1],
        ['nul-characters', 'U+0000 in 1 place became U+FFFD; the first at line 2, column 4', 2],
      ],
    );
    const stray = await decode(Buffer.from(`${'a'.repeat(3000)}\0b`));
    assert.deepEqual([stray.encoding, codes(stray.warnings)], ['utf-8', ['nul-characters']]);
    const tiny = await decode(Buffer.from('a slip\0 in a note'));
    assert.deepEqual([tiny.text, codes(tiny.warnings)], ['a slip\ufffd in a note', ['nul-characters']]);
  });

  test('a string has the evidence that it is one', () => {
    assert.deepEqual(decodeString('a'), { text: 'a', encoding: 'utf-8', evidence: 'string', warnings: [] });
  });

  test('nothing at all', async () => {
    assert.equal((await decode(new Uint8Array())).text, '');
    assert.equal(decodeString('').text, '');
  });
});

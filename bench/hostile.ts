/** Bodies made to find work that is not linear. */

const repeat = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length));

/** Each makes a body of about `length` characters. */
export const generators: Record<string, (length: number) => string> = {
  'nested div': repeat('<div>'),
  'nested inline': repeat('<b>a<i>'),
  'nested lists': repeat('<ul><li>a'),
  'nested quotes': repeat('<blockquote>'),
  'nested tables': repeat('<table><tr><td>'),
  'unclosed p': repeat('<p>a'),
  'stray end tags': repeat('</p></div>'),
  'open brackets': repeat('<'),
  'open comments': repeat('<!--'),
  ampersands: repeat('&'),
  'blank runs': repeat(' \u3000'),
  'line breaks': repeat('a<br>'),
  asterisks: (length) => `<p>${'*a'.repeat(length / 2)}</p>`,
  'square brackets': (length) => `<p>${'['.repeat(length)}</p>`,
  backticks: (length) => `<p>${'`a'.repeat(length / 2)}</p>`,
  'table rows': (length) => `<table>${'<tr><td>a<td>b'.repeat(length / 14)}</table>`,
  'credit lines': repeat('<p>编辑：李四</p>'),
  'QR blocks': repeat('<p>扫码关注</p><img src=qr.png>'),
  'one long word': repeat('a'),
};

/** Inputs of the writer's bench that need no file. */

/** A news article of 10 KB in the shape of a feed's HTML: short paragraphs, bold section heads, a few links and images. */
export function articleBody(): string {
  const sentence =
    '今年的工作报告明确了新一轮改革的路线图和时间表，这为全区的创新发展带来了新的机遇，也注入了新的动能。';
  const parts = ['<div>\n'];
  for (let section = 1; section <= 8; section++) {
    parts.push(`<p>　　<strong>谈改革试点（${section}）</strong></p>\n`);
    for (let line = 0; line < 4; line++) {
      const link =
        line === 1
          ? '<span id="stock"><a href="https://news.example/co/nc.shtml" class="keyword" target="_blank">新产业</a></span>'
          : '';
      parts.push(`<p>　　${sentence}${link}${sentence}</p>\n`);
    }
    parts.push(
      '<div class="img_wrapper"><img src="https://img.example/a.jpg" alt="现场"><span class="img_descr"></span></div>\n',
    );
  }
  return `${parts.join('')}</div>\n`;
}

/** A table with a header row. */
export function table(rows: number, columns: number): string {
  const cells = (tag: string, row: number): string =>
    Array.from({ length: columns }, (_, column) => `<${tag}>cell ${row} ${column}</${tag}>`).join('');
  const body = Array.from({ length: rows }, (_, row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table><thead><tr>${cells('th', 0)}</tr></thead><tbody>\n${body}</tbody></table>`;
}

/** Paragraphs with a link and emphasis each. */
export function paragraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<p>Some <em>words</em> with a <a href="https://site.example/${index}">link ${index}</a> and more text.</p>`,
  ).join('\n');
}

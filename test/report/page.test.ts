import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { readConfig } from '../../src/config/read.js';
import { convert } from '../../src/convert.js';
import { grouped, percent } from '../../src/report/page/figures.js';
import { block, evenCap, fit } from '../../src/report/page/fit.js';
import { clip, escapeHtml, Html, html, jsonForScript } from '../../src/report/page/html.js';
import { languageOf } from '../../src/report/page/language.js';
import { Paragraphs } from '../../src/report/page/paragraphs.js';
import { resultRenderer } from '../../src/report/page/result-view.js';
import { ruleItem } from '../../src/report/proposals.js';
import { walkSource } from '../../src/report/source-walk.js';
import type { ArticleRecord, RuleDefinition } from '../../src/types.js';
import { onlyInCheck } from '../counts.js';
import { article, harbour, hostile, hostileMarkdown, page, proposed } from './page-articles.js';

type Element = DefaultTreeAdapterMap['element'];

function elements(markup: string): Element[] {
  const found: Element[] = [];
  const queue: DefaultTreeAdapterMap['node'][] = [parse(markup)];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) queue.push(...node.childNodes);
  }
  return found.reverse();
}

function dataOf(markup: string): Record<string, unknown> {
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(markup)?.[1];
  return JSON.parse(json ?? '');
}

async function sourceOf(text: string, name = 'a.html'): Promise<string> {
  const { record, source, bodyKind } = await article(name, text);
  const offset = source.startsWith('---') ? source.indexOf('---\n', 3) + 4 : 0;
  const paragraphs = new Paragraphs('a0');
  walkSource(source, offset, bodyKind, record.changes, paragraphs);
  return paragraphs.blocks.map(({ html }) => html).join('\n');
}

test('the template escapes what it is given and nothing twice', () => {
  const inner = html`<b>${'<&"\''}</b>`;
  assert.equal(html`<i title="${'"x'}">${inner}${[inner]}${7}</i>`.text, `<i title="&quot;x">${inner}${inner}7</i>`);
  assert.equal(escapeHtml('\0\r'), '\ufffd&#13;');
  assert.equal(jsonForScript({ a: '</script><!--' }), '{"a":"\\u003c/script>\\u003c!--"}');
  assert.equal(clip('ab😀', 3), 'ab…');
});

test('figures are the same in every locale', () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(grouped), ['0', '999', '1,000', '1,234,567']);
  assert.deepEqual([0, 0.0001, 0.1, 0.1234, 1].map(percent), ['0%', '<0.1%', '10%', '12.3%', '100%']);
});

test('what does not fit is counted where it is missing, and removals go first', () => {
  const blocks = Array.from({ length: 20 }, (_, index) =>
    block(new Html(`<p>${'x'.repeat(90)}${index % 10}</p>`), index === 15),
  );
  const shown = fit(blocks, 500).map(({ html }) => html);
  assert.ok(
    shown.some((text) => text.includes('x5</p>')),
    'the removal is shown',
  );
  const missing = shown.map((text) => Number(/>(\d+) more/.exec(text)?.[1] ?? 0)).reduce((a, b) => a + b);
  assert.equal(shown.filter((text) => text.includes('xx')).length + missing, 20);
  assert.equal(evenCap([10, 20, 30], 60), Number.POSITIVE_INFINITY);
  assert.equal(evenCap([10, 200, 300], 110), 50);
});

test('the source is readable text, and each removal stands in its place under its rule', async () => {
  const shown = await sourceOf(harbour);
  assert.match(shown, /<p class="h">Ice<\/p>/);
  assert.match(shown, /<p>The ferry waits &amp; the ice creaks under the quay\.<\/p>/);
  assert.match(shown, /<p class="li">One rope<\/p>\n<p class="li">Two hooks<\/p>/);
  assert.match(shown, /<i class="thing">image: The ferry<\/i> At noon the bell rings\./);
  assert.match(shown, /<del id="a0c\d+"><b class="rule">qr-code <\/b>.*QR code/);
  assert.match(shown, /<del id="a0c\d+"><b class="rule">comment <i>comment<\/i><\/b><\/del>/);
  assert.doesNotMatch(shown, /style=|color:red/);
});

test('text that stayed is never inside <del>, text that went always is', async () => {
  for (const text of [harbour, hostile, `<p>Kept.</p><p>责任编辑：某某</p>`]) {
    const { record } = await article('a.html', text);
    const shown = await sourceOf(text);
    const kept = shown.replace(/<del\b.*?<\/del>/g, '').replace(/<[^>]+>/g, '');
    for (const line of record.text
      .split('\n')
      .filter((each) => /^[\w .]+$/.test(each.trim()) && each.trim() !== record.title)) {
      assert.ok(kept.includes(line.trim().slice(0, 12)), line);
    }
    for (const { action, text: went, start, end } of record.changes) {
      if ((action === 'remove' || action === 'move') && /^[\w ]+$/.test(went) && end > start)
        assert.ok(!kept.includes(went), went);
    }
  }
});

test('the article inside a removed page is not struck, its image included', async () => {
  const shown =
    await sourceOf(`<html><head><title>T</title></head><body><nav>Home News</nav><main><img src="a.png" alt="Quay">
<h1>Title</h1><p>The text stays.</p></main><footer>All rights reserved. Text.</footer></body></html>`);
  const kept = shown.replace(/<del\b.*?<\/del>/g, '');
  assert.match(kept, /image: Quay/);
  assert.match(kept, /The text stays\./);
  assert.doesNotMatch(kept, /Home News|All rights/);
  assert.match(shown, /<del[^>]*>(?:<b[^>]*>page-[^<]* <\/b>)?Home News<\/del>/);
});

test('a Markdown body is shown as its author typed it', async () => {
  const shown = await sourceOf('# Head\n\n- *one*\n- two\n\n<!-- note --> End.\n', 'a.md');
  assert.match(shown, /<p class="pre"># Head<\/p>/);
  assert.match(shown, /- \*one\*\n- two/);
  assert.match(shown, /<del id="a0c\d+"><b class="rule">comment <\/b>&lt;!-- note --&gt;<\/del> End\./);
});

test('a hostile article leaves nothing of its own in the page', async () => {
  const markup = await page([await article('a"><script>.html', hostile), await article('b.md', hostileMarkdown)]);
  const scripts = elements(markup).filter(({ tagName }) => tagName === 'script');
  assert.equal(scripts.length, 3, 'ours: two that run and the data');
  const allowed = new Set(
    'html head meta title style script body a main header h1 h2 h3 h4 h5 h6 fieldset legend label input span section dl dt dd div i b p ol ul li details summary form select option button output table thead tbody tr th td small article q del ins code pre br em strong blockquote hr s kbd u sub sup mark small'.split(
      ' ',
    ),
  );
  for (const { tagName, attrs } of elements(markup)) {
    assert.ok(allowed.has(tagName), tagName);
    for (const { name, value } of attrs) {
      assert.ok(!name.startsWith('on') && name !== 'src' && name !== 'srcdoc', `${tagName} ${name}`);
      if (name === 'href') assert.match(value, /^(?:#[\w-]+|https:\/\/(?:example\.org|evil\.example)\/.*)$/);
      if (name === 'http-equiv') assert.equal(value, 'Content-Security-Policy');
    }
  }
  const ids = elements(markup).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'id').map(({ value }) => value),
  );
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
});

test('proposals that are off are shown with what learn saw, and those decided on are not', async () => {
  const shown = async (rules: RuleDefinition[]) => page([await article('a.html', harbour)], { rules });
  const markup = await shown([proposed, { name: 'mine', line: 'x' }]);
  const section = /<section id="proposals"[\s\S]*?<\/section>/.exec(markup)?.[0] ?? '';
  for (const part of ['1 proposal', 'likely', '60 characters', '3 articles', '50% of posts', 'At noon it rains.'])
    assert.ok(section.includes(part), part);
  assert.match(section, /&lt;script&gt;pwned\(\)&lt;\/script&gt; rings/);
  assert.doesNotMatch(section, /<script|mine/);
  for (const rules of [[], [{ ...proposed, enabled: true }], [proposed, { name: proposed.name, line: 'x' }]])
    assert.ok(!(await shown(rules)).includes('id="proposals"'));
  const edited = await shown([{ ...proposed, learned: { samples: 'no', articles: 'many' } }]);
  assert.match(edited, /id="proposals"[\s\S]*learned-line-abc123/);
});

test('a switch writes the rule as it is proposed, switched on', () => {
  const text = `rules:\n${ruleItem(proposed)}`;
  const { settings } = readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }, [proposed]);
  const { enabled: _, learned: __, ...rule } = proposed;
  assert.deepEqual(settings.rules, [rule]);
});

test('plain tags are shown as what they mean, where they pair up', async () => {
  const render = await resultRenderer();
  const shown = (markdown: string) =>
    render(markdown)
      .map(({ html }) => html)
      .join('')
      .trim();
  assert.equal(shown('H<sub>2</sub>O<br>a'), '<p>H<sub>2</sub>O<br>a</p>');
  assert.equal(shown('a <b>open'), '<p>a &lt;b&gt;open</p>');
  assert.equal(shown('a </b> b'), '<p>a &lt;/b&gt; b</p>');
  assert.equal(shown('<b><i>x</b></i>'), '<p>&lt;b&gt;<i>x&lt;/b&gt;</i></p>');
  assert.equal(shown('*a <b>c* d</b>'), '<p><em>a &lt;b&gt;c</em> d&lt;/b&gt;</p>');
  assert.equal(shown('<b onclick="x">y</b>'), '<p>&lt;b onclick=&quot;x&quot;&gt;y&lt;/b&gt;</p>');
});

test('whatever the Markdown, the result has only tags of the list and closes each', async () => {
  const render = await resultRenderer();
  const word = fc.constantFrom(
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<br>',
    '*',
    '**',
    '_',
    '[',
    '](x)',
    '![',
    '`',
    '<script>',
    '</div>',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '| a |',
    '\n|-|\n',
    '&lt;',
    'w',
    '<b onx>',
    '~~',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
      for (const { html } of render(parts.join(''))) {
        const marked = `<body><section>${html}</section><i id="after"></i></body>`;
        const found = elements(marked);
        const after = found.find(({ attrs }) => attrs.some(({ value }) => value === 'after'));
        assert.ok(after?.parentNode && 'tagName' in after.parentNode && after.parentNode.tagName === 'body', marked);
        assert.ok(!found.some(({ tagName }) => tagName === 'script'), marked);
      }
    }),
  );
});

test('every link inside the page has its place, and every removal of the archive is in its source', async () => {
  const archive = join(import.meta.dirname, '../../fixtures/archive');
  const names = readdirSync(archive, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:md|html)$/.test(name));
  const long = `${harbour}<!-- far -->${'<p>The bell rings at noon, and the ferry waits.</p><!-- x -->\n'.repeat(4000)}`;
  const articles = [await article('a.html', harbour), await article('b.html', hostile), await article('c.html', long)];
  for (const name of names) {
    const bytes = readFileSync(join(archive, name));
    const { record, weights, triage, source, bodyKind } = await convert(bytes, { source: name });
    articles.push({ record, weights, triage, source, bodyKind });
  }
  const markup = await page(articles);
  const all = elements(markup).flatMap(({ attrs }) => attrs);
  const ids = new Set(all.filter(({ name }) => name === 'id').map(({ value }) => value));
  const targets = all.filter(({ name, value }) => name === 'href' && value.startsWith('#'));
  assert.ok(targets.length > 40);
  for (const { value } of targets) assert.ok(ids.has(value.slice(1)), value);
  for (const [article, { record }] of articles.entries()) {
    if (record.source === 'c.html') continue;
    for (const [index, { action, start, end }] of record.changes.entries()) {
      if ((action === 'remove' || action === 'move') && end > start)
        assert.ok(ids.has(`a${article}c${index}`), `${record.source} ${index}`);
    }
  }
});

test('the language of an article is its own, else what its script says, else none', async () => {
  const { record } = await article('a.html', '<p>Text.</p>');
  const cases = {
    en: { language: 'en' },
    ja: { text: '冬の港' },
    zh: { title: '河港' },
    ko: { text: '겨울' },
    '': { language: '"x' },
  };
  for (const [expected, fields] of Object.entries(cases)) assert.equal(languageOf({ ...record, ...fields }), expected);
});

test('counts are those of the records; failures are shown', async () => {
  const articles = [await article('x/a.html', harbour), await article('b.html', hostile)];
  const markup = await page([...articles, { path: 'feed.xml', message: 'this is a feed <rss>' }]);
  const sum = (pick: (record: ArticleRecord) => number) =>
    articles.reduce((total, { record }) => total + pick(record), 0);
  const { rules, folders, rows, ...totals } = dataOf(markup) as Record<'rules' | 'folders' | 'rows', unknown[]>;
  assert.deepEqual(totals, {
    articles: 2,
    failed: 1,
    kept: sum(({ kept }) => kept),
    removed: sum(({ removed }) => removed),
    changes: sum(({ changes }) => changes.length),
    warnings: sum(({ warnings }) => warnings.length),
  });
  assert.deepEqual(folders, ['x', '.']);
  assert.ok(rules.includes('qr-code'));
  assert.equal(rows.length, 2);
  assert.match(markup, /feed\.xml<\/b><span>this is a feed &lt;rss&gt;/);
});

test('the same articles give the same bytes, from a list and from a stream', async () => {
  const articles = [await article('a.html', harbour), await article('b.html', hostile)];
  async function* stream() {
    yield* articles;
  }
  assert.equal(await page(articles), await page(stream()));
});

test('an empty run is a page too', async () => {
  const markup = await page([]);
  assert.match(markup, /No text was removed/);
  assert.deepEqual(dataOf(markup).rows, []);
});

test('10,000 articles stay under 10 MB: all in the table, the most telling side by side', {
  skip: onlyInCheck,
}, async () => {
  const long = `${harbour}${'<p>河港的冬天很长，冰在码头下面轻轻地响，渡船等着。The bell rings at noon.</p>\n'.repeat(150)}`;
  const { record, source, weights, triage, bodyKind } = await article('x/a.html', long);
  function* many(total: number) {
    for (let n = 0; n < total; n++) {
      const name = `archive/2019/${n % 12}/a-rather-long-name-of-an-article-${n}.html`;
      yield {
        record: { ...record, title: `The harbour in winter, part ${n}: 河港的冬天`, source: name, removed: n % 50 },
        source,
        weights,
        triage,
        bodyKind,
      };
    }
  }
  const markup = await page(many(10_000));
  const bytes = Buffer.byteLength(markup);
  assert.ok(bytes < 10_000_000, `${bytes} bytes`);
  assert.equal((dataOf(markup).rows as unknown[]).length, 10_000);
  assert.equal(markup.match(/<article /g)?.length, 200);
  assert.equal((await page(many(30), { limit: 3 })).match(/<article /g)?.length, 3);
});

/** The page in a real browser: nothing is asked for, nothing runs, the keys work, it can be read everywhere. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readConfig } from '../../src/config/read.js';
import { convert } from '../../src/convert.js';
import { onlyInCheck } from '../counts.js';
import { weakTexts } from './contrast.js';
import { article, codes, harbour, hostile, hostileMarkdown, page, proposed } from './page-articles.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(executablePath) ? onlyInCheck : `no Chromium at ${executablePath}; CHROMIUM names another`;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

describe('the report page in Chromium', { skip }, () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  /** What the browser complained about or asked for, besides the page itself. */
  let seen: string[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'article-clean-page-'));
    const articles = [
      await article('posts/harbour.html', harbour),
      await article('posts/plain.html', `<p>Only text.</p>${codes}`),
      await article('hostile/a.html', hostile),
      await article('hostile/b.md', hostileMarkdown),
      await article(
        'wide.html',
        `<pre>${'wide '.repeat(80)}</pre><p>${'W'.repeat(300)}</p><table><tr>${'<td>cell of a table</td>'.repeat(20)}</tr><tr>${'<td>2</td>'.repeat(20)}</tr></table><p class="ad">x</p>`,
      ),
    ];
    const file = join(folder, 'report.html');
    writeFileSync(
      file,
      await page([...articles, { path: 'feed.xml', message: 'this is a feed' }], { rules: [proposed] }),
    );
    address = pathToFileURL(file).href;
    const { chromium } = await import('playwright-core');
    browser = await chromium.launch({ executablePath, args: flags });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const tab = await context.newPage();
    seen = [];
    tab.on('console', (message) => seen.push(message.text()));
    tab.on('pageerror', (error) => seen.push(error.message));
    tab.on('dialog', (dialog) => seen.push(dialog.message()));
    tab.on('request', (request) => request.url() !== address && seen.push(request.url()));
    if (options.javaScriptEnabled !== false)
      await tab.addInitScript(`window.pwned = () => { window.wasPwned = true; }`);
    await tab.goto(address);
    return tab;
  }

  const openPanels = (tab: Page) => tab.locator('.panel > details[open] > summary h3').allTextContents();

  it('opens from a file with no complaint and no request, whatever the articles try', async () => {
    const tab = await opened();
    for (const panel of await tab.locator('.panel > details > summary').all()) {
      await panel.click();
      for (const tag of await tab.locator('.panel > details[open] .tabs label').all()) await tag.click();
    }
    assert.deepEqual(seen, []);
    assert.equal(await tab.evaluate('window.wasPwned'), undefined);
    assert.match(tab.url().slice(address.length), /^(?:#article=\d+)?$/);
    assert.equal(await tab.locator('iframe, object, embed, img, video, main form[action]').count(), 0);
    await tab.context().close();
  });

  it('shows the counts of its data', async () => {
    const tab = await opened();
    const data = await tab.locator('#data').textContent();
    const { articles, failed, changes, rows } = JSON.parse(data ?? '');
    const figures = (await tab.locator('.figures dl').innerText()).split('\n');
    for (const expected of [`${articles}`, `${failed}`, `${changes}`]) assert.ok(figures.includes(expected), expected);
    assert.equal(await tab.locator('#rows tr').count(), rows.length);
    await tab.context().close();
  });

  it('filters and sorts the table, and the articles with it', async () => {
    const tab = await opened();
    await tab.fill('#find', 'harbour');
    assert.deepEqual(await tab.locator('#rows th a').allTextContents(), ['The harbour in winter']);
    assert.equal(await tab.locator('.panel:visible').count(), 1);
    assert.equal(await tab.locator('#found').innerText(), '1 article');
    await tab.fill('#find', 'no such article');
    assert.match(await tab.locator('#found').innerText(), /No article fits/);
    await tab.click('#filters [type=reset]');
    await tab.locator('#rows tr').nth(4).waitFor();
    await tab.click('.bars [data-rule] >> text=qr-code');
    assert.deepEqual(await tab.locator('#rows th a').allTextContents(), ['plain.html', 'The harbour in winter']);
    await tab.click('#filters [type=reset]');
    await tab.locator('#rows tr').nth(4).waitFor();
    await tab.click('[data-sort=title] button');
    const titles = (await tab.locator('#rows th a').allTextContents()).map((title) => title.toLowerCase());
    assert.deepEqual(titles, titles.toSorted());
    assert.equal(await tab.locator('[data-sort=title]').getAttribute('aria-sort'), 'ascending');
    await tab.click('[data-sort=title] button');
    assert.deepEqual(
      (await tab.locator('#rows th a').allTextContents()).map((title) => title.toLowerCase()),
      titles.toReversed(),
    );
    await tab.context().close();
  });

  it('has filters, order and article in the address, and takes them from it', async () => {
    const tab = await opened();
    await tab.fill('#find', 'harbour');
    await tab.selectOption('#folder', { label: 'posts (2)' });
    await tab.click('[data-sort=removed] button');
    await tab.click('#rows th a >> text=The harbour in winter');
    const told = new URLSearchParams(String(await tab.evaluate('location.hash')).slice(1));
    assert.deepEqual(Object.fromEntries(told), { find: 'harbour', folder: 'posts', sort: '-removed', article: '0' });
    await tab.reload();
    assert.equal(await tab.inputValue('#find'), 'harbour');
    assert.deepEqual(await openPanels(tab), ['The harbour in winter']);
    assert.equal(await tab.locator('[data-sort=removed]').getAttribute('aria-sort'), 'descending');
    await tab.context().close();
  });

  it('writes the lines for the config that do what is ticked, and takes them back', async () => {
    const tab = await opened();
    assert.ok(!(await tab.locator('#config').isVisible()));
    const tick = (section: string, text: string) =>
      tab.locator(`${section} .groups > li`, { hasText: text }).first().locator('.keep input');
    await tick('#groups', 'Scan the QR code').check();
    await tick('#groups', 'Another code').check();
    await tick('#proposals', 'rings').check();
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.click('#download')]);
    assert.equal(download.suggestedFilename(), 'article-clean.config.yaml');
    const text = readFileSync(await download.path(), 'utf8');
    assert.equal(await tab.locator('#config pre').innerText(), text);
    const { settings } = readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }, [proposed]);
    assert.deepEqual(
      settings.rules?.map(({ name, unless, enabled }) => ({ name, unless, enabled })),
      [
        { name: 'qr-code', unless: { like: 'Scan the QR code to follow us' }, enabled: undefined },
        { name: 'qr-code', unless: { like: 'Another code to scan: tea' }, enabled: undefined },
        { name: proposed.name, unless: undefined, enabled: undefined },
      ],
    );
    const { outputs } = await convert(`${harbour}${codes}`, {
      rules: settings.rules ?? [],
      source: 'posts/harbour.html',
    });
    assert.match(outputs.markdown, /Scan the QR code to follow us[\s\S]*Another code to scan: tea/);
    assert.doesNotMatch(outputs.markdown, /A third code/);
    await tick('#groups', 'Scan the QR code').uncheck();
    await tick('#groups', 'Another code').uncheck();
    await tick('#proposals', 'rings').uncheck();
    assert.ok(!(await tab.locator('#config').isVisible()));
    assert.deepEqual(
      seen.filter((text) => !text.startsWith('blob:')),
      [],
    );
    await tab.context().close();
  });

  it('goes from article to article and from removal to removal by key', async () => {
    const tab = await opened();
    const titles = await tab.locator('#panels .panel h3').allTextContents();
    await tab.keyboard.press('j');
    assert.deepEqual(await openPanels(tab), [titles[0]]);
    await tab.keyboard.press('j');
    assert.deepEqual(await openPanels(tab), [titles[1]]);
    await tab.keyboard.press('k');
    assert.deepEqual(await openPanels(tab), [titles[0]]);
    await tab.keyboard.press('n');
    assert.match(String(await tab.evaluate('location.hash')), /^#article=\d+$/);
    assert.ok(await tab.locator('del.here').isVisible());
    await tab.keyboard.press('/');
    await tab.keyboard.type('jn');
    assert.equal(await tab.inputValue('#find'), 'jn');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.evaluate('document.activeElement === document.body'), true);
    await tab.context().close();
  });

  it('shows the place of a removal that is clicked', async () => {
    const tab = await opened();
    await tab.click('#rows th a >> text=The harbour in winter');
    await tab.click('.panel > details[open] .went a >> text=qr-code');
    const mark = tab.locator('del.here');
    assert.match(await mark.innerText(), /qr-code/);
    const box = await mark.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 900);
    await tab.context().close();
  });

  it('can be read without its script', async () => {
    const tab = await opened({ javaScriptEnabled: false });
    assert.equal(await tab.locator('#rows tr').count(), 5);
    await tab.click('.panel summary >> text=The harbour in winter');
    assert.ok(await tab.locator('.source >> text=The ferry waits').isVisible());
    const panel = tab.locator('.panel', { hasText: 'The harbour in winter' });
    assert.ok(await panel.locator('.result').isVisible());
    await panel.locator('.tabs label', { hasText: 'Markdown' }).click();
    assert.ok(await panel.locator('.markdown').isVisible());
    assert.ok(!(await panel.locator('.result').isVisible()));
    assert.deepEqual(seen, []);
    await tab.context().close();
  });

  for (const width of [400, 1280]) {
    it(`has no sideways scrolling at ${width} pixels`, async () => {
      const tab = await opened({ viewport: { width, height: 800 } });
      for (const panel of await tab.locator('.panel > details > summary').all()) {
        await panel.click();
        assert.equal(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
      }
      await tab.context().close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has the contrast of WCAG AA in ${colorScheme}, chosen by the system or by hand`, async () => {
      const tab = await opened({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
      await tab.click(`.theme label:has(#${colorScheme})`);
      for (const panel of await tab.locator('.panel > details > summary').all()) {
        await panel.click();
        const { checked, weak } = (await tab.evaluate(weakTexts)) as { checked: number; weak: string[] };
        assert.ok(checked > 50);
        assert.deepEqual(weak, []);
      }
      await tab.context().close();
    });
  }
});

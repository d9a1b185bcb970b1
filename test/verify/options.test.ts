/** The proof holds under the options that change links, images and template tags on purpose. */
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { tries } from '../counts.js';
import { articles } from '../laws/articles.js';

const choices: [what: string, options: ConvertOptions][] = [
  ['links as text', { links: 'text' }],
  ['images by their alternative text', { images: 'alt' }],
  ['no images', { images: 'none' }],
  ['a base URL', { baseUrl: 'https://b.example/dir/page.html' }],
  ['moved links', { relink: (url) => `../moved/${url}` }],
  ['normalized front matter', { frontMatter: 'normalize' }],
  ['no front matter', { frontMatter: 'none' }],
  ['Hexo', { target: 'hexo' }],
  ['Hugo', { target: 'hugo' }],
  ['the whole page', { whole: true }],
];

for (const [what, options] of choices) {
  test(`holds with ${what}`, async () => {
    for (const { body, name } of articles) {
      await fc.assert(
        fc.asyncProperty(body, async (article) => {
          await convert(article, { ...options, source: name, formats: ['markdown', 'text', 'json'], verify: true });
        }),
        { numRuns: tries(8, 60), seed: 20_240_502 },
      );
    }
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { adSlot } from '../../src/rules/ad-slot.js';
import { appPromotion } from '../../src/rules/app-promotion.js';
import { commentWidget } from '../../src/rules/comment-widget.js';
import { editorToolbar } from '../../src/rules/editor-toolbar.js';
import { engineFooter } from '../../src/rules/engine-footer.js';
import { followPromotion } from '../../src/rules/follow-promotion.js';
import { passOnPromotion } from '../../src/rules/pass-on-promotion.js';
import { qrCode, qrImages } from '../../src/rules/qr-code.js';
import { relatedArticles } from '../../src/rules/related-articles.js';
import { rewardBar } from '../../src/rules/reward-bar.js';
import { shareBar } from '../../src/rules/share-bar.js';
import { siteForm } from '../../src/rules/site-form.js';
import { stockQuote } from '../../src/rules/stock-quote.js';
import { thirdPartyButton } from '../../src/rules/third-party-button.js';
import { apply, show } from './apply.js';

const rules = [
  stockQuote,
  editorToolbar,
  siteForm,
  qrCode,
  adSlot,
  shareBar,
  commentWidget,
  relatedArticles,
  rewardBar,
  thirdPartyButton,
  engineFooter,
  followPromotion,
  appPromotion,
  passOnPromotion,
];
const normal = (html: string): string => show(parseHtml(html).root);

describe('promotion rules', () => {
  for (const rule of rules) {
    for (const { title, before, after } of rule.examples) {
      it(`${rule.name}: ${title}`, () => {
        const applied = apply(before, [rule]);
        assert.equal(applied.html, normal(after));
        assert.equal(applied.problem, null);
        assert.equal(apply(applied.html, [rule]).changes.length, 0, 'a second run changes something');
      });
    }
    for (const { title, html } of rule.keeps) {
      it(`${rule.name} keeps: ${title}`, () => assert.equal(apply(html, rules).html, normal(html)));
    }
  }
});

describe('QR codes', () => {
  it('gives the addresses of the images that went, for the cover', () => {
    const { changes } = apply('<p>文。</p><div class="wx-qr"><img src="https://a.cn/q.png"></div><img src="b.jpg">', [
      qrCode,
    ]);
    assert.deepEqual([...qrImages(changes)], ['https://a.cn/q.png']);
  });
});

describe('speed', () => {
  it('looks at a hostile nest of named boxes in linear time', () => {
    const nest = (depth: number): string => '<div class="share related qr ad">'.repeat(depth);
    const time = (depth: number): number => {
      const html = `${nest(depth)}text`;
      const start = performance.now();
      apply(html, rules);
      return performance.now() - start;
    };
    time(2000);
    const small = Math.min(time(5000), time(5000));
    const large = Math.min(time(20_000), time(20_000));
    assert.ok(large < small * 12 + 20, `${small.toFixed(1)} ms became ${large.toFixed(1)} ms`);
  });
});

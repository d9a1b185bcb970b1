import { shortText } from '../body/traverse.js';
import { isElement, type Node } from '../body/tree.js';
import type { Edits } from '../clean/edits.js';
import { defineRule } from '../clean/rule.js';

/** `stock_sz000931` around a name and `quote_sz000931` behind it: the code of an exchange, not any id with these words. */
const nameId = /^stock_(?:s[hz]|hk|us|bj|of|gb_|rt_)?[a-z]{0,6}\d{0,6}$/i;
const quoteId = /^quote_(?:s[hz]|hk|us|bj|of|gb_|rt_)?[a-z]{0,6}\d{0,6}$/i;
/** A price, a change, links of a stock page; or nothing yet, before its script has run. */
const quote =
  /^[\s()（）[\]【】\d.,，%+\-–—元港美:：/↑↓▲▼]*(?:(?:行情|股吧|资讯|资金流向|资金|研报|诊股|问诊|F10|吧)[\s()（）[\]|,，]*)*$/;

function matches(node: Node): boolean {
  const id = node.get('id');
  if (!id) return false;
  if (nameId.test(id)) return (shortText(node, 24) ?? '') !== '';
  return quoteId.test(id) && quote.test(shortText(node, 80) ?? 'too long');
}

function act(node: Node, edits: Edits): void {
  if (quoteId.test(node.get('id') ?? '')) {
    edits.remove(node);
    return;
  }
  for (let child = node.first; child; ) {
    const next: Node | null = child.next;
    if (isElement(child, 'a')) edits.unwrap(child);
    child = next;
  }
  edits.unwrap(node);
}

export const stockQuote = defineRule({
  name: 'stock-quote',
  group: 'promotion',
  why: 'A finance site puts links and live prices around each company name, often around parts of ordinary words; the name stays as text.',
  match: { names: ['span'], test: matches },
  action: { edit: act },
  examples: [
    {
      title: 'a linked name and its empty quote',
      before:
        '<p>在<span id="stock_sz000931"><a href="https://f.com/sz000931" class="keyword">中关村</a></span><span id="quote_sz000931"></span>创业。</p>',
      after: '<p>在中关村创业。</p>',
    },
    {
      title: 'a quote with a price',
      before: '<p>平安<span id="quote_sz000001">(12.30, +0.20, 1.65%)</span>上涨。</p>',
      after: '<p>平安上涨。</p>',
    },
  ],
  keeps: [
    {
      title: "a book's quotation",
      html: '<p><span id="quote_book_link_85574">The Dilbert Principle: a cubicle’s-eye view</span></p>',
    },
    { title: 'a price in the text', html: '<p>平安银行<span class="price">(12.30, +0.20)</span>上涨。</p>' },
  ],
});

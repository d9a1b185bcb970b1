/**
 * The built-in rules, in the order in which they run. Order is a decision: code and comments go first, so that later
 * rules see only what a reader sees; then what is noise by itself; then what is noise by its place at head or tail;
 * wrappers and empty blocks last. A new rule is one file and one line here.
 */
import type { Rule } from '../clean/rule.js';
import { adSlot } from './ad-slot.js';
import { appPromotion } from './app-promotion.js';
import { comment } from './comment.js';
import { commentWidget } from './comment-widget.js';
import { creditLine } from './credit-line.js';
import { disclaimer } from './disclaimer.js';
import { editorToolbar } from './editor-toolbar.js';
import { engineFooter } from './engine-footer.js';
import { followPromotion } from './follow-promotion.js';
import { inlineCredit } from './inline-credit.js';
import { originalTitle } from './original-title.js';
import { passOnPromotion } from './pass-on-promotion.js';
import { qrCode } from './qr-code.js';
import { relatedArticles } from './related-articles.js';
import { reprintNotice } from './reprint-notice.js';
import { rewardBar } from './reward-bar.js';
import { script } from './script.js';
import { shareBar } from './share-bar.js';
import { siteForm } from './site-form.js';
import { stockQuote } from './stock-quote.js';
import { thirdPartyButton } from './third-party-button.js';

export const rules: readonly Rule[] = [
  script,
  comment,
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
  disclaimer,
  reprintNotice,
  followPromotion,
  appPromotion,
  passOnPromotion,
  originalTitle,
  creditLine,
  inlineCredit,
];

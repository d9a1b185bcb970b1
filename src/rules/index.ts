/**
 * The built-in rules, in the order in which they run. Order is a decision: code and comments go first, so that later
 * rules see only what a reader sees; then what is noise by itself; then what is noise by its place at head or tail;
 * wrappers and empty blocks last. A new rule is one file and one line here.
 */
import type { Rule } from '../clean/rule.js';
import { adSlot } from './ad-slot.js';
import { appPromotion } from './app-promotion.js';
import { captionShortcode } from './caption-shortcode.js';
import { codeBlock } from './code-block.js';
import { codeShortcode } from './code-shortcode.js';
import { comment } from './comment.js';
import { commentWidget } from './comment-widget.js';
import { creditLine } from './credit-line.js';
import { disclaimer } from './disclaimer.js';
import { documentHead } from './document-head.js';
import { doubledLineBreak } from './doubled-line-break.js';
import { editorToolbar } from './editor-toolbar.js';
import { emptyBlock } from './empty-block.js';
import { engineFooter } from './engine-footer.js';
import { eventAttribute } from './event-attribute.js';
import { followPromotion } from './follow-promotion.js';
import { fullWidthIndent } from './full-width-indent.js';
import { headingAnchor } from './heading-anchor.js';
import { hidden } from './hidden.js';
import { imageCaption } from './image-caption.js';
import { imageProxy } from './image-proxy.js';
import { inlineCredit } from './inline-credit.js';
import { invisibleCharacter } from './invisible-character.js';
import { keywordLink } from './keyword-link.js';
import { lazyImage } from './lazy-image.js';
import { noscript } from './noscript.js';
import { officeClutter } from './office-clutter.js';
import { originalTitle } from './original-title.js';
import { pageButton } from './page-button.js';
import { pageFurniture } from './page-furniture.js';
import { pageMenu } from './page-menu.js';
import { pageNavigation } from './page-navigation.js';
import { passOnPromotion } from './pass-on-promotion.js';
import { placeholderImage } from './placeholder-image.js';
import { placeholderTag } from './placeholder-tag.js';
import { preShortcode } from './pre-shortcode.js';
import { presentationAttribute } from './presentation-attribute.js';
import { qrCode } from './qr-code.js';
import { redirectLink } from './redirect-link.js';
import { relatedArticles } from './related-articles.js';
import { reprintNotice } from './reprint-notice.js';
import { rewardBar } from './reward-bar.js';
import { savedAddress } from './saved-address.js';
import { script } from './script.js';
import { scriptEmbed } from './script-embed.js';
import { shareBar } from './share-bar.js';
import { shortcode } from './shortcode.js';
import { shortenedLink } from './shortened-link.js';
import { shownMarkup } from './shown-markup.js';
import { sinaHouseAds } from './sina-house-ads.js';
import { siteForm } from './site-form.js';
import { smiley } from './smiley.js';
import { sourceSentence } from './source-sentence.js';
import { stockQuote } from './stock-quote.js';
import { styleMeaning } from './style-meaning.js';
import { templateAddress } from './template-address.js';
import { templateTag } from './template-tag.js';
import { thirdPartyButton } from './third-party-button.js';
import { trackingParameter } from './tracking-parameter.js';
import { trackingPixel } from './tracking-pixel.js';
import { unclosedComment } from './unclosed-comment.js';
import { unsafeLink } from './unsafe-link.js';
import { wrapper } from './wrapper.js';
import { zhihuByline } from './zhihu-byline.js';

export const rules: readonly Rule[] = [
  pageFurniture,
  shownMarkup,
  unclosedComment,
  comment,
  scriptEmbed,
  script,
  documentHead,
  placeholderTag,
  eventAttribute,
  officeClutter,
  styleMeaning,
  hidden,
  trackingPixel,
  lazyImage,
  noscript,
  imageProxy,
  imageCaption,
  placeholderImage,
  smiley,
  captionShortcode,
  codeShortcode,
  preShortcode,
  codeBlock,
  doubledLineBreak,
  shortcode,
  templateTag,
  templateAddress,
  savedAddress,
  unsafeLink,
  redirectLink,
  trackingParameter,
  shortenedLink,
  stockQuote,
  keywordLink,
  headingAnchor,
  editorToolbar,
  siteForm,
  qrCode,
  adSlot,
  shareBar,
  pageMenu,
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
  pageNavigation,
  pageButton,
  sinaHouseAds,
  zhihuByline,
  sourceSentence,
  originalTitle,
  creditLine,
  inlineCredit,
  invisibleCharacter,
  fullWidthIndent,
  emptyBlock,
  presentationAttribute,
  wrapper,
];

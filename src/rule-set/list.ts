/**
 * The built-in rules, in the order in which they run. Order is a decision: code and comments go first, so that later
 * rules see only what a reader sees; then what is noise by itself; then what is noise by its place at head or tail;
 * wrappers and empty blocks last. A new rule is one file and one line here.
 */
import type { Described, Rule } from '../clean/rule.js';
import { passes } from '../find/passes.js';
import { adSlot } from '../rules/ad-slot.js';
import { appPromotion } from '../rules/app-promotion.js';
import { bylineButton } from '../rules/byline-button.js';
import { captionShortcode } from '../rules/caption-shortcode.js';
import { codeBlock } from '../rules/code-block.js';
import { codeShortcode } from '../rules/code-shortcode.js';
import { codeToolbar } from '../rules/code-toolbar.js';
import { comment } from '../rules/comment.js';
import { commentWidget } from '../rules/comment-widget.js';
import { creditLine } from '../rules/credit-line.js';
import { disclaimer } from '../rules/disclaimer.js';
import { documentHead } from '../rules/document-head.js';
import { doubledLineBreak } from '../rules/doubled-line-break.js';
import { doubledRule } from '../rules/doubled-rule.js';
import { editLink } from '../rules/edit-link.js';
import { editorToolbar } from '../rules/editor-toolbar.js';
import { embedBlock } from '../rules/embed-block.js';
import { emptyBlock } from '../rules/empty-block.js';
import { engineFooter } from '../rules/engine-footer.js';
import { eventAttribute } from '../rules/event-attribute.js';
import { followPromotion } from '../rules/follow-promotion.js';
import { formula } from '../rules/formula.js';
import { framedPage } from '../rules/framed-page.js';
import { fullWidthIndent } from '../rules/full-width-indent.js';
import { headingAnchor } from '../rules/heading-anchor.js';
import { hidden } from '../rules/hidden.js';
import { imageCaption } from '../rules/image-caption.js';
import { imageProxy } from '../rules/image-proxy.js';
import { inlineCredit } from '../rules/inline-credit.js';
import { invisibleCharacter } from '../rules/invisible-character.js';
import { keywordLink } from '../rules/keyword-link.js';
import { lazyImage } from '../rules/lazy-image.js';
import { linkToNowhere } from '../rules/link-to-nowhere.js';
import { machineAlt } from '../rules/machine-alt.js';
import { mergeTag } from '../rules/merge-tag.js';
import { nestedEmphasis } from '../rules/nested-emphasis.js';
import { noscript } from '../rules/noscript.js';
import { officeClutter } from '../rules/office-clutter.js';
import { originalTitle } from '../rules/original-title.js';
import { pageButton } from '../rules/page-button.js';
import { pageNavigation } from '../rules/page-navigation.js';
import { passOnPromotion } from '../rules/pass-on-promotion.js';
import { placeholderImage } from '../rules/placeholder-image.js';
import { placeholderTag } from '../rules/placeholder-tag.js';
import { playerElement } from '../rules/player-element.js';
import { preShortcode } from '../rules/pre-shortcode.js';
import { presentationAttribute } from '../rules/presentation-attribute.js';
import { productCardMark } from '../rules/product-card-mark.js';
import { qrCode } from '../rules/qr-code.js';
import { redirectLink } from '../rules/redirect-link.js';
import { relatedArticles } from '../rules/related-articles.js';
import { reprintNotice } from '../rules/reprint-notice.js';
import { returnLink } from '../rules/return-link.js';
import { rewardBar } from '../rules/reward-bar.js';
import { savedAddress } from '../rules/saved-address.js';
import { schemelessAddress } from '../rules/schemeless-address.js';
import { script } from '../rules/script.js';
import { scriptEmbed } from '../rules/script-embed.js';
import { shareBar } from '../rules/share-bar.js';
import { shortcode } from '../rules/shortcode.js';
import { shortenedLink } from '../rules/shortened-link.js';
import { shownMarkup } from '../rules/shown-markup.js';
import { shownPage } from '../rules/shown-page.js';
import { sinaHouseAds } from '../rules/sina-house-ads.js';
import { siteForm } from '../rules/site-form.js';
import { smiley } from '../rules/smiley.js';
import { sourceSentence } from '../rules/source-sentence.js';
import { stockQuote } from '../rules/stock-quote.js';
import { styleMeaning } from '../rules/style-meaning.js';
import { templateAddress } from '../rules/template-address.js';
import { templateTag } from '../rules/template-tag.js';
import { thirdPartyButton } from '../rules/third-party-button.js';
import { tistoryAttachment } from '../rules/tistory-attachment.js';
import { trackingParameter } from '../rules/tracking-parameter.js';
import { trackingPixel } from '../rules/tracking-pixel.js';
import { unclosedComment } from '../rules/unclosed-comment.js';
import { underlinedLink } from '../rules/underlined-link.js';
import { unsafeLink } from '../rules/unsafe-link.js';
import { wrapper } from '../rules/wrapper.js';
import { zhihuByline } from '../rules/zhihu-byline.js';

export const rules: readonly Rule[] = [
  shownPage,
  shownMarkup,
  unclosedComment,
  comment,
  formula,
  scriptEmbed,
  playerElement,
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
  machineAlt,
  placeholderImage,
  smiley,
  tistoryAttachment,
  captionShortcode,
  codeShortcode,
  preShortcode,
  codeBlock,
  doubledLineBreak,
  codeToolbar,
  embedBlock,
  shortcode,
  templateTag,
  templateAddress,
  savedAddress,
  mergeTag,
  schemelessAddress,
  unsafeLink,
  linkToNowhere,
  redirectLink,
  framedPage,
  trackingParameter,
  shortenedLink,
  stockQuote,
  keywordLink,
  editLink,
  headingAnchor,
  editorToolbar,
  siteForm,
  qrCode,
  adSlot,
  shareBar,
  commentWidget,
  relatedArticles,
  rewardBar,
  productCardMark,
  thirdPartyButton,
  engineFooter,
  disclaimer,
  reprintNotice,
  followPromotion,
  appPromotion,
  passOnPromotion,
  pageNavigation,
  returnLink,
  pageButton,
  bylineButton,
  sinaHouseAds,
  zhihuByline,
  sourceSentence,
  originalTitle,
  creditLine,
  inlineCredit,
  invisibleCharacter,
  fullWidthIndent,
  emptyBlock,
  doubledRule,
  nestedEmphasis,
  underlinedLink,
  presentationAttribute,
  wrapper,
];

/** All that has a name for `--skip` and `--explain`: what finds the article of a page, then the rules. */
export const described: readonly Described[] = [...passes, ...rules];

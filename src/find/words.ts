/** What names of classes and ids say: words, and pairs of neighbouring words. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Never a part of an article. */
export const never = list(`cookie cookies cookiebot gdpr onetrust didomi cmplz borlabs captcha recaptcha adsbygoogle
  adsense taboola outbrain zergnet addthis addtoany sharethis sharedaddy shareaholic jiathis bshare popmake skiplink
  skiplinks screenreader searchform searchbox`);

/** The Wayback Machine's bar and the line that it prints. */
export const neverPairs = list('wm-ipp');

/** Furniture, unless it holds much of the prose. */
export const furniture = list(`nav navbar navigation navi subnav gnav mainnav sidenav breadcrumb breadcrumbs crumbs
  crumb submenu mainmenu megamenu topbar topnav topmenu sitenav sitemap masthead navheader navfooter relbar sphinxsidebar footer footnav colophon subfooter
  prefooter sitefooter stopka sidebar sidebars sidebarwidget widgetarea rail share shares sharing sharebar sharer social
  socials followus sns related relatedposts relateds recommend recommended recommendation recommendations recirc
  recirculation trending mostread mostpopular yarpp hotnews newsletter newsletters subscribe subscription signup optin
  mailchimp login signin consent ads advert adverts advertisement advertising adbox adslot dfp sponsor sponsored sponsors
  pagination pager paging pagenav offcanvas toolbar authorbox byline bylines dateline postmeta taglist tagcloud fenxiang
  tuijian xiangguan pinglun daohang guanggao dibu erweima qrcode
  signature signatures copyright copyrights disclaimer disclaimers banquan shengming mianze`);

export const furniturePairs = list(`author-box author-bio author-info about-author author-card post-meta entry-meta
  article-meta meta-info post-tags entry-footer post-footer article-footer post-navigation nav-links skip-link sr-only
  visually-hidden screen-reader most-read most-popular more-stories more-news more-articles next-post prev-post post-nav
  related-posts also-like up-next latest-news latest-posts recent-posts sign-up opt-in social-media follow-us back-top
  cli-modal cli-privacy cli-bar cli-tab site-header site-footer side-bar foot-nav`);

/** Furniture where it is short or full of links. */
export const doubtful = list(`menu menus popular similar suggestions subscriber register privacy promo promos promoted
  banner banners modal popup popover overlay lightbox tooltip toast drawer noprint tags legal
  imprint paywall regwall rating ratings ad pum searchbar teaser teasers meta metadata widget author bio
  follow`);

/** Boxes beside a text that belong to it: quotations pulled out of it, notes, warnings. */
export const ofText = list(`pullquote pullquotes pull quote blockquote note notes footnote footnotes sidenote marginnote
  admonition callout tip warning caution important hint example infobox factbox`);

/** What readers wrote. */
export const talk = list(`comment comments commentlist commentarea disqus respond livefyre commento komentarze
  kommentare comentarios comentario commentaires commentlinks comm koment komentarz kommentar kommentarer reacties
  gentie liuyan opinie`);

/** The article's body. */
export const body = list(`articlebody articlecontent entrycontent postcontent postbody storybody articletext
  storycontent newstext contentbody maintext endtext artibody zhengwen neirong wenzhang fulltext bodytext instapaper`);

export const bodyPairs = list(`article-body article-content article-text entry-content post-content post-body post-text
  story-body story-content story-text body-text body-content news-content news-body news-text blog-content
  single-content field-body td-post-content wp-content detail-content content-detail art-content article-detail
  cont-text con-text post-entry entry-body markdown-body`);

/** Where the article is: as a whole name, or as one of two words of a name. */
export const main = list('main content maincontent');
export const mainPairs = list('main-content content-main page-content');

/** A name that begins or ends with one of these tells of a state: `has-sidebar`, `comments-open`. */
export const stateFirst = list('has with no not is hide without js show');
export const stateLast = list('open closed on off enabled disabled count');

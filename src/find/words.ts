/** What names of classes and ids say: words, and pairs of neighbouring words, each with how often it was right. */

/**
 * A word that stood on pages of the benchmarks has its evidence beside it: `nav:465:91` is on 465 of 713 pages with
 * full texts, and 91 per cent of the text under it is none of theirs; of words for the article it is the per cent that
 * is. What a page holds in it nearly whole (`guard`, `most`) is spared, so that a share may be low and the word safe.
 * A word without is from the names of programs and themes.
 */
const list = (text: string): ReadonlySet<string> => {
  return new Set(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => entry.replace(/:.*/, '')),
  );
};

/** Never a part of an article. */
export const never = list(`
  cookie:41:98 cookies:17:100 cookiebot gdpr:4:100 onetrust didomi cmplz:1:100 borlabs captcha:6:100 recaptcha:1:100
  adsbygoogle adsense taboola:2:100 outbrain zergnet addthis:10:99 addtoany:1:0 sharethis:3:100 sharedaddy:11:99
  shareaholic jiathis:4:100 bshare:3:100 popmake:3:99 skiplink:3:100 skiplinks:3:100 screenreader:1:100
  searchform:4:100 searchbox:9:94
`);

/** The Wayback Machine's bar and the line that it prints. */
export const neverPairs = list(`
  wm-ipp
`);

/** Furniture, unless it holds much of the prose. */
export const furniture = list(`
  nav:465:90 navbar:77:93 navigation:170:78 navi:9:99 subnav:44:98 gnav:2:98 mainnav:7:98 sidenav:9:98
  breadcrumb:106:37 breadcrumbs:88:80 crumbs:15:94 crumb:21:91 submenu:55:97 mainmenu:16:99 megamenu:25:96
  topbar:19:97 topnav:26:99 topmenu:4:97 sitenav:1:100 sitemap:6:100 masthead:57:96 navheader:1:48 navfooter:1:73
  relbar sphinxsidebar:2:37 footer:546:97 footnav:5:100 colophon:18:99 subfooter:2:100 prefooter:5:100 sitefooter
  stopka:2:100 sidebar:192:64 sidebars:3:5 sidebarwidget:3:100 widgetarea rail:16:62 share:192:84 shares:6:100
  sharing:17:98 sharebar:5:100 sharer social:172:93 socials:18:98 followus sns:2:100 related:137:94
  relatedposts:3:100 relateds recommend:6:100 recommended:12:99 recommendation:5:19 recommendations:2:100
  recirc:4:100 recirculation:3:100 trending:25:100 mostread:2:100 mostpopular:5:100 yarpp:3:100 hotnews:6:100
  newsletter:74:65 newsletters:2:100 subscribe:64:99 subscription:23:83 signup:34:100 optin:9:100 mailchimp
  login:136:100 signin:9:99 consent:21:98 ads:10:69 advert:11:86 adverts:2:100 advertisement:5:44 advertising:6:9
  adbox adslot dfp:4:38 sponsor:9:100 sponsored:5:100 sponsors:1:100 pagination:28:91 pager:3:96 paging:1:100
  pagenav offcanvas:11:58 toolbar:20:97 authorbox:1:100 byline:82:98 bylines:1:0 dateline:10:96 postmeta:1:100
  taglist:3:58 tagcloud:7:100 fenxiang tuijian:3:100 xiangguan pinglun:1:100 daohang:6:100 guanggao:3:100 dibu jubao
  erweima qrcode signature:10:100 signatures copyright:225:100 copyrights:9:100 disclaimer:45:99 disclaimers:1:100
  banquan shengming mianze
`);

export const furniturePairs = list(`
  author-box:10:99 author-bio:12:98 author-info:18:98 about-author:1:100 author-card:4:100 post-meta:27:98
  entry-meta:30:100 article-meta:19:87 meta-info:3:100 post-tags:5:99 entry-footer:18:99 post-footer:12:95
  article-footer:6:100 post-navigation:15:100 nav-links:30:96 skip-link:71:99 sr-only:62:97 visually-hidden:32:98
  screen-reader:56:91 most-read:8:100 most-popular:30:99 more-stories:1:100 more-news:12:100 more-articles
  next-post:2:100 prev-post:1:100 post-nav:4:100 related-posts:14:95 also-like up-next latest-news:7:100
  latest-posts:1:100 recent-posts:14:100 sign-up:7:100 opt-in:1:100 social-media:14:48 follow-us:8:100 back-top:4:63
  cli-modal:4:100 cli-privacy:4:100 cli-bar:4:100 cli-tab:4:100 site-header:63:96 site-footer:54:97 side-bar:1:100
  foot-nav:3:90
`);

/** Furniture where it is short or full of links. */
export const doubtful = list(`
  menu:415:94 menus:25:97 popular:57:98 similar:3:100 suggestions:10:100 subscriber:1:100 register:22:100
  privacy:47:100 promo:36:94 promos:2:100 promoted:2:27 banner:109:82 banners:7:100 modal:60:97 popup:74:91
  popover:10:100 overlay:47:62 lightbox:4:100 tooltip:27:99 toast drawer:18:93 noprint:3:98 tags:85:86 legal:38:100
  imprint:1:100 paywall:2:49 regwall rating:40:78 ratings:11:86 ad:133:56 pum:3:99 searchbar:13:100 teaser:21:74
  teasers:2:98 meta:159:31 metadata:19:100 widget:141:43 author:206:52 bio:28:98 follow:36:61
`);

/** Boxes beside a text that belong to it: quotations pulled out of it, notes, warnings. */
export const ofText = list(`
  pullquote:1:0 pullquotes pull:18:65 quote:52:88 blockquote:7:100 note:21:45 notes:16:20 footnote:6:8
  footnotes:1:100 sidenote marginnote admonition:4:100 callout:10:67 tip:8:63 warning:12:51 caution:1:0
  important:5:63 hint example:7:74 infobox:4:22 factbox
`);

/** What readers wrote. */
export const talk = list(`
  comment:153:90 comments:136:90 commentlist:6:100 commentarea disqus:3:100 respond:31:80 livefyre commento
  komentarze:1:100 kommentare comentarios comentario commentaires commentlinks comm:11:99 koment komentarz:1:100
  kommentar kommentarer reacties gentie liuyan opinie:2:100
`);

/** ...and what its maker chose of that. */
export const quotedTalk = list('testimonial testimonials');

/** The article's body. */
export const body = list(`
  articlebody:2:97 articlecontent:2:95 entrycontent postcontent:1:98 postbody:4:84 storybody:1:0 articletext:2:16
  storycontent:2:72 newstext contentbody:2:31 maintext:2:82 endtext artibody:18:93 zhengwen neirong wenzhang
  fulltext:3:99 bodytext:2:100 instapaper
`);

export const bodyPairs = list(`
  article-body:55:91 article-content:41:88 article-text:26:66 entry-content:56:92 post-content:50:93 post-body:19:97
  post-text:9:70 story-body:15:87 story-content:14:66 story-text:1:100 body-text:4:56 body-content:21:84
  news-content:16:82 news-body:5:12 news-text:16:43 blog-content:10:94 single-content:7:84 field-body:1:100
  td-post-content wp-content detail-content:5:91 content-detail:3:0 art-content:3:97 article-detail:2:96
  cont-text:1:0 con-text:1:12 post-entry:2:61 entry-body markdown-body:1:100
`);

/** Where the article is: as a whole name, or as one of two words of a name. */
export const main = list(`
  main:177:67 content:303:64 maincontent:12:68
`);
export const mainPairs = list(`
  main-content:97:69 content-main:22:66 page-content:48:61
`);

/** A name that begins or ends with one of these tells of a state: `has-sidebar`, `comments-open`. */
export const stateFirst = list('has with no not is hide without js show');
export const stateLast = list('open closed on off enabled disabled count');

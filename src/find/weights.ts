/**
 * Every threshold of the finder, once, with what it weighs. Weights are those of `body/measure.ts`: about letters.
 * Shares are of the page's prose where nothing else is said. None is sharp: half or twice of one moves a benchmark's
 * F1 by less than half a point.
 */

// --- what is prose ---

/** A paragraph that weighs this much outside links is prose, whatever its punctuation. */
export const LONG = 100;
/** A shorter one is where it ends a sentence. */
export const SENTENCE = 35;
/** Shorter ones say little of where the article is: what ends a sentence counts by half... */
export const SHORT_SENTENCE_COUNTS = 0.5;
/** ...and a line without a sentence's end by this. */
export const SHORT_LINE_COUNTS = 0.15;
/** More link text than this share, and a paragraph is no prose. */
export const LINKED = 0.5;
/** A paragraph with this much prose is a full one: what has none is lines and links. */
export const FULL = 60;
/** A text inside a heading tag is a heading up to this weight; up to that one where it has fewer sentences than these. */
export const HEADING_MOST = 150;
export const HEADING_TAG_MOST = 400;
export const HEADING_STOPS = 2;
/** A link around a whole block of this weight is a card; its text is text. */
export const BLOCK_LINK = 80;

// --- what is furniture ---

/** A side bar, a foot or head of the page that holds more of the prose than this is not taken for one. */
export const LANDMARK_MOST = 0.4;
export const FOOT_MOST = 0.75;
/** `<nav>`, and boxes that never hold an article: only what holds nearly everything is spared. */
export const NEVER_MOST = 0.9;
/** A box with a telling name. */
export const NAMED_MOST = 0.3;
/** ...and where less than this share stands before it, or behind it. */
export const NAMED_EDGE_MOST = 0.45;
export const EDGE = 0.03;
/** A name that stands on more than this share of the page's text outside links says nothing of any part of it. */
export const NAME_MOST = 0.5;
/** Share of quoted text in a box that is a quotation. */
export const QUOTED = 0.5;
export const FORM_MOST = 0.5;
/** A label or a link inside a line, in characters. */
export const INLINE_MOST = 120;
/** Weight of a button's words that may be the question which its panel answers. */
export const OPENER_LEAST = 25;
/** Full paragraphs that a form may hold and be furniture; on forums a thread can stand in one. */
export const FORM_PARAGRAPHS = 3;
export const FORUM_FORM_PARAGRAPHS = 1;
/** A box with a doubtful name goes where it has no full paragraph, or more link text than this share. */
export const DOUBTFUL_LINKED = 0.4;
/** ...and on a page that does not call itself an article, where it is this short too. */
export const DOUBTFUL_SHORT = 40;
/** Prose that must be left beside comments, or they are what the page is for. */
export const LEFT_WITHOUT_COMMENTS = 300;
/** Prose that opens a thread at most, and how many times as much the answers hold. */
export const OPENER_MOST = 1200;
export const THREAD_TIMES = 2.5;
/** What the page names as its article is not cut with the box around it, from this weight and share on. */
export const GUARDED = 200;
export const GUARDED_SHARE = 0.25;
/** Hidden text is the page where it is more than this share of all text: scripts were to show it. */
export const HIDDEN_PAGE = 0.4;
/** `<noscript>` is the page where it holds this much, and that many times what the rest holds. */
export const NOSCRIPT_PAGE = 200;
export const NOSCRIPT_TIMES = 1.5;

// --- what is one of many ---

/** Siblings of one shape are a set of cards from this number on, and where that share of them are cards. */
export const CARDS_LEAST = 3;
export const CARDS_SHARE = 0.8;
/** A card: its weight, its links, its full paragraphs, the weight and the share of its link text. */
export const CARD_LEAST = 10;
export const CARD_MOST = 900;
export const CARD_LINKS = 6;
export const CARD_PARAGRAPHS = 2;
export const CARD_LINKED = 8;
export const CARD_LINK_SHARE = 0.06;
/** What text in cards and in boxes of links counts when the article's place is looked for. */
export const CARD_COUNTS = 0.25;
/** A box of links holds no full paragraph; its links, their share of the text, the share of the prose at most. */
export const BOX_LINKS = 3;
export const BOX_LINKED = 0.4;
export const BOX_MOST = 0.4;
/** A page is a list where its cards weigh more than this share of its other prose, and that is little. */
export const LIST_CARDS = 0.5;
export const LIST_PROSE = 3000;
/** ...and no box holds this many full paragraphs in a row. */
export const TEXT_PARAGRAPHS = 4;

// --- where the article is ---

/** Share of the prose that `<main>` and the like must hold, and a box whose name only has such a word in it. */
export const MAIN_LEAST = 0.5;
export const MAIN_LIKE_LEAST = 0.75;
/** Share of that which an `<article>` must hold, a body by its name, a body by its microdata. */
export const ARTICLE_LEAST = 0.6;
export const BODY_LEAST = 0.3;
export const SAID_LEAST = 0.3;
/** Another `<article>` with this share of the first one's prose is a part of the same text. */
export const PART_LEAST = 0.3;
/** Among several, a later one must hold this many times as much. */
export const BETTER = 1.02;
/** A body that stands in pieces: the share of the first, the weight of each other. */
export const PIECE_LEAST = 0.2;
export const PIECE = 100;
/** One step down: the child has this share of the prose... */
export const STEP = 0.9;
/** ...or this one, and `STEP` of the prose that is not full of links. */
export const STEP_LEAST = 0.6;
export const CLEAN_LINKED = 0.2;
/** ...or this one, and the title stands in it. */
export const STEP_TITLED = 0.5;
/** The way down ends where less than this share of the page's prose would be left. */
export const STAY = 0.5;
/** ...or less than this, unless that is this share of it. */
export const STAY_LEAST = 150;
export const STAY_SHORT = 0.75;

// --- the line under the title ---

/** Prose that the article has where sentences above it are taken for a part of it. */
export const LEAD_ROOT = 200;
/** Such a line: its weight at most, as a heading or as prose at least, its link share, and how many there may be. */
export const LEAD_MOST = 800;
export const LEAD_HEADING = 60;
export const LEAD_PROSE = 50;
export const LEAD_LINKED = 0.2;
export const LEAD_LINES = 8;
/** How far above its caption a picture is looked for, and the elements of the box that holds both at most. */
export const PICTURE_STEPS = 3;
export const PICTURE_PARTS = 40;
/** Weight of the box around the title, with its lines on author and date. */
export const HEADER_MOST = 300;
/** Letters of a line that is the title since `<title>` says it, its share of that, and its weight at most. */
export const TITLE_LEAST = 6;
export const TITLE_SHARE = 0.4;
/** ...where it begins with the line: behind that stands the site's name. */
export const TITLE_START = 0.25;
export const TITLE_MOST = 400;

// --- the lines on author and date ---

/** How many lines between title and text, and behind the text, are asked. */
export const BYLINE_LINES = 14;
export const BYLINE_TAIL = 10;
export const BYLINE_ABOVE = 3;
/** ...behind the first paragraph of the text; and right above it where no line says the title. */
export const BYLINE_BEHIND = 4;
export const BYLINE_NEAR = 3;
/** A heading that is the article's title, where `<title>` is none. */
export const HEADING_ABOVE = 20;
/** Names of parts of a site are short. */
export const SECTION_MOST = 40;
/** A line with more text in links leads to other articles. */
export const BYLINE_LINKED = 60;

// --- what is trimmed inside ---

/** Prose that the article must have for its links to be judged by it. */
export const TRIM_PROSE = 100;
/** Share of link text of a heap of links: before the first and behind the last prose, and between. */
export const HEAP_AT_EDGE = 0.5;
export const HEAP_INSIDE = 0.75;
export const HEAP_LINKS = 2;
/** The same of a paragraph and of a table, and of a line that is nothing but a link. */
export const HEAP_SURE = 0.8;
/** The weight of such a line at least; what stands beside a link to another site at most. */
export const LINK_LINE = 12;
export const LINK_LINE_BESIDE = 2;
/** A link of this weight behind a label is the title of an article. */
export const LINKED_TITLE = 20;
/** An item behind the last prose is an annotated source, no teaser, from this weight and below this link share. */
export const ANNOTATED = 250;
export const ANNOTATED_LINKED = 0.2;
/** A paragraph that was there before, word by word, says nothing new from this weight on. */
export const REPEATED = 80;
/** Prose of an article whose headings are judged by what is left below them. */
export const HEADINGS_PROSE = 200;

// --- how sure the choice is, from 1 down ---

/** Nothing names the article. */
export const UNMARKED_COSTS = 0.1;
/** It holds less than this share of what was left to read. */
export const SURE_SHARE = 0.7;
export const SHARE_COSTS = 0.3;
/** Less than this share of all prose of the page was kept. */
export const KEPT_SHARE = 0.4;
export const KEPT_COSTS = 0.4;
/** Another box that went had this many times its prose. */
export const RIVAL = 0.5;
export const RIVAL_COSTS = 0.3;
/** It has less prose than this. */
export const FEW_WORDS = 200;
export const FEW_WORDS_COST = 0.4;
export const LIST_COSTS = 0.4;

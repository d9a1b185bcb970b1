/**
 * The language of a code block, from the classes that highlighters and site generators write. Some say that a word is a
 * language (`language-js`); beside the highlighters' own words only what is a language's name counts, because a class
 * may be anything (`highlight tab-size`, `prettyprint notranslate`).
 */

import { isLanguageName } from '../../body/language-names.js';
import { following, type Node } from '../../body/tree.js';

/** `language-js`, `lang-js`, `highlight-source-js` (GitHub), `mw-highlight-lang-js` (MediaWiki), `src src-js` (Org mode) */
const PREFIXED = /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|mw-highlight-lang-|src src-)([^\s`]+)/i;
/** `highlight-python notranslate` (Sphinx) */
const SPHINX = /(?:^|\s)highlight-([\w+#-]+)\s+notranslate/;
/** `brush: js` (SyntaxHighlighter) */
const BRUSH = /(?:^|[\s;])brush:\s*([\w+#.-]+)/i;
/** `lang:python decode:true` (Crayon) */
const CRAYON = /(?:^|\s)lang:([\w+#-]+)/;
/** Words of highlighters, beside which or before a hyphen a language's name says what the code is. */
const HIGHLIGHTER =
  /(?:^|[\s_-])(?:source-?code|hljs|highlight(?:er)?|prettyprint|src|source|syntaxhighlighter|dp-highlighter|codehilite|blob-wrapper|mw-geshi|geshi|shiki|coderay|rouge|crayon|codecolorer|code|listing)(?:$|[\s_-])/i;
/** `source-bash` (GeSHi), `type-python` (a gist), `bg_java` (CSDN), `dp-sql` (SyntaxHighlighter 1), `highlight-python` */
const AFFIX = /^(?:source-|type-|bg_|dp-|highlight-|src-)/i;
/** What a name may be wrapped in: `{.python}`, `js{1,3}` */
const NAME = /[\p{L}\p{M}\p{N}_+#.-]+/u;

/** SyntaxHighlighter 1 has lists of its own names; `dp-c` is that of many languages. */
const DP_LISTS: Readonly<Record<string, string>> = { 'dp-j': 'java', 'dp-py': 'python', 'dp-rb': 'ruby', 'dp-c': '' };

/** Words that say that there is no language */
const NO_LANGUAGE =
  /^(?:highlight|hljs|plain|none|default|text|plaintext|txt|line-numbers|linenums|nohighlight|auto|copyable|code|pre|toolbar|collapse|literal-block|numberlines?|wrap|undefined|fallback|has-numbering|prettyprinted)$/i;

/** Elements around the code whose class is asked (`figure > table > tbody > tr > td > pre`), and how many. */
const AROUND_CODE = new Set(['figure', 'div', 'section', 'table', 'tbody', 'tr', 'td', 'span']);
const ANCESTORS = 7;
/** Nodes in front of the `code` of a `pre`: a bar, a button, a box. */
const BEFORE_CODE = 8;

/** What stands behind the fence, or an empty string. */
export function languageOf(pre: Node): string {
  const candidates: (Node | null)[] = [codeIn(pre), pre];
  let node: Node | null = pre.parent;
  for (let level = 0; node && level < ANCESTORS && AROUND_CODE.has(node.name); level++) {
    candidates.push(node);
    node = node.parent;
  }
  for (const candidate of candidates) {
    const language = candidate && ownLanguage(candidate);
    if (language) return language;
  }
  return '';
}

function codeIn(pre: Node): Node | null {
  let node = following(pre, pre);
  for (let left = BEFORE_CODE; node && node.name !== 'code' && left > 0; left--) node = following(node, pre);
  return node?.name === 'code' ? node : null;
}

function ownLanguage(node: Node): string {
  if (!node.attributes) return '';
  const name = (node.get('class') ?? '').slice(0, LONGEST_CLASS);
  const isCode = node.name === 'pre' || node.name === 'code';
  for (const found of [
    namedLanguage(node),
    prefixed(name, isCode),
    SPHINX.exec(name)?.[1],
    BRUSH.exec(node.get('data-syntaxhighlighter-params') ?? name)?.[1],
    CRAYON.exec(name)?.[1],
    // `<pre name="code" class="java:nogutter">` (SyntaxHighlighter 1)
    node.get('name') === 'code' ? name.split(/[\s:]/, 1)[0] : null,
    isCode || HIGHLIGHTER.test(name) ? knownIn(name) : null,
  ]) {
    const language = found ? NAME.exec(found)?.[0].replace(/^\.+/, '') : null;
    if (language && !NO_LANGUAGE.test(language)) return language === 'html-basic' ? 'html' : language;
  }
  return '';
}

/** Around the code `lang-en` may be the language of the words. */
function prefixed(name: string, isCode: boolean): string | null {
  const found = PREFIXED.exec(name);
  const language = found?.[1] ?? null;
  if (!found || !language || isCode || !/^\s?lang-/i.test(found[0])) return language;
  return isLanguageName(language) ? language : null;
}

/** One attribute must not cost a long look. */
const LONGEST_CLASS = 400;

function knownIn(classes: string): string | null {
  for (const word of classes.split(/\s+/)) {
    const name = DP_LISTS[word] ?? word.replace(AFFIX, '');
    if (isLanguageName(name)) return name;
  }
  return null;
}

const NAMING_ATTRIBUTES = ['data-lang', 'data-language', 'data-enlighter-language', 'lang-name'];
/** `<pre lang="ruby">` (GitHub); `lang="en"` and `lang="pt-br"` are languages of people. */
const LANG_OF_CODE = /^(?:[a-z][a-z\d+#]{2,}|c|cs|go|js|kt|md|ps|py|r|rb|rs|sh|ts|vb)$/i;

function namedLanguage(node: Node): string {
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = node.get(attribute);
    if (value) return value;
  }
  const lang = node.name === 'pre' || node.name === 'code' ? node.get('lang') : null;
  return lang && LANG_OF_CODE.test(lang) ? lang : '';
}

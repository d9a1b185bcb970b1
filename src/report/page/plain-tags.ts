/**
 * The few inline tags that Markdown has no marks for (`<br>` in a table's cell, `<sub>`, `<strong>` beside CJK text),
 * without any attribute. A tag that nothing closes in its own paragraph stays text, so that it can reach nothing else.
 */
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

// `<br>`, `</strong>`; nothing with an attribute.
const plainTag = /<(\/?)(b|br|del|em|i|ins|kbd|mark|s|small|strong|sub|sup|u)>/y;

export function plainTags({ inline, core }: MarkdownIt): void {
  inline.ruler.before('html_inline', 'plain_tag', (state, silent) => {
    plainTag.lastIndex = state.pos;
    const found = plainTag.exec(state.src);
    if (!found || (found[2] === 'br' && found[1] !== '')) return false;
    if (!silent) {
      const [markup, slash, tag = ''] = found;
      const token = state.push('plain_tag', tag, 0);
      token.markup = markup;
      token.info = tag === 'br' ? 'alone' : slash === '' ? 'open' : 'close';
    }
    state.pos = plainTag.lastIndex;
    return true;
  });
  core.ruler.after('inline', 'plain_tags', ({ tokens }) => {
    for (const { children } of tokens) if (children) pair(children);
  });
}

/** Leaves the tags that pair up and turns the others into text. Marks of Markdown are paired already. */
function pair(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type !== 'plain_tag') {
      // An emphasis or link that ends here ends what was opened inside it.
      if (token.nesting === 1) open.push(token);
      else if (token.nesting === -1) {
        for (let last = open.pop(); last && last.type === 'plain_tag'; last = open.pop()) toText(last);
      }
    } else if (token.info === 'open') open.push(token);
    else if (token.info === 'close') {
      const last = open.at(-1);
      if (last?.type === 'plain_tag' && last.tag === token.tag) open.pop();
      else toText(token);
    }
  }
  for (const token of open) if (token.type === 'plain_tag') toText(token);
}

function toText(token: Token): void {
  token.type = 'text';
  token.tag = '';
  token.content = token.markup;
}

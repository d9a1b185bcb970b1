import { shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { charactersAfter } from '../clean/edges.js';
import { defineRule } from '../clean/rule.js';

/** Example: `返回搜狐，查看更多`, `返回网站首页`, `← Back to the homepage` */
const back =
  /^[<«←‹>\s]{0,3}(?:返回[\u3400-\u9fffA-Za-z]{1,10}(?:[，,]\s?(?:查看|阅读|了解)更多|首页|首頁)|トップページ(?:へ|に)戻る|홈으로 돌아가기|back to (?:the )?(?:home ?page|front page)|zurück zur (?:startseite|übersicht)|retour à l[’']accueil|volver a (?:la )?(?:portada|inicio))[>»→›.\s]{0,3}$/i;
const LONGEST = 40;
/** Elements between the words and their link. */
const LEVELS = 3;
/** Only at the article's end, in characters. */
const TAIL = 60;

/** The link around a text that says so and nothing else, or null. */
function backLink(text: Node): Node | null {
  let link = text.parent;
  for (let left = LEVELS; link && link.name !== 'a' && left > 0; left--) link = link.parent;
  if (!link?.has('href')) return null;
  const words = shortText(link, LONGEST);
  return words !== null && back.test(words) ? link : null;
}

export const returnLink = defineRule({
  name: 'return-link',
  group: 'promotion',
  why: 'A link behind the last sentence that leads back to the site’s first page was put there by the site.',
  match: { names: ['#edge'], test: (text, context) => charactersAfter(text, context) <= TAIL && !!backLink(text) },
  action: {
    edit: (text, edits) => {
      const link = backLink(text);
      if (link) edits.remove(link);
    },
  },
  examples: [
    {
      title: 'behind the last sentence',
      before: '<p>他们平安到家。<a href="/"><span>返回搜狐，查看更多</span></a></p>',
      after: '<p>他们平安到家。</p>',
    },
    {
      title: 'in English',
      before: '<p>They came home.</p><p><a href="/">Back to homepage</a></p>',
      after: '<p>They came home.</p><p></p>',
    },
    {
      title: 'in German',
      before: '<p>Sie kamen heim.</p><p><a href="/">« Zurück zur Startseite</a></p>',
      after: '<p>Sie kamen heim.</p><p></p>',
    },
  ],
  keeps: [
    { title: 'words without a link', html: '<p>点“返回首页，查看更多”就能回去。</p>' },
    { title: 'a link to another place', html: '<p>Read on: <a href="/harbour">Back to the harbour</a></p>' },
    {
      title: 'in the middle of the text',
      html: `<p>Press <a href="/">Back to homepage</a> and see what happens. ${'The ferry is late. '.repeat(10)}</p>`,
    },
  ],
});

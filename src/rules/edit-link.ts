import { defineRule } from '../clean/rule.js';

export const editLink = defineRule({
  name: 'edit-link',
  group: 'leftovers',
  why: 'A wiki puts a link to its editor at every heading; it is a tool of the site and no word of the heading.',
  match: { names: ['span', 'div'], selector: '.mw-editsection, .editsection, .mw-editsection-like' },
  action: 'remove',
  examples: [
    {
      title: 'MediaWiki',
      before:
        '<h2><span id="L">Launch</span><span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span></h2>',
      after: '<h2><span id="L">Launch</span></h2>',
    },
    {
      title: 'MediaWiki until 2013',
      before: '<h2><span class="editsection">[<a href="/e">Modifier</a>]</span> Le port</h2>',
      after: '<h2> Le port</h2>',
    },
  ],
  keeps: [
    { title: 'a note in brackets', html: '<h2>Launch [<a href="/w/index.php?action=edit">edit</a>]</h2>' },
    { title: 'a word that begins so', html: '<p><span class="editsections">Two sections.</span></p>' },
  ],
});

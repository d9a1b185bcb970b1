import { liveAddresses, runsCode } from '../body/live.js';
import { type Act, defineRule } from '../clean/rule.js';

const disarm: Act = (node, edits) => {
  const live = liveAddresses(node);
  if (node.name === 'a' && live.includes('href')) edits.unwrap(node);
  else if (node.name === 'img' && runsCode(node.get('src') ?? '#', true)) {
    const alt = node.get('alt');
    if (alt) edits.addText(alt, node, 'before');
    edits.remove(node);
  } else edits.attributes(node, live);
};

export const unsafeLink = defineRule({
  name: 'unsafe-link',
  group: 'links',
  why: 'A link that runs code instead of leading somewhere (`javascript:`, `data:text/html`) does nothing in an archive, or harm; its words stay.',
  match: {
    names: ['#attributed'],
    test: (node) => liveAddresses(node).length > 0,
  },
  inCode: true,
  action: { edit: disarm },
  examples: [
    { title: 'a script', before: '<p><a href="javascript:print()">Print</a></p>', after: '<p>Print</p>' },
    { title: 'a script in disguise', before: '<a href=" java&#9;Script&colon;go()">x</a>', after: 'x' },
    { title: 'a document in the address', before: '<a href="data:text/html,hi">x</a>', after: 'x' },
    { title: 'a control character before it', before: '<a href="&#15;javascript:go()">x</a>', after: 'x' },
    {
      title: 'a film in an object',
      before: '<object><param name="movie" value="&#1;javascript:go()">Words</object>',
      after: '<object><param name="movie">Words</object>',
    },
    {
      title: 'a link in a formula',
      before: '<math><mi href="vbscript:go()">x</mi></math>',
      after: '<math><mi>x</mi></math>',
    },
    { title: 'an image', before: '<img src="javascript:x()" alt="A cat">', after: 'A cat' },
  ],
  keeps: [
    { title: 'a page about it', html: '<a href="https://example.org/javascript:void">x</a>' },
    { title: 'a picture in the address', html: '<img src="data:image/png;base64,iVBORw0KGgo=">' },
    {
      title: 'words that begin so',
      html: '<img src="a.png" alt="JavaScript: the good parts"><input value="javascript: yes">',
    },
    { title: 'a relative address', html: '<a href="javascript.html">x</a>' },
  ],
});

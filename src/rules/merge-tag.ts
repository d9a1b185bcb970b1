import { defineRule } from '../clean/rule.js';

/** A tag that a mailer fills in for each receiver. Example: `*|ARCHIVE|*`, `[[UNSUB_LINK_EN_US]]`, `%%unsubscribe%%`. */
const tag =
  /^\s*(?:\*\|[\w:. -]{1,60}\|\*|\[\[[A-Z][\w-]{1,60}\]\]|%%[\w:.-]{1,60}%%|%[A-Za-z_]{3,40}%|\{\$[\w.]{1,60}\})\s*$/;

export const mergeTag = defineRule({
  name: 'merge-tag',
  group: 'links',
  why: 'A mailer fills such tags in when it sends; where one was left as an address the link leads nowhere. Its words stay.',
  match: { names: ['a'], test: (node) => tag.test(node.get('href') ?? '') },
  action: 'unwrap',
  examples: [
    { title: 'Mailchimp', before: '<p><a href="*|ARCHIVE|*">View it here</a></p>', after: '<p>View it here</p>' },
    { title: 'Mailjet', before: '<a href="[[UNSUB_LINK_EN_US]]">leave</a>', after: 'leave' },
  ],
  keeps: [
    { title: 'an address with such signs', html: '<a href="/a?x=%20%41">a</a> <a href="#[[1]]">b</a>' },
    { title: 'a tag that the text shows', html: '<p>Write *|ARCHIVE|* there.</p>' },
  ],
});

import { descendants, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { isBlankImage } from './lib/image-source.js';

/** The addresses of images and links outside `<noscript>`: what a reader with scripts sees. */
function seen({ root, memo }: Context): Set<string> {
  let targets = memo.get('noscript') as Set<string> | undefined;
  if (targets) return targets;
  targets = new Set();
  memo.set('noscript', targets);
  for (const node of descendants(root)) {
    const target = node.name === 'img' ? node.get('src') : node.name === 'a' ? node.get('href') : null;
    if (target && !isInNoscript(node)) targets.add(plain(target));
  }
  return targets;
}

function isInNoscript(node: Node): boolean {
  let left = 4;
  for (let at = node.parent; at && left-- > 0; at = at.parent) if (at.name === 'noscript') return true;
  return false;
}

/** Without scheme and query: the same image at another size is the same image. */
function plain(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).replace(/^https?:/, '').replace(/-\d+x\d+(?=\.\w+$)/, '');
}

/** Counters in `<noscript>` are what the rest of it is for. */
const counter = /^[01](?:px)?$/;

const open: Act = (node, edits, context) => {
  const targets = seen(context);
  const missing: Node[] = [];
  for (const inner of descendants(node)) {
    const target = inner.name === 'img' ? inner.get('src') : inner.name === 'a' ? inner.get('href') : null;
    if (!target || isBlankImage(target) || counter.test(inner.get('width') ?? '') || targets.has(plain(target)))
      continue;
    targets.add(plain(target));
    missing.push(inner);
  }
  if (missing.length === 0) edits.remove(node);
  else edits.unwrap(node);
};

export const noscript = defineRule({
  name: 'noscript',
  group: 'code',
  why: 'Browsers with scripts never show `<noscript>`: it asks to switch scripts on or repeats what the page shows anyway. Where it holds an image or a link that the page lacks, it stays.',
  match: { names: ['noscript'] },
  action: { edit: open },
  examples: [
    { title: 'a request', before: '<p>One.</p><noscript>Please enable JavaScript.</noscript>', after: '<p>One.</p>' },
    {
      title: 'the twin of an image',
      before: '<img src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
      after: '<img src="/a.jpg">',
    },
    {
      title: 'the only image',
      before: '<p><noscript><img src="/a.jpg"></noscript></p>',
      after: '<p><img src="/a.jpg"></p>',
    },
  ],
  keeps: [{ title: 'code that shows it', html: '<pre>&lt;noscript&gt;Hi&lt;/noscript&gt;</pre>' }],
});

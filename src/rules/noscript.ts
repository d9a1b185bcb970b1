import { descendants, following, type Node, TEXT } from '../body/tree.js';
import { blocks, invisible } from '../body/vocabulary.js';
import { withoutSpace } from '../body/white-space.js';
import { type Context, once } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { isBlankImage, lazyAttributes } from './lib/image-source.js';

/** What a reader with scripts sees. */
interface Seen {
  /** The addresses of images and links. */
  targets: Set<string>;
  /** Letters of the text: blanks are none. */
  letters: number;
}

/** Shorter than this it is a request to switch scripts on, whatever else the page shows. */
const ARTICLE = 60;

function seenOf({ root }: Context): Seen {
  const seen: Seen = { targets: new Set(), letters: 0 };
  for (let node = root.first; node; ) {
    const isOutside = node.name !== 'noscript' && node.name !== 'head';
    if (isOutside && node.type === TEXT) seen.letters += lettersOf(node);
    const target = isOutside ? targetIn(node) : null;
    if (target) seen.targets.add(plain(target));
    // A lazy image keeps its address, of one size or another, where the page's script finds it.
    if (isOutside && node.name === 'img') {
      for (const name of lazyAttributes) if (node.has(name)) seen.targets.add(plain(node.get(name) as string));
    }
    node = following(node, root, !isOutside || invisible.has(node.name));
  }
  return seen;
}

function targetIn(node: Node): string | null {
  return node.name === 'img' ? node.get('src') : node.name === 'a' ? node.get('href') : null;
}

function lettersOf({ data }: Node): number {
  return withoutSpace(data).length;
}

/** A page that a script was to build may stand whole in `<noscript>`: it has paragraphs, and all other text is less. */
function holdsArticle(noscript: Node, outside: number): boolean {
  let letters = 0;
  let isBuilt = false;
  for (let node = noscript.first; node; node = following(node, noscript, invisible.has(node.name))) {
    if (node.type === TEXT) letters += lettersOf(node);
    else isBuilt ||= blocks.has(node.name);
  }
  return isBuilt && letters >= ARTICLE && letters > outside;
}

/** Without scheme and query: the same image at another size is the same image. */
function plain(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).replace(/^https?:/, '').replace(/-\d+x\d+(?=\.\w+$)/, '');
}

/** Counters in `<noscript>` are what the rest of it is for. */
const counter = /^[01](?:px)?$/;

const open: Act = (node, edits, context) => {
  const { targets, letters } = once(context, seenOf);
  // Named in a sentence and never closed, it would take the rest of the article along.
  // Blanks alone part the words beside it.
  const isBlank = node.first?.type === TEXT && node.first === node.last && lettersOf(node.first) === 0;
  if (isBlank || node.closeStart === node.end || context.shown?.has(node) || holdsArticle(node, letters)) {
    edits.unwrap(node);
    return;
  }
  const missing: Node[] = [];
  for (const inner of descendants(node)) {
    const target = targetIn(inner);
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
  why: 'Browsers with scripts never show `<noscript>`: it asks to switch scripts on or repeats what the page shows anyway. Where it holds an image or a link that the page lacks, or the whole article, it stays.',
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
    {
      title: 'the article itself, on a page that a script was to build',
      before:
        '<noscript><h1>The weir</h1><p>It was built of oak in the dry summer, and it held until the ice came down.</p></noscript>',
      after: '<h1>The weir</h1><p>It was built of oak in the dry summer, and it held until the ice came down.</p>',
    },
    {
      title: 'named in a sentence',
      before: '<p>Put it in the <noscript> of the page.</p><p>Then save.</p>',
      after: '<p>Put it in the  of the page.</p><p>Then save.</p>',
    },
    {
      title: 'a notice in paragraphs above the article',
      before:
        '<noscript><p>This site works best with scripts: please switch them on in the settings of your browser, then load it again.</p></noscript><p>The weir was built of oak in the dry summer of that year, and it held for two winters until the ice came down the river in March.</p>',
      after:
        '<p>The weir was built of oak in the dry summer of that year, and it held for two winters until the ice came down the river in March.</p>',
    },
  ],
  keeps: [{ title: 'code that shows it', html: '<pre>&lt;noscript&gt;Hi&lt;/noscript&gt;</pre>' }],
});

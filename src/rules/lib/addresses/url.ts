/**
 * What an address says besides where it leads: redirects to follow by reading, counting parameters to cut. Addresses
 * are cut, never parsed and printed again: everything else stays byte for byte.
 */
import { imageRedirects, linkRedirects, type Redirect } from './redirects.js';

/** Redirects inside redirects are followed this far. */
const MAX_HOPS = 6;

/** `//host/path?query#fragment`, with or without a scheme. Example: `https://a.b/c?d=e#f`. */
const address = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/** Last part of a path whose page does nothing but lead on. Example: `/action/GoToLink`. */
const redirectPage =
  /\/(?:redirect|redir|go|goto|gotolink|go-wild|link|jump|out|outgoing|away|exit|leave|linkfilter|linkout|safecheck|sinaurl)(?:\.(?:php|aspx?|html?|jsp|shtml))?\/?$/i;

/** Parameters that hold a target on such pages. */
const targetParameters = [
  'target',
  'url',
  'to',
  'u',
  'goto',
  'link',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
];

/** Escaped ASCII, apart from what an address may not hold bare. Example: `%3A`. */
const escaped = /%(?:2[13-9a-f]|3[0-9abdf]|40|[46][1-9a-f]|[57][0-9a]|5[bdf]|7e)/gi;

function unescapeOnce(text: string): string {
  return text.replace(escaped, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** The absolute address that a parameter's value holds, at most three times escaped, or null. */
function targetIn(value: string): string | null {
  let text = value;
  for (let i = 0; i < 3; i++) {
    if (/^https?:\/\/[^/?#]/i.test(text)) return text;
    if (!text.includes('%')) return null;
    text = unescapeOnce(text);
  }
  return /^https?:\/\/[^/?#]/i.test(text) ? text : null;
}

function parameter(query: string, name: string): string | null {
  for (let at = 0; at <= query.length; ) {
    const end = query.indexOf('&', at);
    const stop = end < 0 ? query.length : end;
    if (query.startsWith(name, at) && query[at + name.length] === '=') {
      const value = query.slice(at + name.length + 1, stop);
      // A target that nobody escaped: what follows its own `?` is its own.
      return value.includes('?') ? query.slice(at + name.length + 1) : value;
    }
    at = stop + 1;
  }
  return null;
}

function lookUp(table: ReadonlyMap<string, readonly Redirect[]>, host: string): readonly Redirect[] {
  if (/^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host)) return table.get('google.com') ?? [];
  for (let name = host; name; name = name.slice(name.indexOf('.') + 1)) {
    const found = table.get(name);
    if (found) return found;
    if (!name.includes('.')) break;
  }
  return [];
}

/** Behind the last `http:` of a path or query that is a target as a whole. */
function wholeTarget(url: string): string | null {
  const at = url.slice(8).search(/https?(?::|%3a|%253a)/i);
  return at < 0 ? null : targetIn(url.slice(at + 8));
}

function oneHop(url: string, table: ReadonlyMap<string, readonly Redirect[]>, general: boolean): string | null {
  const parts = address.exec(url);
  if (!parts) return null;
  const [, host = '', path = '', query = ''] = parts;
  for (const { paths, parameters } of lookUp(table, host.toLowerCase())) {
    if (!paths.some((start) => (path || '/').startsWith(start))) continue;
    for (const name of parameters) {
      const value = name === '?' ? wholeTarget(url) : parameter(query, name);
      const target = value && targetIn(value);
      if (target) return target;
    }
  }
  if (!general || !redirectPage.test(path)) return null;
  for (const name of targetParameters) {
    const value = parameter(query, name);
    const target = value && targetIn(value);
    if (target) return target;
  }
  return null;
}

/** No address without a second `http` in it leads anywhere else. */
function holdsAddress(url: string): boolean {
  return url.indexOf('http', 5) > 0;
}

/**
 * Where a link leads in the end.
 * @returns the target, or null where the link is no redirect
 */
export function resolveRedirect(url: string): string | null {
  let target: string | null = null;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const current: string = target ?? url;
    const next = holdsAddress(current) ? oneHop(current, linkRedirects, true) : null;
    if (!next) break;
    target = next;
  }
  return target;
}

/** WordPress' image servers: the path is the image's own host and path. Example: `https://i0.wp.com/a.org/b.jpg?w=9`. */
const photon =
  /^(?:https?:)?\/\/(?:i[0-3]\.wp\.com|cdn\.statically\.io\/img|[\w-]+\.cdn\.ampproject\.org\/ii?\/(?:w\d+\/)?s?)\/([^/?#]+\.[^/?#]+\/[^?#]*)(?:\?([^#]*))?/i;

/** Small servers that put their own headers before somebody's image. Example: `https://cors.x.workers.dev/?http://a/b`. */
const bareQuery =
  /^(?:https?:)?\/\/[^/?#]*(?:cors|proxy|workers\.dev|imageproxy)[^/?#]*\/(?:[\w-]+\/)?\??(https?(?::|%3a).+)$/i;

/** GitHub's: the address is written in hexadecimal digits. */
const camo = /^https?:\/\/camo\.githubusercontent\.com\/[0-9a-f]{40,64}\/((?:[0-9a-f]{2})+)$/;

/**
 * The image that an image proxy shows.
 * @returns its own address, or null where the image is not behind a proxy that we know
 */
export function resolveImageProxy(url: string): string | null {
  if (url.includes('camo.github')) {
    const digits = camo.exec(url)?.[1];
    return digits ? targetIn(Buffer.from(digits, 'hex').toString()) : null;
  }
  if (url.includes('.wp.com/') || url.includes('statically.io/img') || url.includes('ampproject.org/i')) {
    const parts = photon.exec(url);
    if (!parts) return null;
    return `${/(?:^|&)ssl=1/.test(parts[2] ?? '') || !url.includes('.wp.com/') ? 'https' : 'http'}://${parts[1]}`;
  }
  const nextImage = url.indexOf('/_next/image?url=http');
  if (nextImage >= 0) return targetIn(parameter(url.slice(nextImage + 13), 'url') ?? '');
  if (!holdsAddress(url)) return oneHop(`${url}`, imageRedirects, false);
  const bare = bareQuery.exec(url)?.[1];
  return bare ? targetIn(bare) : oneHop(url, imageRedirects, false);
}

/**
 * Parameters that only count readers: where a link was found, who shared it, which campaign it belongs to. Names of
 * ClearURLs' and AdGuard's lists that are used for nothing else; a name that ends in `*` stands for all that start so.
 */
export const trackingParameters: readonly string[] = (
  'utm_* fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid li_fat_id mc_cid mc_eid ' +
  '_hsenc _hsmi __hstc __hssc __hsfp hsCtaTracking mkt_tok oly_enc_id oly_anon_id vero_id vero_conv wickedid _openstat ' +
  '_ga _gl ga_source ga_medium ga_term ga_content ga_campaign __twitter_impression guccounter guce_referrer ' +
  'guce_referrer_sig spm spm_id_from vd_source share_source share_medium share_plat share_session_id share_tag ' +
  'hmsr hmpl hmcu hmkw hmci bd_vid qhclickid trkCampaign trkInfo pk_campaign pk_kwd pk_source pk_medium pk_content ' +
  'piwik_campaign piwik_kwd mtm_* at_campaign at_medium at_custom1 at_custom2 xtor ns_campaign ns_source ns_mchannel ' +
  'ns_linkname wt_mc wt.mc_id sr_share soc_src soc_trk ref_src ref_url cjevent irclickid irgwc s_kwcid ef_id ' +
  'rb_clickid sudaref ops_request_misc depth_1-utm_source sharer_shareid sharer_sharetime action_history _branch_match_id'
).split(' ');

/** Parameters that only count on these hosts and mean something elsewhere. */
const trackingByHost: ReadonlyMap<string, readonly string[]> = new Map([
  ['youtube.com', ['feature', 'si', 'pp']],
  ['youtu.be', ['feature', 'si']],
  ['spotify.com', ['si']],
  ['twitter.com', ['s', 't']],
  ['x.com', ['s', 't']],
  ['bilibili.com', ['from_source', 'from_spmid', 'unique_k', 'seid']],
  ['mp.weixin.qq.com', ['chksm', 'scene', 'srcid', 'mpshare', 'clicktime', 'enterid', 'ascene', 'subscene']],
]);

const trackingNames = new Set(trackingParameters.filter((name) => !name.endsWith('*')));
const trackingStarts = trackingParameters.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/**
 * The address without its counting parameters; every other byte as it was.
 * @returns null where there is nothing to cut
 */
export function cutTracking(url: string): string | null {
  const question = url.indexOf('?');
  if (question < 0) return null;
  const hash = url.indexOf('#');
  if (hash >= 0 && hash < question) return null;
  const end = hash < 0 ? url.length : hash;
  const host = (/^(?:https?:)?\/\/(?:www\.|m\.|open\.)?([^/?#]*)/i.exec(url)?.[1] ?? '').toLowerCase();
  const here = trackingByHost.get(host) ?? [];
  const kept: string[] = [];
  let cut = false;
  for (const part of url.slice(question + 1, end).split('&')) {
    const equals = part.indexOf('=');
    let name = equals < 0 ? part : part.slice(0, equals);
    // `&amp;` that was escaped twice.
    if (name.startsWith('amp;')) name = name.slice(4);
    const counts =
      trackingNames.has(name) || here.includes(name) || trackingStarts.some((start) => name.startsWith(start));
    if (counts && equals > 0) cut = true;
    else kept.push(part);
  }
  if (!cut) return null;
  return url.slice(0, question) + (kept.length > 0 ? `?${kept.join('&')}` : '') + url.slice(end);
}

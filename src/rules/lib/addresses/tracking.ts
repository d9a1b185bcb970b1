/** What an address says besides where it leads. It is cut, never parsed and printed again: all else stays byte for byte. */

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
  'ns_linkname wt_mc wt.mc_id WT.mc_id WT.mc_ev WT.tsrc sr_share soc_src soc_trk ref_src ref_url cjevent irclickid irgwc s_kwcid ef_id ' +
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

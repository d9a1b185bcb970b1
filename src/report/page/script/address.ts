/** The address: filters, order and article stand in it, so that it can be passed on. Plain JavaScript as text; `page/script.ts` has the whole. */
export const address = `/** Filters, order and article stand in the address, so that it can be passed on. */
let article = '';
function tell() {
  const said = new URLSearchParams();
  const put = (key, value) => { if (value) said.set(key, value); };
  put('find', find('find').value);
  put('rule', data.rules[find('rule').value || -1]);
  put('folder', data.folders[(find('folder')?.value) || -1]);
  put('share', Number(find('share').value) ? find('share').value : '');
  put('look', find('flagged').checked ? '1' : '');
  put('warned', find('warned').checked ? '1' : '');
  put('sort', sort.key === 'at' ? '' : (sort.down ? '-' : '') + sort.key);
  put('article', article);
  const text = said.toString();
  if (location.hash.slice(1) !== text) history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
}

/** Takes filters, order and article from the address. */
function hear() {
  const hash = location.hash.slice(1);
  if (hash && find(hash) && !/^a\\d/.test(hash)) return update();
  const plain = /^a(\\d+)(?:c\\d+)?$/.exec(hash);
  const said = new URLSearchParams(plain ? '' : hash);
  const numbered = (names, name) => { const at = names.indexOf(name); return at < 0 ? '' : String(at); };
  find('find').value = said.get('find') ?? '';
  find('rule').value = numbered(data.rules, said.get('rule'));
  if (find('folder')) find('folder').value = numbered(data.folders, said.get('folder'));
  find('share').value = said.get('share') ?? '0';
  if (find('share').selectedIndex < 0) find('share').value = '0';
  find('flagged').checked = said.has('look');
  find('warned').checked = said.has('warned');
  const key = said.get('sort') ?? '';
  const head = document.querySelector('[data-sort="' + CSS.escape(key.replace('-', '')) + '"]');
  if (head) orderBy(head, key.startsWith('-'));
  article = plain ? plain[1] : said.get('article') ?? '';
  const panel = byId.get(article)?.panel;
  if (!panel) article = '';
  update();
  if (!panel) return;
  panel.firstChild.open = true;
  const place = plain && find(hash);
  if (place?.localName === 'del') show(place);
  else panel.scrollIntoView({ block: 'start' });
}

`;

/**
 * What the page can do with a script: filter, sort, keys. All that can be read is there without it.
 * Plain JavaScript as text, because it runs in the reader's browser; no template marks, so that it stays as it is.
 */

/** Runs before the table is there, so that ten thousand rows are not laid out only to be hidden. */
export const early = `document.documentElement.className='js loading'`;

export const script = `(() => {
'use strict';
const find = (id) => document.getElementById(id);
const data = JSON.parse(find('data').textContent);
const body = find('rows'), list = find('panels'), form = find('filters'), found = find('found'), more = find('more');
const trs = [...body.rows];
const rows = data.rows.map(([id, kept, removed, changes, warnings, flagged, folder, rules, name, file], at) => ({
  at, tr: trs[at], id, kept, removed, changes, warnings, flagged, folder, rules, name, file,
  share: removed ? removed / (kept + removed) : 0, panel: find('p' + id), words: null, title: null,
}));
const byId = new Map(rows.map((row) => [String(row.id), row]));
const first = 100, further = 500;
let sort = { key: 'at', down: false }, most = first, shown = rows;

const pathOf = (row) => row.name === undefined ? row.tr.querySelector('small').textContent
  : (data.folders[row.folder] === '.' ? '' : data.folders[row.folder] + '/') + row.file;
const wordsOf = (row) => (row.words ??= (titleOf(row) + ' ' + pathOf(row)).toLowerCase());
const titleOf = (row) => (row.title ??= (row.name ?? row.tr.cells[0].firstChild.textContent).toLowerCase());
const group = (number) => String(number).replace(/\\B(?=(?:...)+$)/g, ',');

function percent(share) {
  if (share === 0) return '0%';
  return share < 0.001 ? '<0.1%' : (share * 100).toFixed(1).replace('.0', '') + '%';
}

/** A row that the page does not hold is made when it is looked at. */
function trOf(row) {
  if (row.tr) return row.tr;
  const tr = row.tr = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  const title = document.createElement('b'), small = document.createElement('small');
  title.textContent = row.name;
  small.textContent = pathOf(row);
  head.append(title, ' ', small);
  tr.append(head);
  for (const value of [percent(row.share), group(row.removed), group(row.kept), group(row.changes), row.warnings ? group(row.warnings) : '']) {
    tr.insertCell().textContent = value;
  }
  if (row.share > 0) {
    const meter = document.createElement('i');
    meter.style.setProperty('--w', (row.share * 100).toFixed(1));
    tr.cells[1].append(meter);
  }
  return opens(row);
}

/** An article that is not side by side says how to see it. */
function opens(row) {
  const name = row.tr.querySelector('th > b');
  if (!name) return row.tr;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'far';
  button.textContent = name.textContent;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const there = row.tr.querySelector('.how');
    button.setAttribute('aria-expanded', String(!there));
    if (there) return there.remove();
    const how = document.createElement('p'), code = document.createElement('code');
    how.className = 'how';
    code.textContent = "article-clean report '" + pathOf(row).replaceAll("'", "'\\''") + "' -o article.html";
    how.append('Not among those side by side here. See it with ', code, ' or a greater --limit.');
    button.parentNode.append(how);
  });
  name.replaceWith(button);
  return row.tr;
}
for (const row of rows) if (row.tr) opens(row);

function order(a, b) {
  if (sort.key === 'at') return a.at - b.at;
  const x = sort.key === 'title' ? titleOf(a) : a[sort.key], y = sort.key === 'title' ? titleOf(b) : b[sort.key];
  const by = x < y ? -1 : x > y ? 1 : 0;
  return (sort.down ? -by : by) || a.at - b.at;
}

function update() {
  const words = find('find').value.toLowerCase().split(/\\s+/).filter(Boolean);
  const rule = find('rule').value, folder = find('folder')?.value ?? '', share = Number(find('share').value);
  const flagged = find('flagged').checked, warned = find('warned').checked;
  shown = rows.filter((row) => (!warned || row.warnings > 0) &&
    (rule === '' || row.rules.includes(Number(rule))) && (folder === '' || row.folder === Number(folder)) &&
    row.share >= share && (!flagged || row.flagged) && words.every((word) => wordsOf(row).includes(word))).sort(order);
  const visible = shown.slice(0, most);
  body.replaceChildren(...visible.map(trOf));
  more.hidden = visible.length === shown.length;
  more.firstChild.textContent = 'Show ' + group(Math.min(further, shown.length - visible.length)) + ' more';
  found.textContent = shown.length === 0 ? 'No article fits; clear a filter.'
    : (visible.length < shown.length ? 'The first ' + group(visible.length) + ' of ' : '') + group(shown.length) +
      (shown.length === 1 ? ' article' : ' articles');
  const keep = new Set(shown.map((row) => row.panel));
  for (const row of rows) if (row.panel) row.panel.hidden = !keep.has(row.panel);
  const panels = shown.map((row) => row.panel).filter(Boolean);
  if (panels.some((panel, at) => list.children[at] !== panel)) list.prepend(...panels);
  for (const bar of document.querySelectorAll('[data-rule]')) bar.setAttribute('aria-pressed', bar.dataset.rule === rule);
  tell();
}

/** Filters, order and article stand in the address, so that it can be passed on. */
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

function open(panel) {
  panel.firstChild.open = true;
  article = panel.id.slice(1);
  tell();
  const summary = panel.querySelector('summary');
  summary.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'start' });
}

function step(by) {
  const panels = shown.map((row) => row.panel).filter(Boolean);
  if (panels.length === 0) return;
  const here = document.activeElement?.closest('.panel') ?? list.querySelector('.panel:not([hidden]):has(>[open])');
  const at = panels.indexOf(here);
  open(panels[at < 0 ? (by > 0 ? 0 : panels.length - 1) : Math.min(panels.length - 1, Math.max(0, at + by))]);
}

function show(del) {
  for (const other of list.querySelectorAll('del.here')) other.classList.remove('here');
  del.classList.add('here');
  del.scrollIntoView({ block: 'center' });
}

function stepRemoval(by) {
  const marks = [...list.querySelectorAll('[open] > .open del[id]:not(.blank)')];
  if (marks.length === 0) return;
  const at = marks.indexOf(list.querySelector('del.here'));
  show(marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length]);
}

const keys = { j: () => step(1), k: () => step(-1), n: () => stepRemoval(1), p: () => stepRemoval(-1),
  '/': () => { find('find').focus(); find('find').select(); } };
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches('input[type=search],select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link) return;
  if (link.dataset.rule) {
    const rule = find('rule');
    rule.value = rule.value === link.dataset.rule ? '' : link.dataset.rule;
    update();
    return;
  }
  const target = find(link.hash.slice(1));
  if (target?.localName === 'del') {
    event.preventDefault();
    show(target);
  } else if (target?.matches('.open')) {
    event.preventDefault();
    const panel = target.closest('.panel');
    if (panel.hidden) form.reset();
    open(panel);
  }
});

for (const head of document.querySelectorAll('[data-sort]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent.trim();
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const { sort: key } = head.dataset;
    orderBy(head, sort.key === key ? !sort.down : key !== 'title');
    update();
  });
}
function orderBy(head, down) {
  sort = { key: head.dataset.sort, down };
  for (const other of document.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
}
form.hidden = false;
form.addEventListener('input', () => { most = first; update(); });
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(update));
list.addEventListener('toggle', (event) => {
  const panel = event.target.closest('.panel');
  if (event.target.parentNode !== panel) return;
  if (event.target.open) article = panel.id.slice(1);
  else if (article === panel.id.slice(1)) article = '';
  tell();
}, true);

/** The lines for the config that do what was ticked: of each key the items. */
const config = find('config');
function lines() {
  const ticked = new Map();
  for (const { dataset: { key, item } } of document.querySelectorAll('.keep input:checked')) {
    ticked.set(key, (ticked.get(key) ?? new Set()).add(item));
  }
  return [...ticked].map(([key, items]) => key + ':\\n' + [...items].join('')).join('');
}
document.addEventListener('change', () => {
  const text = lines();
  config.hidden = text === '';
  config.querySelector('pre').textContent = text;
});
find('copy').addEventListener('click', async (event) => {
  try {
    await navigator.clipboard.writeText(lines());
    event.target.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(config.querySelector('pre'));
    event.target.textContent = 'Marked: press Ctrl+C';
  }
});
find('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([lines()], { type: 'text/yaml' }));
  link.download = 'article-clean.config.yaml';
  link.click();
  URL.revokeObjectURL(link.href);
});
more.firstChild.addEventListener('click', () => { most += further; update(); });

// A browser may refuse storage to a file; then the choice lasts as long as the page.
try {
  const theme = find(localStorage.getItem('article-clean-theme') ?? 'auto');
  if (theme?.name === 'theme') theme.checked = true;
  document.querySelector('.theme').addEventListener('change', (event) => localStorage.setItem('article-clean-theme', event.target.id));
} catch {}

document.documentElement.classList.remove('loading');
find('unscripted').hidden = true;
hear();
addEventListener('hashchange', hear);
})();`;

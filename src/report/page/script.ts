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
const rows = data.rows.map(([id, kept, removed, changes, warnings, flagged, folder, rules], at) => ({
  at, tr: trs[at], id, kept, removed, changes, warnings, flagged, folder, rules,
  share: removed ? removed / (kept + removed) : 0, panel: find('p' + id), words: null, title: null,
}));
const first = 100, further = 500;
let sort = { key: 'at', down: false }, most = first, shown = rows;

const wordsOf = (row) => (row.words ??= row.tr.cells[0].textContent.toLowerCase());
const titleOf = (row) => (row.title ??= row.tr.cells[0].firstChild.textContent.toLowerCase());
const group = (number) => String(number).replace(/\\B(?=(?:...)+$)/g, ',');

function order(a, b) {
  if (sort.key === 'at') return a.at - b.at;
  const x = sort.key === 'title' ? titleOf(a) : a[sort.key], y = sort.key === 'title' ? titleOf(b) : b[sort.key];
  const by = x < y ? -1 : x > y ? 1 : 0;
  return (sort.down ? -by : by) || a.at - b.at;
}

function update() {
  const words = find('find').value.toLowerCase().split(/\\s+/).filter(Boolean);
  const rule = find('rule').value, folder = find('folder')?.value ?? '', share = Number(find('share').value);
  const flagged = find('flagged').checked;
  shown = rows.filter((row) =>
    (rule === '' || row.rules.includes(Number(rule))) && (folder === '' || row.folder === Number(folder)) &&
    row.share >= share && (!flagged || row.flagged) && words.every((word) => wordsOf(row).includes(word))).sort(order);
  const visible = shown.slice(0, most);
  body.replaceChildren(...visible.map((row) => row.tr));
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
}

function open(panel) {
  panel.firstChild.open = true;
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
  location.replace('#' + del.id);
  del.scrollIntoView({ block: 'center' });
}

function stepRemoval(by) {
  const marks = [...list.querySelectorAll('[open] > .open del[id]:not(.blank)')];
  if (marks.length === 0) return;
  const at = marks.indexOf(list.querySelector('del:target'));
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
    history.pushState(null, '', link.hash);
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
    sort = { key, down: sort.key === key ? !sort.down : key !== 'title' };
    for (const other of document.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
    update();
  });
}
form.hidden = false;
form.addEventListener('input', () => { most = first; update(); });
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(update));
more.firstChild.addEventListener('click', () => { most += further; update(); });

// A browser may refuse storage to a file; then the choice lasts as long as the page.
try {
  const theme = find(localStorage.getItem('article-clean-theme') ?? 'auto');
  if (theme?.name === 'theme') theme.checked = true;
  document.querySelector('.theme').addEventListener('change', (event) => localStorage.setItem('article-clean-theme', event.target.id));
} catch {}

update();
document.documentElement.classList.remove('loading');
const start = location.hash && find(location.hash.slice(1));
if (start && start.closest('.panel')) {
  start.closest('details').open = true;
  start.scrollIntoView();
}
})();`;

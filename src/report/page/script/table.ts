/** The table of articles: its rows, filters and order. Plain JavaScript as text; `page/script.ts` has the whole. */
export const table = `const find = (id) => document.getElementById(id);
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

`;

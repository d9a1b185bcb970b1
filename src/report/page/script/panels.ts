/** The articles side by side: opened, stepped through, by keys and by links. Plain JavaScript as text; `page/script.ts` has the whole. */
export const panels = `function open(panel) {
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

`;

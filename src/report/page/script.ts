/**
 * What the page can do with a script: filter, sort, keys. All that can be read is there without it.
 * Plain JavaScript as text, because it runs in the reader's browser. Its parts are one function: what one of them names,
 * the others see.
 */
import { address } from './script/address.js';
import { config } from './script/config.js';
import { panels } from './script/panels.js';
import { table } from './script/table.js';

/** Runs before the table is there, so that ten thousand rows are not laid out only to be hidden. */
export const early = `document.documentElement.className='js loading'`;

export const script = `(() => {
'use strict';
${table}${address}${panels}form.hidden = false;
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

${config}more.firstChild.addEventListener('click', () => { most += further; update(); });

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

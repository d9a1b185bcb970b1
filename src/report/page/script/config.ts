/** *Keep this*: the lines for the config that do what was ticked. Plain JavaScript as text; `page/script.ts` has the whole. */
export const config = `/** The lines for the config that do what was ticked: of each key the items. */
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
`;

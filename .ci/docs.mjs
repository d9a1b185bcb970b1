// Writes what is made from the sources: docs/rules.md, docs/config.schema.json and the README's tables.
// The gate fails where one of them differs from its source.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'tsx';
import { comparisonTable, speedTable } from './figures.mjs';

const root = join(import.meta.dirname, '..');
const [{ rulesPage }, { schemaFile }, { optionsTable }] = await Promise.all([
  import('../src/rule-set/docs.ts'),
  import('../src/config/schema.ts'),
  import('../src/options/flags.ts'),
]);
writeFileSync(join(root, 'docs/rules.md'), rulesPage());
writeFileSync(join(root, 'docs/config.schema.json'), schemaFile());
const tables = { options: optionsTable().trimEnd(), speed: speedTable(), comparison: comparisonTable() };
let readme = readFileSync(join(root, 'README.md'), 'utf8');
for (const [name, table] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- ${name}:start -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  readme = readme.replace(place, (_, start, end) => `${start}${table}\n${end}`);
}
writeFileSync(join(root, 'README.md'), readme);

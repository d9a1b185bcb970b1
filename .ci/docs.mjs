// Writes docs/rules.md from the rules. The gate fails where the page and the rules differ.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'tsx';

const { rulesPage } = await import('../src/rules/docs.ts');
writeFileSync(join(import.meta.dirname, '../docs/rules.md'), rulesPage());

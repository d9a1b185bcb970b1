// Lists the packages whose code is in the bundle, with their licences: THIRD-PARTY-NOTICES.md. Called by the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a bundled file belongs to, or null for our own files. */
function packageFolder(path) {
  const parts = path.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return null;
  const depth = parts[at + 1].startsWith('@') ? 3 : 2;
  return parts.slice(0, at + depth).join('/');
}

/** Writes the notices for all inputs of an esbuild metafile, sorted by name. Throws where a package has no licence. */
export function writeNotices(root, metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map(packageFolder).filter(Boolean));
  const notices = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (!license) throw new Error(`${name} names no licence`);
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file && existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
    notices.set(`${name} ${version}`, { license, text });
  }
  const sections = [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, text }]) => {
      const body = text ? `\n\n\`\`\`text\n${text.replaceAll('\r', '').replaceAll('```', "'''")}\n\`\`\`` : '';
      return `## ${title}\n\nLicence: ${license}${body}\n`;
    });
  const head =
    '# Third-party notices\n\nThe bundle in `dist/` holds code of these packages. This file is written by the build.\n';
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.md'), [head, ...sections].join('\n'));
}

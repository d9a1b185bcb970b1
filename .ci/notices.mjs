// Lists the packages whose code is in the bundle, with their licences: THIRD-PARTY-NOTICES.md. Called by the build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a bundled file belongs to, or null for our own files. */
export function packageFolder(path) {
  const parts = path.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return null;
  const depth = parts[at + 1].startsWith('@') ? 3 : 2;
  return parts.slice(0, at + depth).join('/');
}

/** `Copyright (c) 2012 Somebody`; not `copyright notice and this...`, where a licence was wrapped. */
const copyrightLine = /^\W*copyright\s(?!holder|notice|owner).*$/i;
/** A heading that only names the licence: `The MIT License (MIT)`, `ISC License` */
const heading = /^\W*(the )?(mit|isc|bsd)[\w -]* licen[cs]e\W*(\(\w+\))?\W*$/i;

/** Copyright lines and the words of the licence: most packages share the words. */
function partsOf(text) {
  const lines = text.replaceAll('\r', '').split('\n');
  const copyright = lines.filter((line) => copyrightLine.test(line)).map((line) => line.trim());
  const rest = lines.filter((line) => !copyrightLine.test(line) && !heading.test(line)).join('\n');
  return { copyright, words: rest.replace(/\n{3,}/g, '\n\n').trim() };
}

/** A package's name, version and licence. Throws where it has none: such code must not be shipped. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license || !file) throw new Error(`${name} has no licence`);
  return { title: `${name} ${version}`, license, ...partsOf(readFileSync(join(folder, file), 'utf8')) };
}

/** Writes the notices for all inputs of an esbuild metafile: each licence once, with the packages that are under it. */
export function writeNotices(root, metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map(packageFolder).filter(Boolean));
  const packages = new Map([...folders].map((folder) => licenceOf(join(root, folder))).map((one) => [one.title, one]));
  const groups = new Map();
  for (const one of [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1))) {
    const key = one.words.replace(/\W+/g, ' ').toLowerCase();
    const group = groups.get(key) ?? { license: one.license, words: one.words, packages: [] };
    groups.set(key, group);
    group.packages.push(`- ${[one.title, ...one.copyright].join('; ')}`);
  }
  const sections = [...groups.values()]
    .sort((a, b) => b.packages.length - a.packages.length)
    .map(
      ({ license, words, packages: list }) => `## ${license}\n\n${list.join('\n')}\n\n\`\`\`text\n${words}\n\`\`\`\n`,
    );
  const head =
    '# Third-party notices\n\nThe bundle in `dist/` holds code of these packages. This file is written by the build.\n';
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.md'), [head, ...sections].join('\n'));
}

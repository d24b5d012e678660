import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Notices of the packages whose code is in the bundle: name, version, licence and licence text, sorted by name.
 * `inputs` are the bundled files as esbuild's metafile lists them. Throws when a package ships no licence.
 */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = packageFolder(input);
    if (folder !== undefined) folders.add(folder);
  }
  // One package may be installed in several places; it needs one notice.
  const sections = [...new Set([...folders].map((folder) => section(join(root, folder))))].sort();
  const text = [
    '# Third-party notices',
    '',
    'The bundle in `dist/` contains code of the packages below. Written by `npm run build`.',
    ...sections,
    '',
  ].join('\n');
  return text.replaceAll('\r\n', '\n');
}

/** Folder of the innermost package a bundled file belongs to; `undefined` for our own files. */
export function packageFolder(input: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function section(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  if (typeof license !== 'string' && file === undefined) {
    throw new Error(`${name} states no licence; it cannot be bundled.`);
  }
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  const notice = existsSync(join(folder, 'NOTICE'))
    ? `\n\n${readFileSync(join(folder, 'NOTICE'), 'utf8').trim()}`
    : '';
  const body = text === '' ? '' : `\n\n\`\`\`text\n${text}${notice}\n\`\`\``;
  return `\n## ${name} ${version} (${license ?? 'see below'})${body}`;
}

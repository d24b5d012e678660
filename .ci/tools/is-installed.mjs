// Exit 0 when node_modules is what package-lock.json asks for, 1 when `npm ci` has to run.
import { readFileSync } from 'node:fs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null; // absent or cut off: not installed
  }
}

const wanted = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
const missing = Object.entries(wanted ?? {}).filter(([path, { version, optional }]) => {
  if (path === '') return false;
  const found = installed?.[path];
  return found === undefined ? !optional : found.version !== version;
});
process.exitCode = wanted === null || installed === null || missing.length > 0 ? 1 : 0;

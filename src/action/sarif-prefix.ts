/**
 * Makes the places of a SARIF report relative to the repository when only a folder of it was scanned: code scanning
 * finds files by their path from the repository's root. `prefix` is already percent-encoded and ends with a slash.
 */
export function prefixUris(sarif: string, prefix: string): string {
  if (prefix === '') return sarif;
  const report = JSON.parse(sarif, (_key, value: unknown) =>
    isRootRelative(value) ? { ...value, uri: prefix + value.uri } : value,
  );
  return `${JSON.stringify(report, null, 2)}\n`;
}

function isRootRelative(value: unknown): value is { readonly uri: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'uriBaseId' in value && 'uri' in value && typeof value.uri === 'string';
}

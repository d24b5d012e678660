/** Separators between the words of a name: punctuation of hosts, paths, variables and resource names. */
const separators = /[-_./\\:@\s+#|,;=()[\]{}'"`]+/;

/**
 * Words of a name, lower case: split at punctuation and at camelCase humps. Digits at the end of a word are dropped (`prod2` is `prod`), a word
 * of digits only stays.
 */
export function nameTokens(name: string): readonly string[] {
  return name
    .replace(/([a-z]\d{0,8})([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(separators)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase().replace(/([a-z])\d{1,8}$/, '$1'));
}

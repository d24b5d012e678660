/**
 * Files that the agent's tools do not open; lists in settings add to it.
 * @see https://zed.dev/docs/reference/all-settings#private-files (read 2026-11-21)
 */
export const privateFiles = [
  '**/.env*',
  '**/*.pem',
  '**/*.key',
  '**/*.cert',
  '**/*.crt',
  '**/secrets.yml',
] as const;

/** Whether the built-in list names this file of the tree. */
export function isPrivate(file: string): boolean {
  return /(?:^|\/)\.env[^/]*(?:\/|$)|\.(?:pem|key|cert|crt)$|(?:^|\/)secrets\.yml$/.test(file);
}

import { nameTokens } from '../name-tokens.ts';

/** Words that state a narrow purpose, and the noun to print. The first that matches wins. */
const purposes: readonly (readonly [RegExp, string])[] = [
  [/\b(?:custom[ _-]?domains?|domains?|dns|subdomains?|certificates?)\b/, 'domains'],
  [/\bread[ _-]?only\b|\breporting\b|\banalytics\b/, 'reading'],
  [/\bwebhooks?\b/, 'webhooks'],
  [/\b(?:metrics?|monitoring|grafana|prometheus|observability|uptime|status page)\b/, 'metrics'],
  [/\b(?:logs?|log drain|logging)\b/, 'logs'],
  [/\b(?:backups?|dumps?)\b/, 'backups'],
  [/\b(?:e-?mails?|newsletter|smtp)\b/, 'e-mail'],
  [/\b(?:cache purge|purge cache|cdn)\b/, 'cache purges'],
  [/\b(?:deploys?|deployments?|deploying|redeploys?|releases?)\b/, 'deploys'],
];

/** Folder and file words ambiguous in paths: `src/domain` is a layer, `lib/logs` a module. */
const pathOnlyPlural = /\b(?:domain|log|metric|dump|deploys?|deployments?|releases?)\b/g;

/**
 * The narrow purpose that a comment, a variable name or a path states, as a noun; `null` when none does. The comment decides before the
 * name, the name before the path.
 */
export function purposeOf(input: {
  readonly comment: string | null;
  readonly name: string;
  readonly file: string;
}): string | null {
  const path = nameTokens(input.file).join(' ').replace(pathOnlyPlural, ' ');
  return (
    match((input.comment ?? '').toLowerCase()) ??
    match(nameTokens(input.name).join(' ')) ??
    match(path)
  );
}

function match(text: string): string | null {
  return purposes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

import { tierOf } from '../tier.ts';

/** Flags whose value names what a command works on: a compose file, a project, an env file. */
const naming = /^(?:-f|--file|-p|--project-name|--env-file|--project|--profile)$/;
const joined = /^(?:--file|--project-name|--env-file|--project|--profile)=(.+)$/;

/**
 * Whether the words of a command say that it works on what tests or a developer made for themselves: `docker compose -f docker-compose.test.yml
 * down -v`. Every name must say so.
 */
export function worksOnTests(argv: readonly (string | null)[]): boolean {
  const names = argv.flatMap((word, position) => {
    if (word === null) return [];
    const value = joined.exec(word)?.[1];
    if (value !== undefined) return [value];
    // `-f` is a file for one tool and consent for another, which no name follows.
    const next = argv[position + 1] ?? '';
    return naming.test(word) && !next.startsWith('-') ? [next] : [];
  });
  const tiers = names.map((name) => tierOf(name)).filter((tier) => tier !== null);
  return tiers.length > 0 && tiers.every((tier) => tier === 'development' || tier === 'preview');
}

import type { ShellAssignment, ShellWord } from '../../model/document.ts';
import type { CommandSpec, Knowledge, Known } from '../../model/knowledge.ts';

/**
 * Who answers a command: its tool's vendor, unless a flag or a variable sends it to another server. Then it is whoever runs that server, `null` where
 * nobody knows: many stores speak the protocol of one vendor, and what that vendor keeps is out of its reach. `words` start with the program;
 * `assignments` are what its environment is known to hold.
 */
export function answeredBy(
  { provider, spec }: Known<CommandSpec>,
  words: readonly ShellWord[],
  assignments: readonly ShellAssignment[],
  knowledge: Knowledge,
): string | null {
  const address = spec.endpoint === undefined ? null : addressIn(spec.endpoint, words, assignments);
  if (spec.endpoint === undefined || address === null) return provider;
  const host = /https?:\/\/([A-Za-z0-9.-]{1,253})/.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  if (spec.endpoint.own.test(host)) return provider;
  return knowledge.host(host)?.provider ?? knowledge.apiByHost(host)?.id ?? null;
}

/** The address as it is written, variables included; a flag wins over a variable. */
function addressIn(
  { flags, variables }: NonNullable<CommandSpec['endpoint']>,
  words: readonly ShellWord[],
  assignments: readonly ShellAssignment[],
): string | null {
  for (const [position, { raw }] of words.entries()) {
    const flag = flags.find((name) => raw === name || raw.startsWith(`${name}=`));
    if (flag === undefined) continue;
    return raw === flag ? (words[position + 1]?.raw ?? '') : raw.slice(flag.length + 1);
  }
  const assigned = assignments.findLast(({ name }) => variables.test(name));
  return assigned?.value.raw ?? null;
}

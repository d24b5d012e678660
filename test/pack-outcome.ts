import { createKnowledge } from '../src/engine/knowledge.ts';
import { parseShell } from '../src/formats/shell/parse.ts';
import type { Knowledge, ProviderFacts } from '../src/model/knowledge.ts';
import { matchDestructive } from '../src/recognize/command/command-line.ts';

/** What a pack makes of a shell line: `volume` when it destroys one at once, `volume, asks` when somebody is asked, `nothing` else. */
export function outcomeOf(pack: ProviderFacts, line: string): string {
  const knowledge = knowledgeOf(pack);
  const [match] = parseShell(line).commands.flatMap(
    (command) => matchDestructive(command, knowledge) ?? [],
  );
  if (match === undefined) return 'nothing';
  return match.skipsPrompt ? match.spec.destroys : `${match.spec.destroys}, asks`;
}

/** Knowledge of one pack alone. */
export function knowledgeOf(pack: ProviderFacts): Knowledge {
  return createKnowledge([pack], new Uint8Array(32));
}

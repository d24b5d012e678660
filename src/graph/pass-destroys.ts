import type { Relation } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import type { LinkIndex } from './link-index.ts';
import { mayName } from './named-target.ts';
import { canTake } from './pass-authorizes.ts';

/**
 * Joins destructive commands for which the tree holds no credential (a CLI that is logged in, a token that is injected) with the stores of their
 * provider. Confidence is at most medium: nothing in the files shows the login.
 */
export function destroyByCommand(index: LinkIndex): readonly Relation[] {
  const made: Relation[] = [];
  for (const command of index.all('DestructiveCommand')) {
    if (command.provider === null) continue;
    if (index.out(command.key, 'destroys').length > 0) continue;
    for (const store of index.all('DataStore')) {
      if (store.provider !== command.provider || !canTake(index, command.destroys, store)) continue;
      if (!mayName(command, store)) continue;
      made.push({
        kind: 'Relation',
        rel: 'destroys',
        from: command.key,
        to: store.key,
        actions: ['delete'],
        because: `${command.verb} removes it for whoever is logged in`,
        at: command.at,
        confidence: weaker(weaker(command.confidence, store.confidence), 'medium'),
      });
    }
  }
  return made;
}

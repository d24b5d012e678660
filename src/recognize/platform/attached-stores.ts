import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import type { DataStore, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { programName, programWords } from '../command/command-line.ts';
import { scriptVariables } from '../shell/variables.ts';
import { fixedText } from '../shell/word-pieces.ts';
import { edge, environmentFact, type Origin, storeFact } from './platform-facts.ts';
import { siblingTiers } from './sibling-tiers.ts';

/** A command of a platform's tool that gives a store to an app. */
export interface Attachment {
  /** The app's name on the platform; its words tell the stage. */
  readonly app: string;
  readonly store: AttachedStore;
  /** Why the app uses it, as a clause. */
  readonly because: string;
  readonly at: SourceRange;
}

export interface AttachedStore extends Pick<DataStore, 'product' | 'holds'> {
  /** Equal keys are one real store. */
  readonly key: EntityKey;
  readonly name: string;
}

/** One command of a script as its tool sees it: wrappers gone, the script's own variables put in. */
export interface ToolCommand {
  /** `null` for a word that only a run can tell. */
  readonly words: readonly (string | null)[];
  readonly command: ShellCommand;
}

/** Commands of one script that are looked at. */
const maxCommands = 2000;

/** The commands of a script in their order. */
export function toolCommands(document: ShellDocument): readonly ToolCommand[] {
  const variables = scriptVariables(document);
  return document.commands.slice(0, maxCommands).map((command) => ({
    command,
    words: programWords(command.words)
      .slice(0, 60)
      .map((word, position) => {
        const text = fixedText(variables.resolve(word, command).pieces);
        return position === 0 && text !== null ? programName(text) : text;
      }),
  }));
}

/**
 * Stores and the stages that use them, one stage for each app whose name tells it, alone or beside its siblings. Apps of an unknown stage say nothing that
 * could be held against anybody, and neither does a store that only they use.
 */
export function attachedStoreFacts(
  origin: Origin,
  attachments: readonly Attachment[],
): readonly Fact[] {
  const tiers = siblingTiers([...new Set(attachments.map(({ app }) => app))]);
  const seen = new Set<string>();
  return attachments.flatMap(({ app, store: named, because, at }): readonly Fact[] => {
    const tier = tiers.get(app) ?? null;
    const id = `${app} ${named.key}`;
    if (tier === null || seen.has(id)) return [];
    seen.add(id);
    const { name, ...traits } = named;
    const environment = environmentFact(origin, tier, {
      id: `app/${app}`,
      name: `app ${app}`,
      at,
      implied: true,
    });
    const store = storeFact(origin, { id: '', name, at, implied: true }, traits);
    return [environment, store, edge('connects-to', environment, store, because, at)];
  });
}

import type { ShellCommand } from '../../model/document.ts';
import type { DestructiveCommand, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import type { DestructiveMatch } from '../command/command-line.ts';

/** A command that destroys, before it becomes facts. */
export interface Found {
  readonly command: ShellCommand;
  /** `null` where no vendor's tool does it. */
  readonly provider: string | null;
  readonly verb: string;
  readonly via: DestructiveCommand['via'];
  readonly destroys: DestructiveCommand['destroys'];
  readonly skipsPrompt: boolean;
  readonly recovery: string | null;
  readonly safeVariant: string | null;
  readonly at: SourceRange;
  readonly credentials: readonly UsedCredential[];
  /** Variables that name what it works on. */
  readonly targets: readonly string[];
  /** What its words name. */
  readonly named: DestructiveMatch['named'];
  /** Stores that its words name, each with the facts that declare it. */
  readonly stores: readonly LostStore[];
}

/** A store that a command destroys. */
export interface LostStore {
  readonly key: EntityKey;
  /** One clause. */
  readonly because: string;
  readonly facts: readonly Fact[];
}

/** A credential that a command is given. */
export interface UsedCredential {
  readonly variable: string;
  readonly because: string;
  readonly at: SourceRange;
}

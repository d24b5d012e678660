import type { FactKind } from '../../model/fact.ts';

/** What a shell program may give, wherever it stands: what it destroys, what asks first, and what it backs up. */
export const programKinds: readonly FactKind[] = [
  'Backup',
  'Credential',
  'DataStore',
  'DestructiveCommand',
  'Environment',
  'FailureDomain',
  'Guard',
  'Weakness',
  'Relation',
];

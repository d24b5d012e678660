import type { FactKind } from '../../model/fact.ts';

/** What resources of infrastructure code may give, whichever dialect declares them: what a pack says of a type is no dialect's business. */
export const resourceKinds: readonly FactKind[] = [
  'Environment',
  'InfraStack',
  'DataStore',
  'Backup',
  'FailureDomain',
  'Guard',
  'Principal',
  'AuditLog',
  'Pipeline',
  'DestructiveCommand',
  'Credential',
  'Weakness',
  'Relation',
];

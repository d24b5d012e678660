import type { Knowledge } from '../../model/knowledge.ts';
import type { ReadNode } from '../../recognize/hcl/expression-cache.ts';
import type { HclValue } from '../../recognize/hcl/hcl-value.ts';
import type { Allowance } from '../../recognize/hcl/scope.ts';
import type { ModuleCode } from './module-code.ts';
import type { MayUse } from './provider-versions.ts';

/** What stays the same while one root is evaluated for one environment. */
export interface Evaluation {
  readonly modules: ReadonlyMap<string, ModuleCode>;
  readonly knowledge: Knowledge;
  readonly read: ReadNode;
  readonly allowance: Allowance;
  /** Name of the workspace; `null` where only a run tells. */
  readonly workspace: string | null;
  /** Values that files and the environment's name give to the root's variables. */
  readonly variables: ReadonlyMap<string, HclValue>;
  /** What versions of providers the root may be run with. */
  readonly mayUse: MayUse;
  /** Text of a file of the tree. */
  readonly fileText: (path: string) => string | null;
  /** Modules that may still be entered. */
  readonly budget: { modules: number; resources: number };
}

/** Modules that one root may call, each call counted, and resources that it may have. */
export const MAX_MODULES = 3_000;
export const MAX_RESOURCES = 20_000;
/** Expressions that are looked at for one root in one environment. */
export const MAX_STEPS = 1_500_000;
/** Modules around a module. */
export const MAX_MODULE_DEPTH = 12;

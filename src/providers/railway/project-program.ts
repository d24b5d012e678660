import type { Document } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { followProgram, type ProgramFiles } from '../../recognize/program/program.ts';
import type { Host } from '../../recognize/program/run.ts';
import { objectVal } from '../../recognize/program/stages.ts';
import {
  type InstanceVal,
  plainVal,
  textOf,
  unknownVal,
  type Val,
} from '../../recognize/program/value.ts';
import { type ResourceKind, resourceKinds } from './project-stores.ts';

/** Something that a project is made of in one environment. */
export interface MadeResource {
  readonly kind: ResourceKind;
  /** `postgres`, `redis`, … of a database. */
  readonly engine: string | null;
  readonly name: string;
  readonly config: Val | undefined;
  readonly instance: InstanceVal;
}

/** What the program says of a project in one environment. */
export interface ProjectPlan {
  readonly name: string;
  /** The call that names the project. */
  readonly at: SourceRange;
  readonly resources: readonly MadeResource[];
}

/** Resources of one project. */
const MAX_RESOURCES = 300;
const asksForEnvironment = 'railway.isEnvironment';

/**
 * What a program declares when it is applied to an environment; `null` for the environment: to any. Nothing where no project comes of it, or where
 * the program refuses that environment.
 * @see https://docs.railway.com/infrastructure-as-code/reference (read 2026-11-21)
 */
export function projectIn(
  main: Document,
  files: ProgramFiles,
  environment: string | null,
): ProjectPlan | null {
  const at: SourceRange = { file: main.file, start: 0, end: 0 };
  const resources: MadeResource[] = [];
  let described: Val | undefined;
  let project: Omit<ProjectPlan, 'resources'> | undefined;
  const host: Host = {
    // `railway/iac` is also what `railway` exports as `iac`.
    moduleName: (specifier) => (/^railway(?:\/iac)?$/.test(specifier) ? 'railway' : specifier),
    memberName: (name, key) => (key === 'iac' || name.length > 200 ? name : `${name}.${key}`),
    made: () => undefined,
    invoked: (name, args, where) => {
      if (name === asksForEnvironment) return isEnvironment(args[0], environment, where);
      if (!name.startsWith('railway.')) return undefined;
      const called = name.slice('railway.'.length);
      if (called === 'defineRailway' || called === 'define') described = args[0];
      if (called === 'project') project ??= { name: textOf(args[0]) ?? '', at: where };
      const kind = resourceKinds[called];
      if (kind === undefined) return undefined;
      const made = resourceOf(kind, called, args, where);
      if (made !== null && resources.length < MAX_RESOURCES) resources.push(made);
      return made?.instance;
    },
    called: () => undefined,
    assigned: () => undefined,
  };
  const program = followProgram(files, host);
  program.run(main.file);
  if (described === undefined) return null;
  program.call(described, [contextOf(environment, at), outer('railway.project', at)]);
  return project === undefined ? null : { ...project, resources: distinct(resources) };
}

function resourceOf(
  kind: ResourceKind,
  called: string,
  args: readonly Val[],
  at: SourceRange,
): MadeResource | null {
  const name = textOf(args[0]);
  if (name === undefined || name === '' || name.length > 200) return null;
  const isPlainDatabase = called === 'database';
  const instance: InstanceVal = {
    kind: 'instance',
    outer: `railway.${called}`,
    given: args,
    fields: new Map(),
    methods: new Map(),
    at,
  };
  const engine = isPlainDatabase ? (textOf(args[1]) ?? null) : called;
  const config = args[isPlainDatabase ? 2 : 1];
  return { kind, engine: kind === 'database' ? engine : null, name, config, instance };
}

function isEnvironment(name: Val | undefined, environment: string | null, at: SourceRange): Val {
  const asked = textOf(name);
  return environment === null || asked === undefined
    ? unknownVal(at)
    : plainVal(asked === environment, at);
}

/** What the command line hands to the program. */
function contextOf(environment: string | null, at: SourceRange): Val {
  const name = environment === null ? unknownVal(at) : plainVal(environment, at);
  const context = objectVal(
    {
      environment: name,
      environmentName: name,
      isEnvironment: outer(asksForEnvironment, at),
      shared: unknownVal(at),
    },
    at,
  );
  return { ...context, isOpen: true };
}

function outer(name: string, at: SourceRange): Val {
  return { kind: 'outer', name, at };
}

/** A name stands for one thing of its kind. */
function distinct(resources: readonly MadeResource[]): readonly MadeResource[] {
  const byName = new Map(resources.map((one) => [`${one.kind}/${one.name}`, one]));
  return [...byName.values()];
}

/** From the call to the name that it is given. */
export function headOf({ instance }: MadeResource): SourceRange {
  const { at, given } = instance;
  const end = given[0]?.at.file === at.file ? Math.max(at.start, given[0].at.end) : at.end;
  return { ...at, end: Math.min(end, at.end) };
}

import type { Knowledge } from '../../model/knowledge.ts';
import type { ConstructSpec } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Host } from './run.ts';
import { type InstanceVal, textOf, type Val } from './value.ts';

/** A resource, a component or a provider that a program of Pulumi makes. */
export interface MadeObject {
  readonly instance: InstanceVal;
  /** `@pulumi/aws.rds.Instance`. */
  readonly className: string;
  /** `null` where the program computes it. */
  readonly name: string | null;
  readonly args: Val | undefined;
  readonly options: Val | undefined;
  readonly spec: ConstructSpec | null;
  readonly isSure: boolean;
}

/** What a program makes, and what may change all of it. */
export interface MadeObjects {
  readonly host: Host;
  readonly made: readonly MadeObject[];
  readonly byInstance: ReadonlyMap<Val, MadeObject>;
  /** The program changes arguments or options of whatever it makes, by functions of its own. */
  readonly isTransformed: () => boolean;
}

/** What the surroundings of a program answer. */
export interface Surroundings {
  /** Functions of libraries, by module and name. */
  readonly invoked: (name: string, args: readonly Val[], at: SourceRange) => Val | undefined;
  /** Methods of objects of libraries. */
  readonly method: (owner: InstanceVal, method: string, args: readonly Val[]) => Val | undefined;
  readonly global?: Host['global'];
}

/** Objects that one program makes. */
const MAX_OBJECTS = 5000;
const transforming =
  /^@pulumi\/pulumi\.runtime\.register(?:StackTransformation|ResourceTransform|StackTransform)s?$/;
/** Functions that hand on what they are given. */
const passing = new Set([
  '@pulumi/pulumi.output',
  '@pulumi/pulumi.secret',
  '@pulumi/pulumi.unsecret',
]);

/** Listens to a program and keeps what it makes of Pulumi's libraries. */
export function madeObjects(knowledge: Knowledge, surroundings: Surroundings): MadeObjects {
  const made: MadeObject[] = [];
  const byInstance = new Map<Val, MadeObject>();
  let isTransformed = false;
  const host: Host = {
    // Packages may be imported by their inner paths.
    moduleName: (specifier) =>
      specifier.replace(/^(@[\w.-]+\/[\w.-]+)\/(.{1,200})$/, (_, name: string, rest: string) =>
        [name, ...rest.split('/')].join('.'),
      ),
    memberName: (name, key) => (name.length > 300 || key === 'default' ? name : `${name}.${key}`),
    made: (className, instance, args, isSure) => {
      if (made.length >= MAX_OBJECTS) return;
      // Components name their own type first, then themselves.
      const isComponent = /\.(?:Component|Custom)Resource$/.test(className);
      const [name, given, options] = isComponent ? args.slice(1) : args;
      const one: MadeObject = {
        instance,
        className,
        name: textOf(name) ?? null,
        args: given,
        options,
        spec: knowledge.construct(className)?.spec ?? null,
        isSure,
      };
      made.push(one);
      byInstance.set(instance, one);
    },
    invoked: (name, args, at) => {
      if (transforming.test(name)) isTransformed = true;
      if (passing.has(name)) return args[0];
      return surroundings.invoked(name, args, at);
    },
    called: (target, method, args) => {
      if (target.kind === 'instance') return surroundings.method(target, method, args);
      return undefined;
    },
    ...(surroundings.global === undefined ? {} : { global: surroundings.global }),
    assigned: () => undefined,
  };
  return { host, made, byInstance, isTransformed: () => isTransformed };
}

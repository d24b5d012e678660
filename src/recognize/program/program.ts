import type { Node } from '../../formats/script/ast.ts';
import { programOf } from '../../formats/script/parse.ts';
import { type DataNode, entries, type ScriptDocument } from '../../model/document.ts';
import type { FilePath, SourceRange } from '../../model/source.ts';
import { callValue, construct, member } from './calls.ts';
import { evaluate } from './evaluate.ts';
import { declarationOf, execute } from './execute.ts';
import { callMethod } from './methods.ts';
import { type Host, MAX_LEVEL, MAX_STEPS, type Run, rangeOf } from './run.ts';
import {
  type ClassVal,
  type ObjectVal,
  type Property,
  plainVal,
  type Scope,
  unknownVal,
  type Val,
} from './value.ts';

/** Files of a program, asked for by path. A script is parsed when somebody asks for it. */
export interface ProgramFiles {
  readonly script: (file: FilePath) => ScriptDocument | null;
  readonly data: (file: FilePath) => DataNode | null;
  /** The file of the program that an import names, `null` for one of somebody else. */
  readonly resolve: (from: FilePath, specifier: string) => FilePath | null;
}

/** A program that can be followed from any of its files. */
export interface Program {
  /** Follows a file's statements, once. */
  readonly run: (file: FilePath) => void;
  /** Classes that a file declares at its top. */
  readonly classes: (file: FilePath) => readonly ClassVal[];
  /** Makes an object of a class as if anything might be passed to it. */
  readonly instantiate: (made: ClassVal, args: readonly Val[]) => void;
  /** What a function returns when it is called from outside of the program. */
  readonly call: (callee: Val, args: readonly Val[]) => Val;
  /** What a file that was followed exports under a name. */
  readonly exported: (file: FilePath, name: string) => Val | undefined;
  /** The library's class that a class extends in the end. */
  readonly outerOf: (made: ClassVal) => string | null;
}

interface Module {
  readonly scope: Scope;
  readonly exports: Map<string, Val>;
  /** Modules whose exports it passes on whole. */
  readonly stars: Val[];
}

/** Prepares to follow a program. Nothing of it is executed: what is not plain in its text is unknown. */
export function followProgram(files: ProgramFiles, host: Host): Program {
  const modules = new Map<FilePath, Module>();
  const run: Run = {
    host,
    steps: MAX_STEPS,
    depth: 0,
    level: 0,
    doubt: 0,
    returns: [],
    natives: new WeakMap(),
    evaluate: (node, scope) => {
      if (run.level >= MAX_LEVEL) return unknownVal(rangeOf(node, scope));
      run.level += 1;
      const value = evaluate(run, node, scope);
      run.level -= 1;
      return value;
    },
    execute: (statements, scope) => {
      if (run.level >= MAX_LEVEL) return { kind: 'stop' };
      run.level += 1;
      const completion = execute(run, statements, scope);
      run.level -= 1;
      return completion;
    },
    callValue: (callee, args, at) => callValue(run, callee, args, at),
    callMethod: (object, key, args, at) => callMethod(run, object, key, args, at),
    construct: (callee, args, at) => construct(run, callee, args, at),
    member: (object, key, at) => member(run, object, key, at),
    imported: (from, specifier, name, at) => importOf(from, specifier, name, at),
    exported: (file, name, value) => modules.get(file)?.exports.set(name, value),
  };
  const moduleOf = (file: FilePath): Module | null => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const script = files.script(file);
    if (script === null) return null;
    const made: Module = {
      scope: { names: new Map(), parent: null, self: null, file },
      exports: new Map(),
      stars: [],
    };
    modules.set(file, made);
    follow(run, made, programOf(script).program.body);
    return made;
  };
  const importOf: Run['imported'] = (from, specifier, name, at) => {
    const file = files.resolve(from, specifier);
    if (file === null) {
      const outer: Val = { kind: 'outer', name: host.moduleName(specifier), at };
      return name === null || name === 'default' ? outer : run.member(outer, name, at);
    }
    const data = files.data(file);
    if (data !== null) {
      const value = dataVal(data);
      return name === null || name === 'default' ? value : run.member(value, name, at);
    }
    const made = moduleOf(file);
    if (made === null) return unknownVal(at);
    return name === null ? namespaceOf(made, at) : exportOf(made, name, at);
  };
  return {
    run: (file) => void moduleOf(file),
    classes: (file) => classesIn(modules.get(file)),
    instantiate: (made, args) => void construct(run, made, args, made.at),
    call: (callee, args) => callValue(run, callee, args, callee.at),
    exported: (file, name) => modules.get(file)?.exports.get(name),
    outerOf: (made) => outerOf(run, made),
  };
}

function classesIn(module: Module | undefined): readonly ClassVal[] {
  const values = [...(module?.scope.names.values() ?? [])];
  return values.filter(
    (value): value is ClassVal => value.kind === 'class' && value.scope.file === module?.scope.file,
  );
}

function follow(run: Run, module: Module, body: readonly Node[]): void {
  for (const statement of body) readImport(run, module, statement);
  run.execute(body, module.scope);
  for (const statement of body) readExport(run, module, statement);
}

function readImport(run: Run, { scope }: Module, node: Node): void {
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return;
  const at = rangeOf(node, scope);
  if (node.specifiers.length === 0) run.imported(scope.file, node.source.value, null, at);
  for (const one of node.specifiers) {
    const name =
      one.type === 'ImportNamespaceSpecifier'
        ? null
        : one.type === 'ImportDefaultSpecifier'
          ? 'default'
          : one.imported.type === 'Identifier'
            ? one.imported.name
            : one.imported.value;
    scope.names.set(one.local.name, run.imported(scope.file, node.source.value, name, at));
  }
}

function readExport(run: Run, module: Module, node: Node): void {
  const { scope, exports } = module;
  if (node.type === 'ExportAllDeclaration') {
    module.stars.push(run.imported(scope.file, node.source.value, null, rangeOf(node, scope)));
  }
  if (node.type !== 'ExportNamedDeclaration') return;
  for (const one of node.specifiers) {
    if (one.type !== 'ExportSpecifier') continue;
    const name = one.exported.type === 'Identifier' ? one.exported.name : one.exported.value;
    const at = rangeOf(node, scope);
    const value =
      node.source == null
        ? scope.names.get(one.local.name)
        : run.imported(scope.file, node.source.value, one.local.name, at);
    if (value !== undefined) exports.set(name, value);
  }
  const declared = declarationOf(node);
  if (declared === null) return;
  const names =
    declared.type === 'VariableDeclaration'
      ? declared.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
      : 'id' in declared && declared.id?.type === 'Identifier'
        ? [declared.id.name]
        : [];
  for (const name of names) {
    const value = scope.names.get(name);
    if (value !== undefined) exports.set(name, value);
  }
}

function exportOf({ scope, exports, stars }: Module, name: string, at: SourceRange): Val {
  const own = exports.get(name);
  if (own !== undefined) return own;
  for (const star of stars) {
    const found = star.kind === 'object' ? star.props.get(name)?.value : undefined;
    if (found !== undefined) return found;
  }
  // Modules that import each other: what is declared so far.
  return scope.names.get(name) ?? unknownVal(at, name);
}

function namespaceOf({ exports, stars }: Module, at: SourceRange): ObjectVal {
  const props = new Map<string, Property>();
  for (const star of stars)
    if (star.kind === 'object') for (const [key, property] of star.props) props.set(key, property);
  for (const [name, value] of exports) props.set(name, { value, keyAt: at, at: value.at });
  return { kind: 'object', props, isOpen: true, at };
}

function outerOf(run: Run, made: ClassVal): string | null {
  let current: Val = made;
  for (let depth = 0; depth < 20; depth += 1) {
    if (current.kind === 'outer') return current.name;
    if (current.kind !== 'class' || current.node.superClass == null) return null;
    current = run.evaluate(current.node.superClass, current.scope);
  }
  return null;
}

/** A value of a data file, for a program that imports it. */
export function dataVal(node: DataNode, depth = 0): Val {
  const { at } = node;
  if (depth > 40) return unknownVal(at);
  switch (node.type) {
    case 'scalar':
      return plainVal(node.value, at);
    case 'list':
      return {
        kind: 'list',
        items: node.items.map((item) => dataVal(item, depth + 1)),
        isOpen: false,
        at,
      };
    case 'map': {
      const props = new Map<string, Property>();
      for (const { key, keyAt, value } of entries(node))
        props.set(key, { value: dataVal(value, depth + 1), keyAt, at: value.at });
      return { kind: 'object', props, isOpen: false, at };
    }
    case 'expr':
      return unknownVal(at);
  }
}

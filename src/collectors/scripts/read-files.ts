import { folderOf } from '../../model/source.ts';
import type { Module } from './guards.ts';
import { bare, field, isCall, lastName, list, property, type SyntaxNode, text } from './syntax.ts';

/** A file that a module reads while it runs. */
export interface FileRead {
  /** Relative to the scanned root. */
  readonly path: string;
  readonly node: SyntaxNode;
}

const maxDepth = 10;

/** Files whose path the module spells out: `readFileSync(join(__dirname, '.env'))`, `config({ path: '.env' })`. */
export function fileReads(module: Module, file: string): readonly FileRead[] {
  return module.tree.nodes.flatMap((node) => {
    if (!isCall(node)) return [];
    const name = lastName(field(node, 'callee')) ?? '';
    const [first] = list(node, 'arguments');
    const target = /^(?:readFile(?:Sync)?|readTextFile(?:Sync)?|loadEnvFile)$/.test(name)
      ? first
      : name === 'config'
        ? property(first, 'path')
        : undefined;
    const path = target === undefined ? null : pathOf(target, module, file, 0);
    return path === null || path.segments.length === 0
      ? []
      : [{ path: path.segments.join('/'), node }];
  });
}

/** A path relative to the scanned root. */
interface TreePath {
  readonly segments: readonly string[];
}

/** `null` for a path that the text does not give, or that leaves the tree. */
function pathOf(
  node: SyntaxNode | undefined,
  module: Module,
  file: string,
  depth: number,
): TreePath | null {
  const value = bare(node);
  if (value === undefined || depth > maxDepth) return null;
  const here = { segments: folderOf(file).split('/').filter(Boolean) };
  const inner = (part: SyntaxNode | undefined): TreePath | null =>
    pathOf(part, module, file, depth + 1);
  switch (value.type) {
    case 'StringLiteral':
      // Without a base, a path starts where the program was started: taken to be the root.
      return join({ segments: [] }, text(value, 'value') ?? '');
    case 'Identifier': {
      const name = text(value, 'name') ?? '';
      if (name === '__dirname') return here;
      const constant = module.constants.get(name);
      if (constant === undefined) return null;
      return isOwnFolder(constant, module) ? here : inner(constant);
    }
    case 'MemberExpression':
      return lastName(value) === 'dirname' ? here : null;
    case 'TemplateLiteral':
      return templatePath(value, inner);
    case 'NewExpression': {
      const [path] = list(value, 'arguments');
      return text(field(value, 'callee'), 'name') === 'URL'
        ? join(here, text(path, 'value'))
        : null;
    }
    case 'CallExpression':
      return callPath(value, here, module, inner);
    default:
      return null;
  }
}

function callPath(
  call: SyntaxNode,
  here: TreePath,
  module: Module,
  inner: (part: SyntaxNode | undefined) => TreePath | null,
): TreePath | null {
  const [first, ...rest] = list(call, 'arguments');
  switch (lastName(field(call, 'callee'))) {
    case 'cwd':
      return { segments: [] };
    case 'fileURLToPath':
      return inner(first);
    case 'dirname':
      return isOwnFolder(call, module) ? here : null;
    case 'join':
    case 'resolve': {
      let path = inner(first);
      for (const part of rest) path = path && join(path, text(bare(part), 'value'));
      return path;
    }
    default:
      return null;
  }
}

function templatePath(
  value: SyntaxNode,
  inner: (part: SyntaxNode | undefined) => TreePath | null,
): TreePath | null {
  const [base, ...others] = list(value, 'expressions');
  const [before, after] = list(value, 'quasis');
  if (others.length > 0 || before?.start !== before?.end) return null;
  const tail = after?.['value'];
  const raw = typeof tail === 'object' && tail !== null && 'raw' in tail ? tail.raw : undefined;
  const start = inner(base);
  return start === null || typeof raw !== 'string' ? null : join(start, raw.replace(/^\//, ''));
}

/** `dirname(fileURLToPath(import.meta.url))`. */
function isOwnFolder(node: SyntaxNode, module: Module): boolean {
  const written = module.source.slice(node.start, node.end);
  return (
    written.length < 200 && /dirname\s*\(/.test(written) && /import\.meta|__filename/.test(written)
  );
}

function join(base: TreePath, path: string | undefined): TreePath | null {
  if (path === undefined || path.startsWith('/') || path.startsWith('~')) return null;
  const segments = [...base.segments];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return { segments };
}

import type { Block } from './block.ts';
import { localFolder, type ModuleCode, sourceOf } from './module-code.ts';

/** A folder that Terraform is run in. */
export interface Root {
  readonly code: ModuleCode;
  /** Nothing shows that it is run as it stands: it waits for somebody to call it. */
  readonly isLibrary: boolean;
  /** Local modules that it may call. */
  readonly modules: ReadonlyMap<string, ModuleCode>;
}

const ILLUSTRATION =
  /^(?:.*\/)?(?:examples?|samples?|tests?|__tests__|fixtures?|testdata|test[-_]fixtures?|e2e|demos?|tutorials?)(?=\/|$)/i;

/** Folders that no other folder calls, and those that only examples and tests call. */
export function rootsOf(
  modules: ReadonlyMap<string, ModuleCode>,
  hasValues: (folder: string) => boolean,
  isCalledElsewhere: (folder: string) => boolean,
): readonly Root[] {
  const called = new Set<string>();
  for (const code of modules.values()) {
    if (ILLUSTRATION.test(code.folder)) continue;
    for (const folder of calledBy(code)) if (folder !== code.folder) called.add(folder);
  }
  const roots: Root[] = [];
  for (const code of modules.values()) {
    if (!isModule(code) || called.has(code.folder) || isCalledElsewhere(code.folder)) continue;
    // What an example makes of the module that it shows is nobody's infrastructure.
    const shown = ILLUSTRATION.exec(code.folder)?.[0];
    roots.push({
      code,
      isLibrary: isLibrary(code) && !hasValues(code.folder),
      modules: shown === undefined ? modules : inside(modules, shown),
    });
  }
  return roots;
}

function inside(
  modules: ReadonlyMap<string, ModuleCode>,
  folder: string,
): ReadonlyMap<string, ModuleCode> {
  return new Map([...modules].filter(([name]) => name.startsWith(`${folder}/`)));
}

function isModule({ resources, modules, settings }: ModuleCode): boolean {
  return (
    resources.size > 0 ||
    modules.size > 0 ||
    settings.some((block) => stateBlock(block) !== undefined)
  );
}

/** Folders of the modules that a module calls. */
export function calledBy(code: ModuleCode): readonly string[] {
  return [...code.modules.values()].flatMap((call) => {
    const source = sourceOf(call);
    const folder = source === null ? null : localFolder(source, code.folder);
    return folder === null ? [] : [folder];
  });
}

/** The `backend` or `cloud` block of a `terraform` block. */
export function stateBlock(settings: Block): Block | undefined {
  return settings.blocks.find((block) => block.type === 'backend' || block.type === 'cloud');
}

/** It lies where modules do, or it configures no provider, keeps no state, asks for something and gives something back. */
function isLibrary({ folder, providers, settings, variables, outputs }: ModuleCode): boolean {
  if (settings.some((block) => stateBlock(block) !== undefined)) return false;
  if (/(?:^|\/)modules\//.test(folder)) return true;
  if (providers.size > 0 || outputs.size === 0) return false;
  return [...variables.values()].some((block) => !block.attributes.has('default'));
}

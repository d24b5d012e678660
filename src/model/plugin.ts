import type { Document, FormatId } from './document.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Hardening } from './hardening.ts';
import type { Knowledge, ProviderFacts } from './knowledge.ts';
import type { ConstructLibrary, ModuleSpec, PlacementSpec, ResourceSpec } from './resource.ts';
import type { FilePath } from './source.ts';

/** Turns one file's text into a document. Never throws: what cannot be read becomes problems. */
export type Parse = (file: FilePath, text: string) => Document;

export interface Format {
  readonly id: FormatId;
  /** May answer `null` where the format has `recover`: the text needs that reader. */
  readonly load: () => Promise<{
    readonly parse: (...input: Parameters<Parse>) => Document | null;
  }>;
  /** A slower reader for broken text, loaded only when one is met. */
  readonly recover?: () => Promise<{ readonly parse: Parse }>;
}

/** Files a collector wants. */
export interface FileMatch {
  /**
   * Relative to the root, `**` allowed: two stars, a slash, then a name, an extension or a path. One that starts with `~/` names files of the
   * user's home, which are read only when the user asks for it.
   */
  readonly glob: string;
  readonly format: FormatId;
  /** Read it only if one of these ASCII strings occurs in it (exact case). */
  readonly hints?: readonly string[];
  /** Read it even when `.gitignore` hides it, because agents do. */
  readonly evenIfIgnored?: boolean;
}

/** Files that are understood together. */
export interface Unit {
  /** First file, or what the collector's `group` put first. */
  readonly id: string;
  readonly documents: readonly Document[];
}

export type Collect = (unit: Unit, knowledge: Knowledge) => readonly Fact[];

/** Descriptor: cheap to import; the work is behind `load`. */
export interface Collector {
  readonly id: string;
  /** `agent` collectors emit an `Agent`. */
  readonly emits: readonly FactKind[];
  readonly files: readonly FileMatch[];
  /** Splits the claimed files (sorted) into units; default: one unit per file. */
  readonly group?: (files: readonly FilePath[]) => readonly (readonly FilePath[])[];
  readonly load: () => Promise<{ readonly collect: Collect }>;
  /** It declares resources of vendors: the packs' knowledge of their types is loaded with it. */
  readonly readsResources?: boolean;
  /** Agents only: how their settings are narrowed. Absent where no file of a repository can do it. */
  readonly hardening?: Hardening;
}

export interface ProviderPack extends ProviderFacts {
  readonly collectors: readonly Collector[];
  /** What the types of resource mean that this vendor has; loaded only where a tree declares infrastructure. */
  readonly resources?: () => Promise<{ readonly resources: readonly ResourceSpec[] }>;
  /** The same for Terraform's modules and provider settings. */
  readonly terraform?: () => Promise<{
    readonly modules: readonly ModuleSpec[];
    readonly placements: readonly PlacementSpec[];
  }>;
  /** What templates and programs that declare them leave unsaid; loaded with them. */
  readonly constructs?: () => Promise<{ readonly library: ConstructLibrary }>;
}

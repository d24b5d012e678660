/** The name under which a tool's commands look for what its configuration names; no variable of an environment can be called so. */
export function configuredTarget(provider: string): string {
  return `config:${provider}`;
}

/** The tool whose configuration a name by {@link configuredTarget} stands for, `null` for a variable. */
export function toolOfTarget(name: string): string | null {
  return name.startsWith('config:') ? name.slice('config:'.length) : null;
}

/** Where a tool's own configuration says which database it works on. */
export interface TargetPlaces {
  /** Globs of modules that write their settings out; with hints where the name alone is too common. */
  readonly modules?: readonly { readonly glob: string; readonly hints?: readonly string[] }[];
  /** Paths of the settings in them that hold the address. */
  readonly settings?: readonly string[];
  /** Globs of files in which one line sets the address. */
  readonly texts?: readonly { readonly glob: string; readonly hints?: readonly string[] }[];
  /** Matches such a line. */
  readonly line?: RegExp;
}

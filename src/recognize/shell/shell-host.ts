import type { ShellDocument } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';

/** Where a shell program stands, as the facts it gives need it: a script, a recipe of a task runner, an entry of a crontab. */
export interface ShellHost {
  /** Id of the collector that read it. */
  readonly collector: string;
  /** Beginning of the keys of its facts: `shell-scripts:ops/drop.sh`. */
  readonly key: string;
  /** How messages call it: `ops/drop.sh`, `"make drop"`. */
  readonly shown: string;
  /** Name that its commands go by, `null` where their own is enough: `drop`. */
  readonly task: string | null;
  /** Command lines, run from the root, that start it. */
  readonly invocations: readonly string[];
  /** Folder it runs in, `''` for the root; absent where nothing tells. */
  readonly folder?: string;
}

/** A whole file that is one shell program. */
export function scriptHost(document: ShellDocument): ShellHost {
  const { file } = document;
  return {
    collector: 'shell-scripts',
    key: `shell-scripts:${file}`,
    shown: file,
    task: null,
    invocations: baseName(file) === '.envrc' ? ['direnv allow'] : [`./${file}`, `bash ${file}`],
  };
}

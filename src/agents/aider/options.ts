import {
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
} from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

/** An option of Aider as the strongest place writes it. */
export interface Option {
  readonly entry: DataEntry;
  readonly document: DataDocument;
}

/**
 * Options of the unit: environment variables beat the file, and the project's file beats the user's.
 * @see https://aider.chat/docs/config.html (read 2026-11-21)
 */
export function optionsOf(documents: readonly Document[]): ReadonlyMap<string, Option> {
  const found = new Map<string, Option>();
  const files = documents.filter((document): document is DataDocument => document.shape === 'data');
  const add = (document: DataDocument): void => {
    const isEnv = baseName(document.file) === '.env';
    for (const entry of entries(document.roots[0])) {
      const name = isEnv ? optionName(entry.key) : entry.key;
      if (name !== null) found.set(name, { entry, document });
    }
  };
  const isConfig = ({ file }: Document): boolean => /\.aider\.conf\.ya?ml$/.test(file);
  for (const file of files) if (isConfig(file) && isHome(file.file)) add(file);
  for (const file of files) if (isConfig(file) && !isHome(file.file)) add(file);
  for (const file of files) if (baseName(file.file) === '.env') add(file);
  return found;
}

function optionName(variable: string): string | null {
  const name = /^AIDER_([A-Z_]+)$/.exec(variable)?.[1];
  return name === undefined ? null : name.toLowerCase().replaceAll('_', '-');
}

/** Whether a switch is on; `undefined` where it is not written, or says something else. */
export function isOn(option: Option | undefined): boolean | undefined {
  const value: DataNode | undefined = option?.entry.value;
  if (value?.type !== 'scalar') return undefined;
  if (/^(?:true|yes|on|1)$/i.test(value.text)) return true;
  return /^(?:false|no|off|0)$/i.test(value.text) ? false : undefined;
}

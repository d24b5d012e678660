import { basename, dirname } from 'node:path';
import type { Config } from '../config/config.ts';
import { configFiles, defaultConfig } from '../config/config.ts';
import { MAX_FILE_BYTES } from '../discover/limits.ts';
import { ConfigError } from '../model/errors.ts';
import { type FilePath, filePath } from '../model/source.ts';
import { createReader, type Reader } from './read-text.ts';

/**
 * The team's settings: the file that was asked for, else the first of the known names in the root, else the defaults.
 * @throws ConfigError when the file cannot be read or is not what the schema allows.
 */
export async function readConfig(
  asked: string | undefined,
  reader: Reader,
  files: ReadonlySet<FilePath>,
  checkIds: readonly string[],
): Promise<Config> {
  if (asked !== undefined) {
    return parse(createReader(dirname(asked)), filePath(basename(asked)), checkIds);
  }
  const found = configFiles.find((name) => files.has(filePath(name)));
  return found === undefined ? defaultConfig : parse(reader, filePath(found), checkIds);
}

async function parse(reader: Reader, file: FilePath, checkIds: readonly string[]): Promise<Config> {
  const content = reader.read(file, MAX_FILE_BYTES);
  if (content.state === 'unread' || content.truncated) {
    throw new ConfigError(
      `The configuration file ${file} cannot be read.`,
      'Give the path of a YAML file.',
    );
  }
  const { parseConfig } = await import('../config/load.ts');
  return parseConfig(content.decode(), file, checkIds);
}

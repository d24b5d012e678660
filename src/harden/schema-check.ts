import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataNode } from '../model/document.ts';
import { type FilePath, filePath } from '../model/source.ts';

/** The first way in which a settings file breaks its agent's schema, `null` when it holds. Names the key, never a value. */
export async function firstSchemaError(
  file: string,
  text: string,
  schema: object,
): Promise<string | null> {
  const data = await plain(filePath(file), text);
  const validate = new Ajv2020({ strict: false, allErrors: false }).compile(schema);
  if (validate(data)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || '/'} ${error?.message ?? 'is not what the schema allows'}`;
}

async function plain(file: FilePath, text: string): Promise<unknown> {
  const { plainData } = await import('../config/plain-data.ts');
  const { parse } = file.endsWith('.toml')
    ? await import('../formats/toml/parse.ts')
    : /\.ya?ml$/.test(file)
      ? await import('../formats/yaml/parse.ts')
      : await import('../formats/json/parse.ts');
  const document = parse(file, text);
  const root: DataNode | undefined = document.shape === 'data' ? document.roots[0] : undefined;
  return root === undefined ? {} : plainData(root);
}

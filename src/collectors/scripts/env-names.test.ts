import { describe, expect, it } from 'vitest';
import { relationsOf } from '../../../test/facts-of-kind.ts';
import { call, scriptFacts, sender } from '../../../test/harbour-script.ts';

describe('credentials', () => {
  it('follows a file that is read beside the script', () => {
    const text = `import { readFileSync } from "node:fs";
import { join } from "node:path";
const env = readFileSync(join(__dirname, ".harbour.env"), "utf8");
const token = /^HARBOUR_API_TOKEN=(.+)$/m.exec(env)?.[1] ?? "";
${sender.replace('const token = process.env.HARBOUR_API_TOKEN;', '')}
export const dropVolume = (volumeId: string) => ${call};`;
    const [holds, ...others] = relationsOf(scriptFacts(text), 'holds');
    expect(others).toEqual([]);
    expect(holds).toMatchObject({
      from: 'scripts:scripts/ops/client.ts#volumeDelete',
      to: 'variable:HARBOUR_API_TOKEN',
      because: 'scripts/ops/client.ts reads HARBOUR_API_TOKEN from scripts/ops/.harbour.env',
    });
    expect(text.slice(holds?.at.start, holds?.at.end)).toBe(
      'readFileSync(join(__dirname, ".harbour.env"), "utf8")',
    );
  });

  it.each([
    ['known name', 'const t = process.env.HARBOUR_API_TOKEN;', 'HARBOUR_API_TOKEN'],
    ['brackets', 'const t = process.env["HARBOUR_API_TOKEN"];', 'HARBOUR_API_TOKEN'],
    ['destructuring', 'const { HARBOUR_API_TOKEN } = process.env;', 'HARBOUR_API_TOKEN'],
    ['Deno', 'const t = Deno.env.get("HARBOUR_API_TOKEN");', 'HARBOUR_API_TOKEN'],
    [
      'unknown name in a header',
      'const t = process.env.OPS_KEY ?? ""; const o = { headers: { Authorization: `Bearer @{t}` } };',
      'OPS_KEY',
    ],
    ['unknown name elsewhere', 'const t = process.env.OPS_KEY;', undefined],
  ])('%s', (_, text, name) => {
    const all = scriptFacts(`${text} const h = "https://api.harbour.test"; ${call}`);
    expect(relationsOf(all, 'holds').map((one) => one.to)).toEqual(
      name === undefined ? [] : [`variable:${name}`],
    );
  });

  it.each([
    ['new URL("./.env", import.meta.url)', 'scripts/ops/.env'],
    ['path.resolve(__dirname, "..", "..", ".env")', '.env'],
    ['join(here, "x", ".env")', 'scripts/ops/x/.env'],
    ['`@{__dirname}/../.env.production`', 'scripts/.env.production'],
    ['".env.local"', '.env.local'],
    ['join(process.cwd(), ".env")', '.env'],
    ['join(__dirname, "../../../outside")', null],
    ['process.argv[2]', null],
  ])('resolves %s', (path, expected) => {
    const text = `const here = dirname(fileURLToPath(import.meta.url));
const h = "https://api.harbour.test"; const env = parse(readFileSync(${path}));
const t = env.HARBOUR_API_TOKEN; ${call}`;
    expect(relationsOf(scriptFacts(text), 'holds').map((one) => one.because)).toEqual(
      expected === null ? [] : [`scripts/ops/client.ts reads HARBOUR_API_TOKEN from ${expected}`],
    );
  });
});

describe('targets', () => {
  const id = '3968be43-eee2-45c4-b71c-043a1ac55958';
  const mutation = 'mutation ($volumeId: ID!) { volumeDelete(volumeId: $volumeId) }';
  const host = 'const h = "https://api.harbour.test";';
  it.each([
    [
      'in the document',
      `run('mutation { volumeDelete(volumeId: "${id}") }')`,
      `harbour:harbour-volume/${id}`,
    ],
    [
      'in the variables',
      `run("${mutation}", { volumeId: "${id}" })`,
      `harbour:harbour-volume/${id}`,
    ],
    [
      'in a constant',
      `const volumeId = "${id}"; run("${mutation}", { volumeId })`,
      `harbour:harbour-volume/${id}`,
    ],
    [
      'in a request body',
      `run({ query: "${mutation}", variables: { volumeId: "${id}" } })`,
      `harbour:harbour-volume/${id}`,
    ],
    [
      'in the environment',
      `run("${mutation}", { volumeId: process.env.HARBOUR_VOLUME_ID })`,
      'variable:HARBOUR_VOLUME_ID',
    ],
    [
      'in the path',
      'const v = process.env.HARBOUR_VOLUME_ID; fetch(`https://api.harbour.test/v1/volumes/@{v}`, { method: "DELETE" })',
      'variable:HARBOUR_VOLUME_ID',
    ],
    ['only at run time', `run("${mutation}", { volumeId: process.argv[2] })`, undefined],
    ['a placeholder', `run("${mutation}", { volumeId: "your-volume" })`, undefined],
  ])('%s', (_, text, key) => {
    expect(relationsOf(scriptFacts(`${host} ${text}`), 'destroys').map((one) => one.to)).toEqual(
      key === undefined ? [] : [key],
    );
  });
});

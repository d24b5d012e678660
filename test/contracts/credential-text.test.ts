import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/collectors/credential-sweep/collect.ts';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { parse } from '../../src/formats/text/parse.ts';
import type { CredentialSpec } from '../../src/model/knowledge.ts';
import { filePath } from '../../src/model/source.ts';
import { secretForm } from '../../src/recognize/credential/secret-value.ts';
import { packs } from '../../src/registry.generated.ts';
import { misspelt, samplesOf } from '../shape-samples.ts';

const knowledge = createKnowledge(packs, new Uint8Array([1]));

/** Every catalogued kind, the ones without a shape included: what a file's text says about it, as the sweep reads it. */
const kinds = packs.flatMap((pack) =>
  pack.credentials
    .filter((spec) => !spec.isPublic)
    .map((spec) => ({ id: `${pack.id}/${spec.id}`, spec, hosts: pack.api?.hosts ?? [] })),
);

/** Whether a value can stand in an assignment of one line; a file or a PEM block cannot. */
function fitsLine(value: string): boolean {
  return !/[\s"'`\\<>$(){}]/.test(value) && secretForm(value) === 'literal';
}

/** Values that are this kind by all that the vendor says of it; where nothing is said, a random-looking word. */
function valuesOf(spec: CredentialSpec): readonly string[] {
  if (spec.shape === null) {
    return [1, 2, 3].map((count) =>
      createHash('sha256').update(`${spec.id} ${count}`).digest('hex').slice(0, 40),
    );
  }
  return samplesOf(spec, 200)
    .filter(
      (value) =>
        fitsLine(value) &&
        spec.isGenuine?.(value) !== false &&
        spec.refine?.(value)?.isPublic !== true,
    )
    .slice(0, 4);
}

/** Kinds that the sweep sees in a text, as `vendor/kind literal`. */
function sweptFrom(text: string): readonly string[] {
  const document = parse(filePath('notes.txt'), text);
  return collect({ id: 'notes.txt', documents: [document] }, knowledge).flatMap((fact) =>
    fact.kind === 'Credential' ? [`${fact.provider}/${fact.product} ${fact.form}`] : [],
  );
}

describe.each(kinds)('$id in a text', ({ id, spec, hosts }) => {
  const values = valuesOf(spec);
  const others = (found: readonly string[]): readonly string[] =>
    found.filter((seen) => seen !== `${id} literal`);

  it('is named by each of its variables, and by nothing that is one letter off', () => {
    for (const value of values) {
      const proven = knowledge.credentialByValue(value);
      for (const name of spec.env) {
        const found = sweptFrom(`# notes\n${name}=${value}\n`);
        expect(others(found), name).toEqual([]);
        if (proven !== undefined) continue;
        for (const place of ['first', 'last'] as const) {
          expect(sweptFrom(`# notes\n${misspelt(name, place)}=${value}\n`)).not.toContain(
            `${id} literal`,
          );
        }
      }
    }
  });

  it('is no value where a name stands for one', () => {
    for (const name of spec.env) {
      const found = sweptFrom(
        `${name}=\${OTHER_NAME}\n${name}=<${name.toLowerCase()}>\n${name}=\n`,
      );
      expect(found.filter((seen) => seen.endsWith(' literal'))).toEqual([]);
    }
  });

  it('is seen alone in a sentence, and not inside another word', () => {
    for (const value of values) {
      if (knowledge.credentialByValue(value)?.spec !== spec) continue;
      expect(sweptFrom(`We were handed "${value}" on Monday.`)).toEqual([`${id} literal`]);
      // One of several words, such as an address, holds places where a word begins.
      if (/[^A-Za-z0-9_-]/.test(value)) continue;
      expect(sweptFrom(`We were handed zz${value} on Monday.`)).toEqual([]);
    }
  });

  it('is told by its header only at a host of its vendor', () => {
    const [value] = values;
    if (value === undefined || knowledge.credentialByValue(value) !== undefined) return;
    for (const header of spec.headers.filter((name) => name !== 'authorization')) {
      const line = (host: string): string => `curl https://${host}/v1 -H "${header}: ${value}"\n`;
      for (const host of hosts) {
        expect(sweptFrom(line(host.replace(/^\*?\./, 'api.')))).toContain(`${id} literal`);
      }
      expect(sweptFrom(line('api.nobody.test'))).not.toContain(`${id} literal`);
    }
  });

  it('keeps the sweep quick on text that begins it again and again', () => {
    const starts = [...spec.prefixes, ...spec.env.slice(0, 1).map((name) => `${name}=`)];
    const whole = values[0] ?? 'no value of one line';
    for (const part of [...starts, whole, whole.slice(0, -1)]) {
      sweptFrom(part.repeat(Math.ceil(30_000 / part.length)));
      sweptFrom(`${part}${whole.slice(-1).repeat(30_000)}`);
    }
  });
});

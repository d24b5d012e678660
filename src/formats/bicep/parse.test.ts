import { describe, expect, it } from 'vitest';
import { filePath } from '../../model/source.ts';
import { parseBicep } from './parse.ts';

const file = filePath('main.bicep');
const read = (text: string) => parseBicep(file, text);

describe('declarations', () => {
  it('have their kind, name, target and place', () => {
    const text = `targetScope = 'resourceGroup'
@description('Where')
@allowed([
  'a'
  'b'
])
param stage 'a' | 'b' = 'a' // usual
param secret string
var names = [for i in range(0, 2): 'x\${i}']
resource pg 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (stage == 'a') {
  name: 'pg-\${stage}'
}
resource old 'Microsoft.Sql/servers@2023-08-01' existing = {
  name: 'old'
  resource db 'databases' = {
    name: 'db'
  }
}
module net './net.bicep' = { name: 'net', params: { a: 1 } }
output id string = pg.id
`;
    const found = read(text);
    expect(
      found.map(({ kind, name, target, isExisting }) => [kind, name, target, isExisting]),
    ).toEqual([
      ['param', 'stage', '', false],
      ['param', 'secret', '', false],
      ['var', 'names', '', false],
      ['resource', 'pg', 'Microsoft.DBforPostgreSQL/flexibleServers', false],
      ['resource', 'old', 'Microsoft.Sql/servers', true],
      ['module', 'net', './net.bicep', false],
    ]);
    const at = found[3]?.at;
    expect(text.slice(at?.start, at?.end)).toBe(
      "resource pg 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01'",
    );
    expect(found[3]?.value?.type).toBe('if');
    expect(found[4]?.value).toMatchObject({ nested: [{ name: 'db', target: 'databases' }] });
  });

  it('that are broken leave the others as they are', () => {
    const found = read("param = \nvar a = { b: [ 'c\nresource x 'T/y@1' = {\n}\nvar z = 1\n");
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(['[', '{a:', '(', '!', "'${", 'a?b:', '-', '{...'])(
    'end where %s is repeated',
    (open) => {
      expect(() => read(`var a = ${open.repeat(5000)}`)).not.toThrow();
    },
  );
});

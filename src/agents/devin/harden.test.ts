import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const file = '.devin/config.json';
const local = '.devin/config.local.json';
const devin = { collect, harden };

describe('hardening Devin', () => {
  it('denies, and asks where a flag may stand anywhere', () => {
    const { [file]: text } = hardenedFiles(
      devin,
      {},
      { stops, secrets: ['deploy/.env'], tools: [{ server: 'db', name: 'drop' }] },
    );
    expect(JSON.parse(text ?? '')).toEqual({
      permissions: {
        ask: ['Exec(acme db push)'],
        deny: [
          'Exec(acme volume delete)',
          'Exec(acme db push --force-reset)',
          'mcp__db__drop',
          'Read(**/deploy/.env)',
        ],
      },
    });
  });

  it('lets loose rules of all files ask, and keeps the rest', () => {
    const files = hardenedFiles(
      devin,
      {
        [file]: `{
  // agreed in June
  "permissions": {
    "allow": ["Exec(npm test)", "Exec(npx)", "Exec(*)", "Fetch(*)", "Fetch(domain:docs.acme.test)"]
  }
}
`,
        [local]: '{ "permissions": { "allow": ["exec", "Exec(bash -c)", "Read(src/**)"] } }',
      },
      { loose: ['Exec(npx)', 'Exec(*)', 'exec', 'Exec(bash -c)'] },
    );
    expect(files[file]).toBe(`{
  // agreed in June
  "permissions": {
    "allow": ["Exec(npm test)", "Fetch(domain:docs.acme.test)"],
    "ask": [
      "Exec(npx)",
      "Exec(bash -c)"
    ]
  }
}
`);
    expect(files[local]).toBe('{ "permissions": { "allow": ["Read(src/**)"] } }');
  });

  it('copies no secret, and changes no broken file', () => {
    const secret = `Exec(TOKEN=${'x'.repeat(24)} npx)`;
    const files = { [file]: `{ "permissions": { "allow": ["${secret}"] } }` };
    const loose = ruleNames(files);
    expect(hardenedFiles(devin, files, { loose })[file]).toBe('{ "permissions": { "allow": [] } }');
    const broken = { [file]: '{ "permissions": ' };
    expect(hardenedFiles(devin, broken, { stops })).toEqual(broken);
  });
});

/** The rules as the collector shows them, secrets masked. */
function ruleNames(files: Readonly<Record<string, string>>): readonly string[] {
  return ofKind(agentFacts(collect, acmeKnowledge, files), 'AgentRule').map(({ name }) => name);
}

import { describe, expect, it } from 'vitest';
import { acmeToken } from '../../../test/acme-knowledge.ts';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const file = '.grok/config.toml';
const grok = { collect, harden };

describe('hardening Grok', () => {
  it('denies', () => {
    const { [file]: text } = hardenedFiles(
      grok,
      {},
      { stops, secrets: ['deploy/.env'], tools: [{ server: 'db', name: 'drop' }] },
    );
    expect(text).toBe(
      '[permission]\ndeny = ["Bash(acme volume delete:*)", "Bash(acme db push *--force-reset*)", "MCPTool(db__drop)", "Read(**/deploy/.env)"]\n',
    );
  });

  it('lets loose rules ask, and keeps comments and the rest', () => {
    const before = `# agreed in June
[permission]
allow = [
  "Bash(npm test)", # fast
  "Bash(npx *)",
  "Bash",
  "WebFetch",
  "WebFetch(domain:docs.acme.test)",
]
rules = [
  { action = "allow", tool = "bash", pattern = "node *" }, # scripts
  { action = "allow", tool = "bash", pattern = "git diff *" },
  { action = "allow", tool = "edit", pattern = "node *" },
]
`;
    const files = hardenedFiles(
      grok,
      { [file]: before },
      { loose: ['Bash(npx *)', 'Bash', 'node *'], stops: stops.slice(0, 1) },
    );
    expect(files[file]).toBe(`# agreed in June
[permission]
allow = [
  "Bash(npm test)", # fast
  "WebFetch(domain:docs.acme.test)",
]
rules = [
  { action = "ask", tool = "bash", pattern = "node *" }, # scripts
  { action = "allow", tool = "bash", pattern = "git diff *" },
  { action = "allow", tool = "edit", pattern = "node *" },
]
ask = ["Bash(npx *)"]
deny = ["Bash(acme volume delete:*)"]
`);
  });

  it('changes rules that are tables of their own', () => {
    const before = '[[permission.rules]]\naction = "allow"\ntool = "bash"\n';
    expect(hardenedFiles(grok, { [file]: before })[file]).toBe(before.replace('allow', 'ask'));
  });

  it('copies no secret, and changes no broken file', () => {
    const before = `[permission]\nallow = ["Bash(ACME_ACCESS_TOKEN=${acmeToken} npx *)"]\n`;
    const loose = ['Bash(ACME_ACCESS_TOKEN=…'];
    const { [file]: after } = hardenedFiles(grok, { [file]: before }, { loose });
    expect(after).not.toContain('ask');
    const broken = { [file]: '[permission' };
    expect(hardenedFiles(grok, broken, { stops })).toEqual(broken);
  });
});

import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const file = '.vibe/config.toml';
const vibe = { collect, harden };
const [, , asks] = stops;

describe('hardening Vibe', () => {
  it('writes all of it into an empty project', () => {
    const files = hardenedFiles(
      vibe,
      {},
      { stops, secrets: ['deploy/.env'], tools: [{ server: 'db', name: 'drop' }] },
    );
    expect(files[file]).toContain('disabled_tools = ["db_drop"]');
    expect(files[file]).toContain('permission = "ask"\n');
    expect(files[file]).toMatch(/"tmux", "acme volume delete", "acme db push --force-reset"\]/);
    expect(files[file]).toContain('[tools.read]\ndenylist = ["*/deploy/.env"]');
    expect(files['.vibeignore']).toBe('/deploy/.env\n');
  });

  it('ends bypasses, and keeps comments and harmless rules', () => {
    const before = `default_agent = "auto-approve" # faster
bypass_tool_permissions = true

# agreed in June
[tools.bash]
permission = "always"
allowlist = ["npm test", "npx"] # ours
denylist = ["vim"]

[tools.read_file]
permission = "always"

[tools.db_drop]
permission = "always"
`;
    const files = hardenedFiles(
      vibe,
      { [file]: before },
      {
        loose: ['npx in allowlist'],
        secrets: ['.env'],
        stops: stops.slice(0, 1),
        tools: [{ server: 'db', name: 'drop' }],
      },
    );
    expect(files[file]).toBe(`default_agent = "default" # faster
bypass_tool_permissions = false
disabled_tools = ["db_drop"]

# agreed in June
[tools.bash]
permission = "ask"
allowlist = ["npm test"] # ours
denylist = ["vim", "acme volume delete"]

[tools.read_file]
permission = "always"
denylist = ["*/.env"]

[tools.db_drop]
permission = "ask"

[tools.read]
denylist = ["*/.env"]
`);
  });

  it('leaves what is stricter, and broken files', () => {
    const never = { [file]: '[tools.bash]\npermission = "never"\n' };
    expect(hardenedFiles(vibe, never, { stops: asks === undefined ? [] : [asks] })).toEqual(never);
    const broken = { [file]: '[tools' };
    expect(hardenedFiles(vibe, broken, { stops })).toEqual(broken);
  });
});

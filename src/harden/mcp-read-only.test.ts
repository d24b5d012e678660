import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../test/acme-knowledge.ts';
import { parse } from '../formats/json/parse.ts';
import { at, entries } from '../model/document.ts';
import { entityKey, type McpServer } from '../model/fact.ts';
import type { McpSwitch } from '../model/knowledge.ts';
import { mcpSwitch } from '../model/pack.ts';
import { filePath } from '../model/source.ts';
import { byDefault } from '../model/value.ts';
import { mcpFacts } from '../recognize/agent/mcp-servers.ts';
import { readOnlyServer } from './mcp-read-only.ts';

const spec = acmeKnowledge.mcp('@acme/mcp-server')?.spec;
if (spec === undefined) throw new Error('Acme has a server');

function edited(
  server: unknown,
  switches: readonly McpSwitch[],
  since: (text: string) => string = (text) => text,
): unknown {
  const text = JSON.stringify({ mcpServers: { other: {}, db: server } }, null, 2);
  const document = parse(filePath('mcp.json'), text);
  if (document.shape !== 'data') throw new Error('JSON is data');
  const entry = entries(at(document.roots[0], 'mcpServers'))[1];
  if (entry === undefined) throw new Error('there are two');
  const place = entry.keyAt;
  const entity: McpServer = {
    kind: 'McpServer',
    key: entityKey('mcp:db'),
    aliases: [],
    name: 'db',
    at: place,
    collector: 'pilot',
    implied: false,
    confidence: 'high',
    agent: entityKey('agent:pilot'),
    provider: 'acme',
    title: 'Acme MCP server',
    destructiveTools: [],
    readOnly: byDefault(false, place, 'https://example.com'),
    narrowed: byDefault(false, place, 'https://example.com'),
    reach: null,
    narrower: null,
  };
  if (spec === undefined) return undefined;
  const result = readOnlyServer(since(text), entity, { ...spec, readOnly: switches }, text);
  return result === null ? null : JSON.parse(result).mcpServers.db;
}

describe('switching a server to read-only', () => {
  it.each([
    [
      { command: 'npx', args: ['-y', '@acme/mcp-server'] },
      '--read-only',
      { command: 'npx', args: ['-y', '@acme/mcp-server', '--read-only'] },
    ],
    [
      { command: 'npx', args: ['@acme/mcp-server', '--access-mode=unrestricted'] },
      '--access-mode=restricted',
      { command: 'npx', args: ['@acme/mcp-server', '--access-mode=restricted'] },
    ],
    [
      { command: 'uvx', args: ['acme'] },
      'ACME_READ_ONLY=true',
      { command: 'uvx', args: ['acme'], env: { ACME_READ_ONLY: 'true' } },
    ],
    [
      { url: 'https://mcp.acme.example/mcp' },
      '?read_only=true',
      { url: 'https://mcp.acme.example/mcp?read_only=true' },
    ],
    [
      { url: 'https://mcp.acme.example/mcp?read_only=false&project=p#x' },
      '?read_only=true',
      { url: 'https://mcp.acme.example/mcp?project=p&read_only=true#x' },
    ],
    [
      { url: 'https://mcp.acme.example/mcp' },
      'header:x-read-only=true',
      { url: 'https://mcp.acme.example/mcp', headers: { 'x-read-only': 'true' } },
    ],
  ])('%j by %s', (server, written, result) => {
    expect(edited(server, [mcpSwitch(written)])).toEqual(result);
  });

  it('has no way where the vendor gives none that fits', () => {
    expect(edited({ url: 'https://mcp.acme.example/mcp' }, [])).toBeNull();
    expect(edited({ url: 'not an address' }, [mcpSwitch('?read_only=true')])).toBeNull();
    expect(edited({ command: 'acme' }, [mcpSwitch('--read-only')])).toBeNull();
  });

  it('finds the server in a text that was edited since', () => {
    expect(
      edited({ command: 'acme', args: [] }, [mcpSwitch('--read-only')], (text) =>
        text.replace('{', '{ "before": [1, 2, 3],'),
      ),
    ).toEqual({ command: 'acme', args: ['--read-only'] });
    expect(
      edited({ command: 'acme' }, [mcpSwitch('ACME_READ_ONLY=true')], () => '{ "mcpServers": {} }'),
    ).toBeNull();
  });

  it('is understood by the reader of such lists', () => {
    const server = { command: 'npx', args: ['-y', '@acme/mcp-server'] };
    const db = edited(server, [mcpSwitch('--read-only')]);
    const document = parse(filePath('mcp.json'), JSON.stringify({ mcpServers: { db } }));
    if (document.shape !== 'data') throw new Error('JSON is data');
    const [fact] = mcpFacts(
      {
        document,
        servers: at(document.roots[0], 'mcpServers'),
        agent: entityKey('agent:pilot'),
        agentName: 'pilot',
        collector: 'pilot',
        isRejected: () => false,
      },
      acmeKnowledge,
    );
    expect(fact).toMatchObject({ kind: 'McpServer', readOnly: { state: 'set', value: true } });
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/json/parse.ts';
import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf, mcpSwitch } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { mcpEntry } from './mcp-entry.ts';
import { narrowedOf, readOnlyOf } from './mcp-switch.ts';

const file = filePath('mcp.json');
const place = { file, start: 0, end: 1 };
const server = mcpServersOf({ source: 'https://example.com/docs', checkedOn: '2026-11-21' });

function spec(parts: Partial<McpSpec>): McpSpec {
  return server({ id: 's', title: 'S', narrower: 'Use less', ...parts });
}

function entryOf(entry: unknown) {
  const document = parse(file, JSON.stringify(entry));
  const root = document.shape === 'data' ? document.roots[0] : undefined;
  const read = root === undefined ? null : mcpEntry(root);
  if (read === null) throw new Error('no server');
  return read;
}

const readOnly = [
  '--read-only',
  'READ_ONLY=true',
  '?read_only=true',
  'header:x-read-only=true',
  'path:/readonly',
].map(mcpSwitch);

describe('a server that writes unless it is told not to', () => {
  it.each([
    [{ command: 'x', args: ['--read-only'] }, true],
    [{ command: 'x', args: ['--readOnly', 'true'] }, true],
    [{ command: 'x', args: ['--read-only=false'] }, false],
    [{ command: ['npx', 'x', '--read-only'] }, true],
    [{ command: { path: 'x', args: ['--read-only'] } }, true],
    [{ command: 'x', env: { READ_ONLY: '1' } }, true],
    [{ command: 'x', env: { READ_ONLY: 'false' } }, false],
    [{ command: 'x', envs: { READ_ONLY: 'true' } }, true],
    [{ url: 'https://m.example/mcp?read_only=true&x=1' }, true],
    [{ httpUrl: 'https://m.example/mcp?read_only=false' }, false],
    [{ command: 'npx', args: ['mcp-remote', 'https://m.example/mcp?read_only=true'] }, true],
    [{ url: 'https://m.example/mcp', headers: { 'X-Read-Only': 'true' } }, true],
    [{ url: 'https://m.example/mcp/readonly' }, true],
    [{ url: 'https://readonly.m.example/mcp' }, false],
    [{ command: 'x' }, false],
  ])('%j: %s', (entry, value) => {
    expect(readOnlyOf(entryOf(entry), spec({ readOnly }), place)).toMatchObject({ value });
  });

  it('is not known where a variable decides', () => {
    const entry = entryOf({ command: 'x', env: { READ_ONLY: '${READ_ONLY}' } });
    expect(readOnlyOf(entry, spec({ readOnly }), place).state).toBe('unknown');
  });
});

describe('a server that only reads unless it is told to write', () => {
  const writing = spec({ writesWith: [mcpSwitch('--allow-write'), mcpSwitch('ALLOW_WRITE=true')] });
  it.each([
    [{ command: 'x' }, 'default', true],
    [{ command: 'x', args: ['--allow-write'] }, 'set', false],
    [{ command: 'x', env: { ALLOW_WRITE: 'false' } }, 'default', true],
  ])('%j: %s %s', (entry, state, value) => {
    expect(readOnlyOf(entryOf(entry), writing, place)).toMatchObject({ state, value });
  });
});

describe('scope', () => {
  const scoped = spec({ narrowedBy: [mcpSwitch('--project-ref'), mcpSwitch('?project_ref')] });
  it.each([
    [{ command: 'x', args: ['--project-ref', 'abc'] }, true],
    [{ url: 'https://m.example/mcp?project_ref=abc' }, true],
    [{ url: 'https://m.example/mcp' }, false],
  ])('%j: %s', (entry, value) => {
    expect(narrowedOf(entryOf(entry), scoped, place)).toMatchObject({ value });
  });
});

describe('tools of an entry', () => {
  it.each([
    [{ includeTools: ['a'] }, ['a'], []],
    [{ enabled_tools: ['*'] }, null, []],
    [{ disabledTools: ['b'] }, null, ['b']],
  ])('%j', (part, only, without) => {
    expect(entryOf({ command: 'x', ...part })).toMatchObject({ only, without });
  });
  it('is off when the entry says so', () => {
    expect(entryOf({ command: 'x', disabled: true }).isOff).toBe(true);
    expect(entryOf({ command: 'x', enabled: false }).isOff).toBe(true);
    expect(entryOf({ command: 'x', enabled: true }).isOff).toBe(false);
  });
});

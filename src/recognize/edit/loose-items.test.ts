import { expect, it } from 'vitest';
import { type AgentRule, entityKey } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { looseItems } from './loose-items.ts';

const text =
  '{\n  // ours\n  "allow": ["npm test", "curl *", "deploy --token abc"],\n  "mode": "yolo"\n}\n';

function rule(at: string, name: string, file = 'app/.pilot/settings.json'): AgentRule {
  const start = text.indexOf(`"${at}"`);
  return {
    kind: 'AgentRule',
    key: entityKey(`rule:${at}`),
    aliases: [],
    name,
    at: { file: filePath(file), start, end: start + 1 },
    collector: 'pilot',
    implied: false,
    confidence: 'high',
    agent: entityKey('agent:pilot'),
    effect: 'allow',
    tool: 'shell',
    pattern: { type: 'any' },
    order: 0,
    inert: null,
  };
}

it('finds rules in their lists, and tells which hold a secret', () => {
  const rules = [
    rule('curl *', 'curl *'),
    rule('deploy --token abc', 'deploy --token …'),
    rule('yolo', 'yolo'),
    rule('npm test', 'npm test', '~/.pilot/settings.json'),
    rule('npm test', 'npm test', 'other.json'),
  ];
  expect(looseItems(text, '.pilot/settings.json', rules)).toEqual([
    { list: ['allow'], text: 'curl *', holdsSecret: false },
    { list: ['allow'], text: 'deploy --token abc', holdsSecret: true },
  ]);
});

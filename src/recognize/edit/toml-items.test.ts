import { expect, it } from 'vitest';
import { replaceInTomlItems } from './toml-items.ts';

const open = (text: string) =>
  replaceInTomlItems(text, ['permission', 'rules'], 'action', (read) =>
    read('tool') === 'bash' ? 'ask' : undefined,
  );

it.each([
  [
    '[permission]\nrules = [\n  { action = "allow", tool = "bash" }, # why\n  { action = \'allow\', tool = "read" },\n]\n',
    '[permission]\nrules = [\n  { action = "ask", tool = "bash" }, # why\n  { action = \'allow\', tool = "read" },\n]\n',
  ],
  [
    '[[permission.rules]]\naction = "allow" # why\ntool = "bash"\n\n[[permission.rules]]\ntool = "bash"\naction = "deny"\n',
    '[[permission.rules]]\naction = "ask" # why\ntool = "bash"\n\n[[permission.rules]]\ntool = "bash"\naction = "ask"\n',
  ],
  [
    'permission = { rules = [{ "action" = "allow", tool = "bash" }] }\n',
    'permission = { rules = [{ "action" = "ask", tool = "bash" }] }\n',
  ],
  [
    'permission.rules = [{ tool = "bash", action = 7 }]\n',
    'permission.rules = [{ tool = "bash", action = "ask" }]\n',
  ],
])('%j', (before, after) => {
  expect(open(before)).toBe(after);
  expect(open(after)).toBe(after);
});

it.each([
  'rules = [{ action = "allow", tool = "bash" }]\n',
  '[permission]\nrules = [{ tool = "bash" }, 3]\n',
  '[[permission]]\nrules = 3\n',
  '[permission',
  '',
])('leaves %j', (text) => {
  expect(open(text)).toBe(text);
});

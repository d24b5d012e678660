import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { hookName, hookPower } from './hook-script.ts';

const script = (file: string, text: string) => parse(filePath(file), text);

describe('hookPower', () => {
  it.each([
    ['grep -q "terraform destroy" && exit 2', true],
    ['if "railway volume delete" in cmd: print(\'{"permission":"deny"}\')', true],
    ['process.exitCode = 2; // drop', true],
    ['echo "terraform destroy" >> log', false],
    ['prettier --check . || exit 2', false],
  ])('%s → %s', (text, guards) => {
    const scripts = [script('.pilot/hooks/other.sh', 'exit 0'), script('.pilot/hooks/g.sh', text)];
    expect(hookPower('"$ROOT"/.pilot/hooks/g.sh --fast', scripts)).toEqual({
      guards,
      isUnseen: false,
    });
  });

  it('reads a command without script', () => {
    const command = 'jq -e \'.command | test("rm -rf")\' && exit 2';
    expect(hookPower(command, [])).toEqual({ guards: true, isUnseen: false });
  });

  it('says when the script is not there', () => {
    expect(hookPower('python3 ~/guard.py', [])).toEqual({ guards: false, isUnseen: true });
    expect(hookPower('npx prettier .', [])).toEqual({ guards: false, isUnseen: false });
  });
});

it.each([
  ['"$ROOT"/.pilot/hooks/guard.sh --key abc', 'guard.sh'],
  ['TOKEN=abc /usr/bin/python3 hooks/check.py', 'check.py'],
  ['TOKEN=abc prettier --write .', 'prettier'],
  ['', ''],
])('%s is called %s', (command, name) => {
  expect(hookName(command)).toBe(name);
});

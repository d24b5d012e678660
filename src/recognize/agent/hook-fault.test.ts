import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { hookFault, meansToRefuse } from './hook-fault.ts';

const script = (text: string, name = 'guard.sh') =>
  parse(filePath(`app/.pilot/hooks/${name}`), text);
const two = script('grep -q "terraform destroy" && exit 2\n');

function fault(command: string, text = two, failsClosed = false): string | undefined {
  return hookFault({ command, scripts: [text], folder: '.pilot/hooks/', failsClosed })?.because;
}

describe('hookFault', () => {
  it.each([
    '.pilot/hooks/guard.sh',
    '"$PROJECT_DIR"/.pilot/hooks/guard.sh --strict',
    'sh -c "cd x && .pilot/hooks/guard.sh"',
    'python3 scripts/guard.py',
    '~/.pilot/hooks/other.sh',
    '"$HOME"/.pilot/hooks/other.sh',
    '/Users/ada/.pilot/hooks/other.sh',
    '.pilot/hooks/$NAME',
  ])('has nothing against %s', (command) => {
    expect(fault(command)).toBeUndefined();
  });

  it('misses a script, unless the agent stops without it', () => {
    const command = '$PROJECT_DIR/.pilot/hooks/other.sh';
    expect(fault(command)).toContain('.pilot/hooks/other.sh is not in the tree');
    expect(fault(command, two, true)).toBeUndefined();
  });

  it('knows exit codes that do not arrive, and answers that need none', () => {
    for (const end of [' || true', ' || :', '; exit 0', '; true']) {
      expect(fault(`.pilot/hooks/guard.sh${end}`)).toMatch(/success/);
    }
    const answering = script(`echo '{"permission":"deny"}'; exit 1`);
    expect(fault('.pilot/hooks/guard.sh || true', answering)).toBeUndefined();
  });

  it('knows exit codes that stop nothing', () => {
    for (const text of ['exit 1', 'sys.exit(1)', 'process.exit(1)', 'process.exitCode = 1']) {
      expect(fault('.pilot/hooks/guard.sh', script(text))).toMatch(/exit code 1/);
      expect(fault('.pilot/hooks/guard.sh', script(text), true)).toBeUndefined();
    }
    expect(fault('.pilot/hooks/guard.sh', script('[ -n "$1" ] || exit 1\nexit 2'))).toBeUndefined();
  });
});

describe('meansToRefuse', () => {
  const means = (text: string) =>
    meansToRefuse({ command: '.pilot/hooks/guard.sh', scripts: [script(text)] });

  it('wants something destructive and a refusal', () => {
    expect(means('grep -q "terraform destroy" && echo blocked && exit 1')).toBe(true);
    expect(means('prettier --write .')).toBe(false);
  });
});

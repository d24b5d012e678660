import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { call, scriptFacts, sender } from '../../../test/harbour-script.ts';

describe('guards', () => {
  const drop = `export async function drop(volumeId) { BEFORE; await ${call}; }`;
  const asks = ['asks'];
  const blocks = ['blocks'];
  const none: readonly string[] = [];
  it.each([
    ['nothing', '', none],
    ['a missing token', 'if (!token) throw new Error("HARBOUR_API_TOKEN is required")', none],
    [
      'prompt, answer used',
      'const ok = await confirm({ message: "Sure?" }); if (!ok) return',
      asks,
    ],
    ['prompt, answer ignored', 'const ok = await confirm({ message: "Sure?" }); log(ok)', none],
    [
      'readline promise',
      'const a = await new Promise((r) => rl.question("Sure? ", r)); if (a !== "yes") process.exit(1)',
      asks,
    ],
    [
      'inquirer',
      'const { ok } = await inquirer.prompt([{ type: "confirm" }]); if (!ok) { return }',
      asks,
    ],
    [
      'typed flag',
      'if (!process.argv.includes("--yes")) { console.error("no"); process.exit(1); }',
      asks,
    ],
    ['other flag', 'if (process.argv.includes("--verbose")) { log("x"); return }', none],
    ['dry run', 'const dryRun = process.env.DRY_RUN !== "false"; if (dryRun) return', asks],
    [
      'dry run that is off',
      'const dryRun = process.argv.includes("--dry-run"); if (dryRun) return',
      none,
    ],
    [
      'production refused',
      'if (process.env.NODE_ENV === "production") throw new Error("no")',
      blocks,
    ],
    ['staging required', 'if (process.env.HARBOUR_ENVIRONMENT_NAME !== "staging") return', blocks],
    ['production required', 'if (process.env.NODE_ENV !== "production") return', none],
    [
      'list of environments',
      'const allowed = ["dev", "staging"]; if (!allowed.includes(process.env.APP_ENV ?? "")) throw new Error()',
      blocks,
    ],
    ['assertion', 'assert(env !== "production")', blocks],
    ['named assertion', 'assertNotProduction()', blocks],
    ['named constant', 'const isProd = process.env.APP_ENV === "prod"; if (isProd) return', blocks],
    ['warning only', 'if (process.env.NODE_ENV === "production") console.warn("careful")', none],
    [
      'either condition',
      'if (process.env.NODE_ENV === "production" || !volumeId) throw new Error()',
      blocks,
    ],
    ['a log line', 'console.log("are you sure?")', none],
  ])('%s', (_, before, expected) => {
    const all = scriptFacts(`${sender}${drop.replace('BEFORE', before)}`);
    expect(ofKind(all, 'Guard').map((one) => one.strength)).toEqual(expected);
    expect(relationsOf(all, 'guarded-by').length).toBe(expected.length);
    expect(ofKind(all, 'DestructiveCommand').map((one) => one.skipsPrompt)).toEqual([
      expected.length === 0,
    ]);
  });

  it.each([
    [
      'the branch',
      `export async function drop(volumeId) { if (await confirm("Sure?")) { await ${call}; } }`,
      asks,
    ],
    [
      'the other branch',
      `export const drop = (volumeId) => process.env.APP_ENV === "production" ? null : ${call};`,
      blocks,
    ],
    ['a callback', `rl.question("Sure? ", (answer) => { if (answer === "yes") ${call}; });`, asks],
    [
      'the module',
      `if (process.env.APP_ENV === "production") process.exit(1);\nexport const drop = (volumeId) => ${call};`,
      blocks,
    ],
    [
      'the wrapper',
      `const only = send; function safe(q, v) { if (process.env.APP_ENV === "production") throw new Error(); return ofKind(q, v); }\nexport const drop = (volumeId) => ${call.replace('send', 'safe')};`,
      blocks,
    ],
    [
      'an own function',
      `async function sure() { if (!(await confirm("Sure?"))) process.exit(1); }\nexport async function drop(volumeId) { await sure(); await ${call}; }`,
      asks,
    ],
    [
      'every caller',
      `async function drop(volumeId) { await ${call}; }\nasync function main() { if (!(await confirm("Sure?"))) return; await drop("x"); }\nmain();`,
      asks,
    ],
    [
      'one caller of two',
      `async function drop(volumeId) { await ${call}; }\nasync function main() { if (!(await confirm("Sure?"))) return; await drop("x"); }\nmain(); drop("y");`,
      none,
    ],
    [
      'a caller of an exported function',
      `export async function drop(volumeId) { await ${call}; }\nasync function main() { if (!(await confirm("Sure?"))) return; await drop("x"); }\nmain();`,
      none,
    ],
    [
      'after the call',
      `export async function drop(volumeId) { await ${call}; if (!(await confirm("Sure?"))) return; }`,
      none,
    ],
    [
      'another function',
      `export async function other() { if (!(await confirm("Sure?"))) return; }\nexport const drop = (volumeId) => ${call};`,
      none,
    ],
  ])('found in %s', (_, text, expected) => {
    expect(ofKind(scriptFacts(sender + text), 'Guard').map((one) => one.strength)).toEqual(
      expected,
    );
  });

  it('points at the condition', () => {
    const text = `${sender}if (process.env.APP_ENV === "production") process.exit(1);\n${call}`;
    const [guard] = ofKind(scriptFacts(text), 'Guard');
    expect(text.slice(guard?.at.start, guard?.at.end)).toBe('process.env.APP_ENV === "production"');
  });
});

// Validates riskscan's SARIF with Microsoft's validator, GitHub's rules included. Its exit code is 0 whatever it finds,
// so the verdict is read from its own log.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const tool = join(root, '.ci/tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
if (!existsSync(tool)) {
  process.stderr.write(`validate-sarif: ${tool} is missing\n`);
  process.exit(1);
}
chmodSync(tool, 0o755); // npm leaves it as it is when install scripts are off

const stories = join(root, 'fixtures/repos');
const trees = existsSync(stories)
  ? readdirSync(stories).flatMap((story) =>
      readdirSync(join(stories, story)).map((state) => join(stories, story, state)),
    )
  : [];
const folder = mkdtempSync(join(tmpdir(), 'riskscan-sarif-'));
let errors = 0;
for (const tree of [root, ...trees]) errors += validate(tree);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`validate-sarif: ${trees.length + 1} reports, ${errors} errors\n`);
process.exitCode = errors === 0 ? 0 : 1;

function validate(tree) {
  const report = join(folder, 'report.sarif');
  const log = join(folder, 'log.sarif');
  const scan = spawnSync(
    process.execPath,
    ['dist/cli.js', tree, '--format', 'sarif', '--output', report, '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  if (scan.status !== 0) return fail(tree, `the scan ended with ${scan.status}: ${scan.stderr}`);
  spawnSync(
    tool,
    ['validate', report, '--rule-kind', 'Sarif;Ghas', '-o', log, '--log', 'ForceOverwrite'],
    {
      stdio: 'ignore',
    },
  );
  const { runs } = JSON.parse(readFileSync(log, 'utf8').replace(/^\uFEFF/, ''));
  rmSync(log);
  let found = 0;
  for (const { results = [], invocations = [] } of runs) {
    for (const { ruleId, level = 'warning', message } of results) {
      if (level === 'error')
        found += fail(tree, `${ruleId}: ${message.text ?? JSON.stringify(message)}`);
    }
    for (const { executionSuccessful } of invocations) {
      if (!executionSuccessful) found += fail(tree, 'the validator itself failed');
    }
  }
  return found;
}

function fail(tree, message) {
  process.stderr.write(`validate-sarif: ${tree}: ${message}\n`);
  return 1;
}

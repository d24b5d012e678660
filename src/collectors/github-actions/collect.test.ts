import { describe, expect, it } from 'vitest';
import { harbour } from '../../../test/harbour-knowledge.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/yaml/parse.ts';
import type { Fact, Pipeline } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([harbour], new Uint8Array(32));
const secret = '    env: { HARBOUR_API_TOKEN: "${{ secrets.HARBOUR_API_TOKEN }}" }\n';
const drop = '      - run: harbour volume delete data --yes\n';

function facts(files: Readonly<Record<string, string>>): readonly Fact[] {
  const documents = Object.entries(files).flatMap(([file, text]) => {
    const document = parse(filePath(file), text);
    return document === null ? [] : [document];
  });
  return collect({ id: 'workflows', documents }, knowledge);
}

function workflow(on: string, job: string): Readonly<Record<string, string>> {
  return {
    '.github/workflows/x.yml': `on: ${on}\njobs:\n  drop:\n    runs-on: x\n${secret}${job}`,
  };
}

function pipelines(files: Readonly<Record<string, string>>): readonly Pipeline[] {
  return facts(files).filter((fact) => fact.kind === 'Pipeline');
}

/** `verb: trigger, trigger` of every destructive line. */
function acts(files: Readonly<Record<string, string>>): readonly string[] {
  const all = facts(files);
  return all
    .filter((fact) => fact.kind === 'Relation')
    .filter(({ rel }) => rel === 'runs')
    .flatMap((edge) => {
      const job = all.find((fact) => fact.kind === 'Pipeline' && fact.key === edge.from);
      if (job?.kind !== 'Pipeline') return [];
      return (edge.triggers ?? job.triggers).map(({ startedBy }) => startedBy).join(' ');
    });
}

describe('github-actions', () => {
  it('finds a destructive line with its exact place, job, folder and secrets', () => {
    const files = workflow(
      'push',
      '    steps:\n      - working-directory: infra\n        run: |\n          echo go\n          cd prod && harbour volume delete "data" --yes\n',
    );
    const all = facts(files);
    const command = all.find((fact) => fact.kind === 'DestructiveCommand');
    expect(command).toMatchObject({
      key: 'github-actions:.github/workflows/x.yml#drop/harbour-volume-delete-1',
      folder: 'infra/prod',
      provider: 'harbour',
      skipsPrompt: true,
      invocations: [],
    });
    const text = files['.github/workflows/x.yml'] ?? '';
    if (command === undefined || command.kind !== 'DestructiveCommand') return;
    expect(textAt(text, command.at)).toBe('harbour volume delete "data" --yes');
    const credential = all.find((fact) => fact.kind === 'Credential');
    expect(credential).toMatchObject({ form: 'injected', digest: null, provider: 'harbour' });
    const holds = all.find((fact) => fact.kind === 'Relation' && fact.rel === 'holds');
    expect(holds).toMatchObject({ from: 'github-actions:.github/workflows/x.yml#drop' });
  });

  it.each([
    ['curl -X DELETE https://api.harbour.test/v1/volumes/data', 'api high'],
    ['curl -X DELETE "https://api.harbour.test/v1/volumes/$ID"', 'api low'],
    [
      `curl https://api.harbour.test/graphql -H "Authorization: Bearer $TOKEN" -d '{"query":"mutation { volumeDelete(volumeId: \\"a\\") }"}'`,
      'api high',
    ],
    ['curl https://api.harbour.test/v1/volumes/data', ''],
  ])('reads the request %s', (line, expected) => {
    const found = facts(workflow('push', `    steps:\n      - run: |\n          ${line}\n`));
    const seen = found.flatMap((fact) =>
      fact.kind === 'DestructiveCommand' ? [`${fact.via} ${fact.confidence}`] : [],
    );
    expect(seen.join()).toBe(expected);
  });

  it.each([
    ['push', 'any-push release'],
    ['[push, pull_request]', 'any-push release change-request'],
    ['{ push: { branches: [main] } }', 'merge'],
    ['{ push: { branches: ["topics/**"] } }', 'any-push'],
    ['{ push: { branches: ["release/*"] } }', 'merge'],
    ['{ push: { branches: ["**"] } }', 'any-push'],
    ['{ push: { tags: ["v*"] } }', 'release'],
    ['{ pull_request: { types: [closed] } }', 'merge change-request'],
    ['{ pull_request: { types: [labeled] } }', 'person'],
    ['pull_request_target', 'outsider'],
    ['issue_comment', 'outsider'],
    ['{ issues: { types: [labeled] } }', 'person'],
    ['{ schedule: [{ cron: "0 3 * * *" }] }', 'schedule'],
    ['workflow_dispatch', 'person'],
    ['workflow_call', 'unknown'],
    ['{ workflow_run: { workflows: [x], branches: [main] } }', 'merge'],
    ['something_new', 'unknown'],
  ])('knows whose act sets off on: %s', (on, expected) => {
    expect(acts(workflow(on, `    steps:\n${drop}`))).toEqual([expected]);
  });

  it.each([
    ["github.ref == 'refs/heads/main'", 'merge'],
    ["github.event.ref == 'refs/heads/main'", 'merge'],
    ["github.event_name == 'pull_request'", 'change-request'],
    ["github.event_name != 'pull_request' && github.ref_type != 'tag'", 'any-push'],
    ["github.event_name == 'push' || github.event_name == 'schedule'", 'any-push release'],
    ["startsWith(github.ref, 'refs/tags/')", 'release'],
    ["${{ success() && github.ref == 'refs/heads/main' }}", 'merge'],
    ["contains(github.event.head_commit.message, 'x')", 'any-push release change-request'],
    ['( unreadable', 'any-push release change-request'],
  ])('reads the condition %s of a job and of a step', (condition, expected) => {
    const job = workflow(
      '[push, pull_request]',
      `    if: ${JSON.stringify(condition)}\n    steps:\n${drop}`,
    );
    const step = workflow(
      '[push, pull_request]',
      `    steps:\n      - if: ${JSON.stringify(condition)}\n        run: harbour volume delete data --yes\n`,
    );
    expect([acts(job), acts(step)]).toEqual([[expected], [expected]]);
  });

  it.each([
    ['another event', "if: github.event_name == 'release'"],
    ['never', 'if: false'],
    ['the branch of nobody', "if: github.ref == 'refs/heads/x' && github.event_name == 'schedule'"],
  ])('leaves out what nothing can set off: %s', (_, condition) => {
    const on = '{ schedule: [{ cron: "0 3 * * *" }] }';
    expect(acts(workflow(on, `    ${condition}\n    steps:\n${drop}`))).toEqual([]);
  });

  it('is set off no more than the jobs it waits for', () => {
    const first = `    if: github.ref == 'refs/heads/main'\n    steps:\n      - run: echo\n`;
    const second = `  second:\n    needs: drop\n    runs-on: x\n${secret}    steps:\n${drop}`;
    expect(acts(workflow('[push, pull_request]', first + second))).toEqual(['merge']);
  });

  it.each([
    ['a test', 'env: { HARBOUR_STAGE: preview }'],
    ['its environment', 'environment: dev'],
    ['a name made for one change', 'environment: { name: "pr-${{ github.event.number }}" }'],
    [
      'a matrix',
      'strategy: { matrix: { stage: [dev, preview] } }\n    environment: ${{ matrix.stage }}',
    ],
  ])('passes over what works on %s', (_, setting) => {
    const lines = `    ${setting}\n    steps:\n${drop}`;
    const text = `on: push\njobs:\n  drop:\n    runs-on: x\n${lines}`;
    const armed = text.replace('--yes', '--yes --token ${{ secrets.HARBOUR_API_TOKEN }}');
    expect(acts({ '.github/workflows/x.yml': armed })).toEqual([]);
  });

  it.each([
    ['NODE_ENV: production, APP_ENV: preview', 'x', 'preview'],
    ['NODE_ENV: production', 'preview', 'preview'],
    ['NODE_ENV: production', 'x', 'production'],
  ])(
    'takes a mode of building for the stage only as the last thing: %s in %s.yml',
    (env, name, stage) => {
      const [text = ''] = Object.values(workflow(`push\nenv: { ${env} }`, `    steps:\n${drop}`));
      const found = facts({ [`.github/workflows/${name}.yml`]: text });
      expect(found.flatMap((fact) => (fact.kind === 'Environment' ? [fact.tier] : []))).toEqual([
        stage,
      ]);
    },
  );

  it('passes over a job that holds nothing on a machine made for it', () => {
    const bare = `on: push\njobs:\n  drop:\n    runs-on: ubuntu-latest\n    steps:\n${drop}`;
    expect(acts({ '.github/workflows/x.yml': bare })).toEqual([]);
    const own = bare.replace('ubuntu-latest', '[self-hosted, linux]');
    expect(acts({ '.github/workflows/x.yml': own })).toHaveLength(1);
  });

  it.each([
    ['a login to a database elsewhere', 'postgres://drop:Harb0ur-Gr4nite@db.harbour.dev/data', 1],
    ['a token of the vendor', 'hbr_Qm7Zt2Xw9Lk4Vb8Nc3Rd', 1],
    ['the login of a database of the job', 'postgres://drop:Harb0ur-Gr4nite@localhost/data', 0],
    ['a word of tests', 'test', 0],
  ])('counts %s in plain text as something that opens a door', (_, value, count) => {
    const job = `on: push\njobs:\n  drop:\n    runs-on: ubuntu-latest\n    env: { HARBOUR_API_TOKEN: '${value}' }\n    steps:\n${drop}`;
    expect(acts({ '.github/workflows/x.yml': job })).toHaveLength(count);
  });

  it('follows a called workflow into a composite action, in the light of the caller', () => {
    const files = {
      '.github/workflows/a.yml':
        'on: { schedule: [{ cron: "0 3 * * *" }] }\njobs:\n  go:\n    uses: ./.github/workflows/b.yml\n    with: { stage: production }\n    secrets: inherit\n',
      '.github/workflows/b.yml':
        'on: { workflow_call: { inputs: { stage: { default: dev } } } }\njobs:\n  drop:\n    runs-on: x\n    environment: ${{ inputs.stage }}\n    steps:\n      - uses: ./.github/actions/drop\n',
      '.github/actions/drop/action.yml':
        'runs:\n  using: composite\n  steps:\n    - run: harbour volume delete data --yes\n      shell: bash\n',
    };
    const all = facts(files);
    expect(acts(files)).toEqual(['schedule']);
    expect(all.find((fact) => fact.kind === 'Environment')).toMatchObject({ tier: 'production' });
    expect(all.find((fact) => fact.kind === 'DestructiveCommand')?.at.file).toBe(
      '.github/actions/drop/action.yml',
    );
    expect(all.find((fact) => fact.kind === 'Guard')).toMatchObject({ confidence: 'low' });
  });

  it('ends where workflows and actions call themselves', () => {
    const files = {
      '.github/workflows/a.yml':
        'on: [push, workflow_call]\njobs:\n  go:\n    uses: ./.github/workflows/a.yml\n  act:\n    runs-on: x\n    steps: [{ uses: ./x }]\n',
      'x/action.yml': 'runs: { using: composite, steps: [{ uses: ./x }, { uses: ./x }] }\n',
    };
    expect(pipelines(files)).toEqual([]);
  });

  it.each([
    ['an environment', 'environment: production', 'low'],
    ['a typed word', "if: inputs.confirm == 'harbour'", 'medium'],
    ['a picked word', "if: inputs.stage == 'harbour'", undefined],
  ])('knows what %s proves', (_, setting, confidence) => {
    const on =
      '{ workflow_dispatch: { inputs: { confirm: {}, stage: { type: choice, options: [harbour] } } } }';
    const guard = facts(workflow(on, `    ${setting}\n    steps:\n${drop}`)).find(
      (fact) => fact.kind === 'Guard',
    );
    expect(guard?.kind === 'Guard' ? guard.confidence : undefined).toBe(confidence);
  });

  it.each([
    ['env/${{env.STAGE}}/db', 'env/staging/db'],
    ['"env/${{ env.STAGE }}/db"', 'env/staging/db'],
    ['env/${{ github.actor }}/db', undefined],
  ])('follows a cd to %s', (path, folder) => {
    const steps = `    env: { STAGE: staging }\n    steps:\n      - run: |\n          cd ${path}\n          harbour volume delete data --yes\n`;
    const job = `on: push\njobs:\n  drop:\n    runs-on: x\n${steps.replace('STAGE: staging', 'STAGE: staging, HARBOUR_API_TOKEN: "${{ secrets.A }}"')}`;
    const command = facts({ '.github/workflows/x.yml': job }).find(
      (fact) => fact.kind === 'DestructiveCommand',
    );
    expect(command?.kind === 'DestructiveCommand' ? command.folder : 'none').toBe(folder);
  });

  it('knows what an action runs, in which folder, and shows the line that names it', () => {
    const steps =
      '    steps:\n      - uses: Harbour/cli@v2\n        with: { act: delete, stage: production, folder: infra/db }\n';
    const files = workflow('push', steps);
    const all = facts(files);
    const command = all.find((fact) => fact.kind === 'DestructiveCommand');
    expect(command).toMatchObject({ verb: 'harbour volume delete', folder: 'infra/db' });
    const at = command?.kind === 'DestructiveCommand' ? command.at : null;
    const text = files['.github/workflows/x.yml'] ?? '';
    expect(at === null ? '' : textAt(text, at)).toBe('Harbour/cli@v2');
  });

  it.each([
    ['TERRAFORM_ACTION: plan', 0],
    ['DRY_RUN: "true"', 0],
    ['DRY_RUN: "false"', 1],
    ['TERRAFORM_ACTION: apply', 1],
    ['TRANSACTION: plan', 1],
  ])('follows no script that is told with %s to show what it would do', (variable, count) => {
    const steps = `    steps:\n      - env: { ${variable} }\n        run: bash release.sh\n`;
    const [job] = pipelines(workflow('push', `${steps}      - run: bash other.sh\n`));
    expect(job?.calls.filter(({ line }) => line.includes('release'))).toHaveLength(count);
  });

  it('says which tasks and scripts a job starts, from the root', () => {
    const steps =
      '    defaults: { run: { working-directory: apps/api } }\n    steps:\n      - run: |\n          npm run reset\n          yarn wipe\n          make -C ../db drop\n          ./scripts/wipe.sh\n          pnpm --filter other reset\n';
    const [job] = pipelines(workflow('push', steps));
    expect(job?.calls.map(({ line }) => line)).toEqual([
      'npm --prefix apps/api run reset',
      'npm --prefix apps/api run wipe',
      'make -C apps/db drop',
      './apps/api/scripts/wipe.sh',
    ]);
  });

  it.each([
    ['a secret', "'${{ secrets.DB }}'", 'psql "$DB_URL" -c "DROP SCHEMA public CASCADE"', ['high']],
    ['a machine elsewhere', 'x', 'mysql -h db.harbour.dev -e "DROP DATABASE data"', ['high']],
    ['what nothing sets', 'x', 'psql "$OTHER_URL" -c "TRUNCATE data"', ['low']],
    ['its own service', 'postgres://localhost/x', 'psql "$DB_URL" -c "TRUNCATE data"', []],
    ['its own machine', 'x', 'psql -U postgres -c "DROP DATABASE data"', []],
    ['its own container', 'x', 'docker compose exec -T db psql -c "TRUNCATE data"', []],
    ['what a test left', "'${{ secrets.DB }}'", 'psql "$DB_URL" -c "DROP DATABASE data_test"', []],
    ['nothing that is lost', "'${{ secrets.DB }}'", 'psql "$DB_URL" -c "SELECT 1"', []],
  ])('reads what a client of a database is told: %s', (_, value, line, expected) => {
    const job = `    steps:\n      - env: { DB_URL: ${value} }\n        run: ${line}\n`;
    const found = facts(workflow('push', job)).flatMap((fact) =>
      fact.kind === 'DestructiveCommand' ? [fact.confidence] : [],
    );
    expect(found).toEqual(expected);
  });

  it('hands on the files of statements that it gives to a client', () => {
    const steps = `    steps:\n      - env: { DB_URL: '\${{ secrets.DB }}' }\n        run: psql "$DB_URL" -f db/reset.sql\n`;
    const [job] = pipelines(workflow('push', steps));
    expect(job?.calls.map(({ line }) => line)).toEqual(['./db/reset.sql']);
  });

  it('says what leads to a script that only some of the triggers reach', () => {
    const step =
      "    steps:\n      - if: github.ref == 'refs/heads/main'\n        run: ./apply.sh\n";
    const [job] = pipelines(workflow('[push, pull_request]', `${step}      - run: ./plan.sh\n`));
    const triggers = job?.calls.map((call) => call.triggers?.map(({ startedBy }) => startedBy));
    expect(triggers).toEqual([['merge'], ['any-push', 'release', 'change-request']]);
  });

  it.each([
    ['two jobs without an environment', '', '', 1],
    ['a job with an environment, which may have its own', 'environment: production', '', 2],
    ['one secret of the repository and one handed over', '', "{ TOKEN: '${{ secrets.A }}' }", 2],
    ['a call that hands over everything', '', 'inherit', 1],
  ])('knows how many credentials one name is: %s', (_, setting, handed, count) => {
    const job = (name: string, more: string) =>
      `  ${name}:\n    runs-on: x\n${more}${secret}    steps: [{ run: echo }]\n`;
    const called =
      handed !== ''
        ? { '.github/workflows/y.yml': `on: workflow_call\njobs:\n${job('b', '')}` }
        : {};
    const second =
      handed === ''
        ? job('b', setting === '' ? '' : `    ${setting}\n`)
        : `  b:\n    uses: ./.github/workflows/y.yml\n    secrets: ${handed}\n`;
    const all = facts({
      '.github/workflows/x.yml': `on: push\njobs:\n${job('a', '')}${second}`,
      ...called,
    });
    const identities = all.flatMap((fact) =>
      fact.kind === 'Credential' ? [fact.aliases[0] ?? fact.key] : [],
    );
    expect(identities.length).toBe(2);
    expect(new Set(identities).size).toBe(count);
  });

  it.each([
    ['nothing', ''],
    ['a list', '- x'],
    ['jobs of another type', 'on: push\njobs: [x]'],
    [
      'steps of another type',
      'on: push\njobs: { a: { steps: 7, needs: [a], if: 1, environment: [] } }',
    ],
    ['a job that waits for itself', 'on: push\njobs: { a: { needs: a, steps: [{ run: "$((" }] } }'],
    ['broken text', 'on: [push\njobs:\n\t- {{'],
  ])('survives %s', (_, text) => {
    expect(() => facts({ '.github/workflows/x.yml': text })).not.toThrow();
  });
});

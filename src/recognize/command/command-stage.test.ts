import { expect, it } from 'vitest';
import { parse } from '../../formats/shell/parse.ts';
import { type DestructiveCommand, entityKey } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { stageFacts } from './command-stage.ts';

const at = { file: filePath('deploy.sh'), start: 0, end: 1 };
const fact: DestructiveCommand = {
  kind: 'DestructiveCommand',
  key: entityKey('sh:deploy.sh#destroy'),
  aliases: [],
  name: 'destroy',
  at,
  collector: 'shell-scripts',
  implied: false,
  confidence: 'high',
  provider: 'terraform',
  verb: 'destroy',
  via: 'shell',
  destroys: 'environment',
  skipsPrompt: true,
  invocations: [],
  recovery: null,
  safeVariant: null,
};

/** The stage of the last command of a script. */
function stageOf(script: string): string | undefined {
  const document = parse(at.file, script);
  const commands = document.shape === 'shell' ? document.commands : [];
  const last = commands.at(-1);
  if (last === undefined) throw new Error('no command');
  const [environment] = stageFacts(fact, last, commands);
  return environment?.kind === 'Environment' ? environment.tier : undefined;
}

it.each([
  ['terraform destroy -var-file=envs/prod.tfvars', 'production'],
  ['terraform destroy --var-file staging.tfvars', 'staging'],
  ['terraform destroy -var-file=common.tfvars -var environment=prod', 'production'],
  ['terraform destroy -var "env=dev"', 'development'],
  ['terraform destroy -var "image=prod"', undefined],
  ['terraform destroy -var-file="$ENV.tfvars"', undefined],
  ['TF_WORKSPACE=prod terraform destroy', 'production'],
  ['export TF_WORKSPACE=staging\nterraform destroy', 'staging'],
  ['terraform workspace select prod\nterraform destroy', 'production'],
  [
    'terraform workspace select prod\nterraform workspace select -or-create dev\nterraform destroy',
    'development',
  ],
  ['terraform workspace select "$1"\nterraform destroy', undefined],
  ['tofu workspace select prod\nterraform destroy', undefined],
  ['terraform init -backend-config=backends/prod.hcl\nterraform destroy', 'production'],
  ['terraform init -backend-config="key=prod/app.tfstate" && terraform destroy', 'production'],
  ['prepare() {\n  terraform workspace select prod\n}\nterraform destroy', undefined],
  ['terraform destroy', undefined],
])('%j works on %s', (script, tier) => {
  expect(stageOf(script)).toBe(tier);
});

import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';

const checkedOn = '2026-11-21';
const amplify = commandsOf('amplify', {
  source: 'https://docs.amplify.aws/gen1/javascript/tools/cli/commands/delete/',
  checkedOn,
});
const ampx = commandsOf('ampx', {
  source: 'https://docs.amplify.aws/react/reference/cli-commands/',
  checkedOn,
});

/** Everything known about the command lines of AWS Amplify, first and second generation; their credentials are those of AWS. */
export const pack = definePack({
  id: 'amplify',
  title: 'AWS Amplify',
  commands: [
    amplify('delete', 'project', {
      asks: 'unless-flag',
      skipsPrompt: ['--force|--yes|-y'],
      safeVariant: 'amplify status',
    }),
    amplify('env remove', 'environment', {
      asks: 'unless-flag',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'amplify env list',
      source: 'https://docs.amplify.aws/gen1/javascript/tools/cli/teams/commands/',
    }),
    ampx('sandbox delete', 'environment', { asks: 'unless-flag', skipsPrompt: ['--yes|-y'] }),
  ],
  collectors: [
    collector,
    toolingCollector('amplify', 'AWS Amplify', {
      files: [
        { glob: '**/amplify.yml' },
        { glob: '**/amplify/backend.ts' },
        { glob: '**/amplify/team-provider-info.json' },
      ],
      npm: ['@aws-amplify/backend', '@aws-amplify/backend-cli', '@aws-amplify/cli'],
    }),
  ],
});

import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const sam = commandsOf('sam', {
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-delete.html',
  checkedOn: '2026-11-21',
});

/** Everything known about the AWS SAM command line; its credentials are those of AWS. */
export const pack = definePack({
  id: 'aws-sam',
  title: 'AWS SAM',
  commands: [
    sam('delete', 'environment', {
      asks: 'unless-flag',
      skipsPrompt: ['--no-prompts'],
      safeVariant: 'sam list resources',
      recovery: 'resources with the deletion policy Retain stay',
    }),
  ],
  collectors: [
    toolingCollector('aws-sam', 'AWS SAM', {
      files: [
        { glob: '**/samconfig.toml' },
        { glob: '**/samconfig.yaml' },
        { glob: '**/template.yaml', hints: ['AWS::Serverless-2016-10-31'] },
        { glob: '**/template.yml', hints: ['AWS::Serverless-2016-10-31'] },
      ],
      python: ['aws-sam-cli'],
    }),
  ],
});

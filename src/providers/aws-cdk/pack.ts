import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const docs = 'https://docs.aws.amazon.com/cdk/v2/guide';
const cdk = commandsOf('cdk|aws-cdk', { source: `${docs}/cli.html`, checkedOn: '2026-11-21' });

/** Everything known about the AWS CDK command line; its credentials are those of AWS. */
export const pack = definePack({
  id: 'aws-cdk',
  title: 'AWS CDK',
  commands: [
    cdk('destroy', 'environment', {
      asks: 'unless-flag',
      skipsPrompt: ['--force|-f'],
      source: `${docs}/ref-cli-cmd-destroy.html`,
      safeVariant: 'cdk diff',
      recovery: 'resources with the removal policy RETAIN stay, with SNAPSHOT they leave one',
    }),
    // Approval is about permissions only: that a resource is replaced is never asked.
    cdk('deploy', 'anything', {
      onlyWith: ['--require-approval never'],
      harmlessWith: ['--no-execute', '--method prepare-change-set'],
      source: `${docs}/ref-cli-cmd-deploy.html`,
      safeVariant: 'cdk diff',
      recovery: 'resources with the removal policy RETAIN stay, with SNAPSHOT they leave one',
    }),
  ],
  collectors: [
    toolingCollector('aws-cdk', 'AWS CDK', {
      files: [{ glob: '**/cdk.json' }],
      npm: ['aws-cdk', 'aws-cdk-lib', '@aws-cdk/core'],
      python: ['aws-cdk-lib'],
      others: ['github.com/aws/aws-cdk-go/awscdk/v2', 'Amazon.CDK.Lib', 'software.amazon.awscdk'],
    }),
  ],
});

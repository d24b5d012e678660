import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const eb = commandsOf(
  'eb',
  {
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb3-terminate.html',
    checkedOn: '2026-11-21',
  },
  { asks: 'unless-flag', skipsPrompt: ['--force'], safeVariant: 'eb status' },
);

/** Everything known about the Elastic Beanstalk command line; its credentials are those of AWS. */
export const pack = definePack({
  id: 'elastic-beanstalk',
  title: 'AWS Elastic Beanstalk',
  commands: [
    eb('terminate', 'environment', {
      recovery: 'a database of the environment goes with it unless its deletion policy keeps it',
    }),
    eb('terminate', 'project', { onlyWith: ['--all'] }),
  ],
  collectors: [
    toolingCollector('elastic-beanstalk', 'AWS Elastic Beanstalk', {
      files: [{ glob: '**/.elasticbeanstalk/config.yml' }, { glob: '**/Dockerrun.aws.json' }],
      python: ['awsebcli'],
    }),
  ],
});

import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const docs = 'https://aws.github.io/copilot-cli/docs/commands';
const copilot = commandsOf(
  'copilot',
  { source: docs, checkedOn: '2026-11-21' },
  { asks: 'unless-flag', skipsPrompt: ['--yes'] },
);

/** Everything known about AWS Copilot; its credentials are those of AWS. */
export const pack = definePack({
  id: 'aws-copilot',
  title: 'AWS Copilot',
  commands: [
    copilot('app delete', 'project', {
      source: `${docs}/app-delete/`,
      safeVariant: 'copilot app show --resources',
    }),
    copilot('env delete', 'environment', {
      source: `${docs}/env-delete/`,
      safeVariant: 'copilot env show --resources',
    }),
    copilot('svc|service delete', 'service', {
      source: `${docs}/svc-delete/`,
      safeVariant: 'copilot svc show --resources',
    }),
  ],
  collectors: [
    toolingCollector('aws-copilot', 'AWS Copilot', {
      files: [
        { glob: '**/copilot/.workspace' },
        { glob: '**/manifest.yml', hints: ['aws.github.io/copilot-cli'] },
      ],
    }),
  ],
});

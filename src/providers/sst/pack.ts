import { commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const sst = commandsOf('sst', {
  source: 'https://sst.dev/docs/reference/cli/',
  checkedOn: '2026-11-21',
});

/** Everything known about SST; it deploys with the credentials of the cloud it deploys to. */
export const pack = definePack({
  id: 'sst',
  title: 'SST',
  constructs: () => import('./constructs.ts'),
  commands: [
    sst('remove', 'environment', {
      safeVariant: 'sst diff',
      recovery:
        'resources stay where the removal setting of the app retains them, and protect refuses',
    }),
    sst('state remove', 'files', {
      safeVariant: 'sst state export',
      recovery: 'the real resource stays and is no longer managed',
    }),
  ],
  collectors: [
    toolingCollector('sst', 'SST', {
      files: [{ glob: '**/sst.config.ts' }, { glob: '**/sst.json' }],
      npm: ['sst', '@serverless-stack/cli'],
    }),
  ],
});

import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { byProject } from './group.ts';

/** A template has at least one type of resource; a file of parameters names its keys. */
const hints = ['AWSTemplateFormatVersion', 'AWS::', 'ParameterKey', '"Parameters"'];

/**
 * CloudFormation templates, those of the Serverless Application Model and services of the Serverless Framework, evaluated for each environment
 * that is named.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'cloudformation',
  emits: resourceKinds,
  files: [
    // Named by the tool, so that no hint is needed.
    { glob: '**/samconfig.toml', format: 'toml' },
    { glob: '**/samconfig.yaml', format: 'yaml' },
    { glob: '**/samconfig.yml', format: 'yaml' },
    { glob: '**/serverless.yml', format: 'yaml' },
    { glob: '**/serverless.yaml', format: 'yaml' },
    { glob: '**/*.yaml', format: 'yaml', hints },
    { glob: '**/*.yml', format: 'yaml', hints },
    { glob: '**/*.template', format: 'yaml', hints },
    { glob: '**/*.json', format: 'json', hints },
  ],
  group: byProject,
  readsResources: true,
  load: () => import('./collect.ts'),
};

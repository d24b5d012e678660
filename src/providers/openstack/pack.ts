import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
// It never asks; where it works is said by the cloud that these name.
const command = commandsOf(
  'openstack',
  {
    source: 'https://docs.openstack.org/python-openstackclient/latest/cli/command-list.html',
    checkedOn,
  },
  { targets: ['OS_CLOUD', 'OS_AUTH_URL', 'OS_PROJECT_NAME'] },
);
const credential = credentialsOf({
  source: 'https://docs.openstack.org/keystone/latest/user/application_credentials.html',
  checkedOn,
});
const narrower = 'Use an application credential with access rules and an expiry, for one project';

/** OpenStack, whoever runs it. Host names and API paths differ per cloud, so no API is described here. */
export const pack = definePack({
  id: 'openstack',
  title: 'OpenStack',
  credentials: [
    credential({
      id: 'password',
      title: 'OpenStack password',
      env: ['OS_PASSWORD'],
      scope: 'project',
      actions: ['read', 'write', 'delete'],
      narrower,
    }),
    credential({
      id: 'application-credential',
      title: 'OpenStack application credential secret',
      env: ['OS_APPLICATION_CREDENTIAL_SECRET'],
      scope: 'project',
      actions: null,
      expires: 'optional',
      narrower: 'Give the application credential access rules and an expiry',
    }),
  ],
  commands: [
    command('server delete', 'service', { safeVariant: 'openstack server show' }),
    command('server rebuild', 'volume', { safeVariant: 'openstack server show' }),
    command('volume delete', 'volume', { safeVariant: 'openstack volume show' }),
    command('volume snapshot|backup delete', 'backup', {
      safeVariant: 'openstack volume backup list',
    }),
    command('image delete', 'backup', { safeVariant: 'openstack image show' }),
    // Without the flag it deletes empty containers only.
    command('container delete', 'bucket', {
      onlyWith: ['--recursive|-r'],
      safeVariant: 'openstack container show',
    }),
    command('object delete', 'files', { safeVariant: 'openstack object show' }),
    command('project delete', 'project', { safeVariant: 'openstack project show' }),
    command('project purge', 'project', {
      harmlessWith: ['--dry-run'],
      safeVariant: 'openstack project purge --dry-run',
    }),
    command('stack delete', 'environment', {
      asks: 'assumes-yes',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'openstack stack show',
    }),
  ],
  collectors: [
    toolingCollector('openstack', 'OpenStack', {
      files: [
        { glob: '**/clouds.yaml', hints: ['auth_url', 'clouds:'] },
        { glob: '**/openrc.sh', hints: ['OS_AUTH_URL'] },
        {
          glob: '**/*.tf',
          hints: ['terraform-provider-openstack/openstack', 'provider "openstack"'],
        },
      ],
      python: ['python-openstackclient', 'openstacksdk'],
      others: ['github.com/gophercloud/gophercloud'],
    }),
  ],
});

import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://docs.ansible.com/ansible/latest';
const credential = credentialsOf({ source: `${docs}/vault_guide/index.html`, checkedOn });

/** Everything known about Ansible. What a playbook destroys stands in its tasks; only a state given on the command line shows there. */
export const pack = definePack({
  id: 'ansible',
  title: 'Ansible',
  commands: [
    commandsOf('ansible-playbook', {
      source: `${docs}/cli/ansible-playbook.html`,
      checkedOn,
    })('', 'anything', {
      onlyWith: ['state=absent'],
      harmlessWith: ['--check|-C', '--syntax-check', '--list-tasks', '--list-hosts'],
      targets: ['ANSIBLE_INVENTORY'],
      safeVariant: 'ansible-playbook --check --diff',
    }),
  ],
  credentials: [
    credential({
      id: 'vault-password',
      title: 'Ansible Vault password',
      env: ['ANSIBLE_VAULT_PASSWORD'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'never',
      narrower: 'Let a vault password client fetch it from the secret store when a play runs',
    }),
    credential({
      id: 'controller-token',
      title: 'AWX or Automation Controller token',
      env: ['CONTROLLER_OAUTH_TOKEN', 'TOWER_OAUTH_TOKEN'],
      scope: null,
      actions: null,
      narrower: 'Use a token with the scope read, of a user who may run one template',
      source:
        'https://docs.ansible.com/automation-controller/latest/html/userguide/applications_auth.html',
    }),
  ],
  collectors: [
    toolingCollector('ansible', 'Ansible', {
      files: [
        { glob: '**/ansible.cfg' },
        { glob: '**/galaxy.yml' },
        { glob: '**/playbook.yml' },
        { glob: '**/playbook.yaml' },
        { glob: '**/site.yml', hints: ['hosts:'] },
      ],
      python: ['ansible', 'ansible-core'],
    }),
  ],
});

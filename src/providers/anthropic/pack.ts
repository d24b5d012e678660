import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineSubscriptionToken } from './refine.ts';

const claim = {
  source: 'https://platform.claude.com/docs/en/api/overview',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Anthropic: admin, workspace and subscription credentials by their prefix. */
export const pack = definePack({
  id: 'anthropic',
  title: 'Anthropic',
  credentials: [
    credential({
      id: 'admin-key',
      title: 'Anthropic admin key',
      env: ['ANTHROPIC_ADMIN_KEY', 'ANTHROPIC_ADMIN_API_KEY'],
      prefixes: ['sk-ant-admin01-'],
      shape: /sk-ant-admin01-[A-Za-z0-9_-]{80,110}/,
      scope: 'organization',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Use a workspace key, and keep admin keys out of the repository',
    }),
    credential({
      id: 'api-key',
      title: 'Anthropic API key',
      env: ['ANTHROPIC_API_KEY'],
      headers: ['x-api-key'],
      prefixes: ['sk-ant-api0'],
      shape: /sk-ant-api0[0-9]-[A-Za-z0-9_-]{80,128}/,
      scope: 'project',
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Use a key of a workspace with a spending limit',
    }),
    credential({
      id: 'oauth-token',
      title: 'Claude subscription token',
      env: ['CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_AUTH_TOKEN'],
      prefixes: ['sk-ant-oat01-', 'sk-ant-ort01-'],
      shape: /sk-ant-o[ar]t01-[A-Za-z0-9_-]{40,200}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Use a workspace key with a spending limit in automation',
      refine: refineSubscriptionToken,
    }),
    credential({
      id: 'session-key',
      title: 'Claude browser session',
      prefixes: ['sk-ant-sid01-'],
      shape: /sk-ant-sid01-[A-Za-z0-9_-]{40,200}/,
      scope: 'account',
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Sign out that session, and use a workspace key with a spending limit',
    }),
  ],
});

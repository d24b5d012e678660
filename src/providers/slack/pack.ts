import type { Refinement } from '../../model/knowledge.ts';
import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://docs.slack.dev/authentication/tokens', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** Tokens of apps with rotation start with `xoxe.`. */
function rotating(title: string): (value: string) => Refinement | null {
  return (value) => (value.startsWith('xoxe.') ? { title } : null);
}

/** Slack: tokens by their prefix. */
export const pack = definePack({
  id: 'slack',
  title: 'Slack',
  credentials: [
    credential({
      id: 'bot-token',
      title: 'Slack bot token',
      env: ['SLACK_BOT_TOKEN', 'SLACK_TOKEN'],
      prefixes: ['xoxb-', 'xoxe.xoxb-'],
      shape: /(?:xoxe\.)?xoxb-[A-Za-z0-9-]{10,250}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'optional',
      narrower: 'Give the bot only the scopes it uses',
      refine: rotating('Slack bot token, rotated every few hours'),
    }),
    credential({
      id: 'user-token',
      title: 'Slack user token',
      env: ['SLACK_USER_TOKEN'],
      prefixes: ['xoxp-', 'xoxe.xoxp-'],
      shape: /(?:xoxe\.)?xoxp-[A-Za-z0-9-]{10,250}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'optional',
      narrower: 'Use a bot token with few scopes',
      refine: rotating('Slack user token, rotated every few hours'),
    }),
    credential({
      id: 'app-token',
      title: 'Slack app-level token',
      env: ['SLACK_APP_TOKEN'],
      prefixes: ['xapp-'],
      shape: /xapp-[A-Za-z0-9-]{10,250}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Give it only the connections scope',
    }),
    credential({
      id: 'refresh-token',
      title: 'Slack refresh token',
      prefixes: ['xoxe-'],
      shape: /xoxe-[A-Za-z0-9-]{10,250}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Keep it with the server of the app, which alone exchanges it',
    }),
    credential({
      id: 'session-token',
      title: 'Slack browser session',
      prefixes: ['xoxc-', 'xoxd-'],
      shape: /xox[cd]-[A-Za-z0-9%-]{10,400}/,
      scope: 'account',
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Sign out that session, and use a bot token with few scopes',
    }),
    credential({
      id: 'webhook',
      title: 'Slack incoming webhook',
      env: ['SLACK_WEBHOOK_URL'],
      prefixes: ['https://hooks.slack.com/services/'],
      shape: /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,100}/,
      scope: 'resource',
      actions: ['write'],
      plane: 'comms',
      expires: 'never',
      narrower: 'Regenerate the webhook when it leaks',
      refine: (value) => {
        const workspace = /\/services\/(T[A-Z0-9]{6,20})\//.exec(value.slice(0, 200))?.[1];
        return workspace === undefined ? null : { belongsTo: workspace };
      },
    }),
    credential({
      id: 'signing-secret',
      title: 'Slack signing secret',
      env: ['SLACK_SIGNING_SECRET'],
      scope: 'resource',
      actions: [],
      plane: 'comms',
      expires: 'never',
      narrower: 'Keep the secret with the server of the app',
    }),
  ],
});

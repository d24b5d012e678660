import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineBotToken } from './refine.ts';

const claim = { source: 'https://docs.discord.com/developers/reference', checkedOn: '2026-11-21' };

/** Discord: bot tokens. */
export const pack = definePack({
  id: 'discord',
  title: 'Discord',
  credentials: [
    credentialsOf(claim)({
      id: 'bot-token',
      title: 'Discord bot token',
      env: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
      refine: refineBotToken,
      shape: /[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Give the bot only the permissions it uses, and never Administrator',
    }),
  ],
});

import { credentialsOf, definePack } from '../../model/pack.ts';
import { base64Bytes } from '../../recognize/credential/credential-decode.ts';

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
      // The first part is the number of the bot.
      refine: (value) => {
        const bytes = base64Bytes(value.split('.', 1)[0] ?? '');
        const id = bytes === null ? '' : Buffer.from(bytes).toString('latin1');
        return /^\d{15,22}$/.test(id) ? { belongsTo: id } : null;
      },
      shape: /[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Give the bot only the permissions it uses, and never Administrator',
    }),
  ],
});

import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://docs.wasabi.com/docs/creating-a-new-access-key',
  checkedOn: '2026-11-21',
};

/** Wasabi: secret keys, which look like those of AWS. */
export const pack = definePack({
  id: 'wasabi',
  title: 'Wasabi',
  hosts: [
    {
      suffix: '.wasabisys.com',
      environmentLocal: false,
      source:
        'https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabis-different-storage-regions',
      checkedOn: '2026-11-21',
    },
  ],
  credentials: [
    credentialsOf(claim)({
      id: 'secret-key',
      title: 'Wasabi secret key',
      env: ['WASABI_SECRET_ACCESS_KEY', 'WASABI_SECRET_KEY'],
      scope: null,
      actions: null,
      plane: 'backup',
      narrower:
        'Use the key of a sub-user whose policy names one bucket and cannot delete, and turn on immutability',
    }),
  ],
});

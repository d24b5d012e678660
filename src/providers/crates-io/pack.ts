import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
  checkedOn: '2026-11-21',
};

/** crates.io: API tokens. */
export const pack = definePack({
  id: 'crates-io',
  title: 'crates.io',
  credentials: [
    credentialsOf(claim)({
      id: 'api-token',
      title: 'crates.io API token',
      env: ['CARGO_REGISTRY_TOKEN', 'CRATES_IO_TOKEN'],
      // Its three letters `cio` are too common to look for.
      shape: /cio[A-Za-z0-9]{32}/,
      scope: null,
      actions: null,
      plane: 'supply',
      expires: 'optional',
      narrower:
        'Publish through trusted publishing, or use a token for one crate that may only publish updates',
    }),
  ],
});

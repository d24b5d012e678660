import { at } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { storeKey } from '../../recognize/credential/hosted-store.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { linkedStoreFacts } from '../../recognize/platform/linked-store.ts';

/** The project of a configuration: its databases, buckets and users are one for everybody who names it. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => {
    const node = document.shape === 'data' ? at(document.roots[0], 'projectId') : undefined;
    if (node?.type !== 'scalar' || !/^[A-Za-z0-9][\w.-]{0,35}$/.test(node.text)) return [];
    if (secretForm(node.text) !== 'literal') return [];
    const origin = { collector: 'appwrite-config', provider: 'appwrite', file: document.file };
    return linkedStoreFacts(origin, {
      key: storeKey('appwrite', 'appwrite-project', node.text),
      name: `Appwrite project ${node.text}`,
      product: 'appwrite-project',
      holds: 'database',
      node,
    });
  });

import { areas } from '../src/model/finding.ts';

/** Files of a new plug-in by path below the project's root, and what to do next. */
export interface Scaffold {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly next: string;
}

/** What `npm run new` can make, with the shape of its id. */
export const kinds = {
  check: { example: 'backups/backup-never-restored', make: newCheck },
  provider: { example: 'neon', make: newProvider },
  agent: { example: 'codex', make: newAgent },
  collector: { example: 'compose', make: newCollector },
  format: { example: 'ini', make: newFormat },
} as const satisfies Readonly<Record<string, { example: string; make: (id: string) => Scaffold }>>;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Folder and files of one plug-in. Throws a readable error for an unknown kind or a bad id. */
export function scaffold(kind: string, id: string): Scaffold {
  const known = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  if (known === undefined) {
    throw new Error(`"${kind}" is no kind of plug-in; there are ${Object.keys(kinds).join(', ')}.`);
  }
  const name = kind === 'check' ? (id.split('/')[1] ?? '') : id;
  if (!kebab.test(name)) {
    throw new Error(`"${id}" is no id for a ${kind}; it looks like "${known.example}".`);
  }
  return known.make(id);
}

function newCheck(id: string): Scaffold {
  const [area = '', name = ''] = id.split('/');
  const known: readonly string[] = areas;
  if (!known.includes(area)) {
    throw new Error(`"${area}" is no area; there are ${areas.join(', ')}.`);
  }
  const folder = `checks/${area}/${name}`;
  return {
    folder,
    files: {
      'check.ts': `import { defineCheck } from '../../../src/model/check.ts';

export const check = defineCheck({
  id: '${name}',
  title: '${sentence(name)}',
  severity: 'medium',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['DataStore'],
  why: 'Say what is lost, in one sentence.',
  fix: 'Say what to change, naming file and setting, in one sentence.',
  accept: 'When a team may live with it, in one sentence.',
  references: ['https://example.org/the-page-that-states-it'],

  *run(store) {
    // Handle \`unknown\` on purpose: a value that cannot be read is never \`false\`.
    if (store.deletionProtection.state === 'unknown' || store.deletionProtection.value) return;
    yield {
      at: store.at,
      what: \`Data store "\${store.name}" …\`,
      confidence: store.confidence,
      subjects: [store],
    };
  },
});
`,
      'bad/first-case/README.md':
        'Replace this file with the smallest believable tree that must be reported.\n',
      'good/first-case/README.md':
        'Replace this file with the same tree, made safe by the smallest edit.\n',
    },
    next: `Write ${folder}/bad and good, then the check; run: npm run generate && npx vitest run test/checks.test.ts -t ${name}`,
  };
}

function newProvider(id: string): Scaffold {
  const folder = `src/providers/${id}`;
  return {
    folder,
    files: {
      'pack.ts': `import { definePack } from '../../model/pack.ts';

/** What is known about ${titleOf(id)}. Every claim names the page that states it and the day somebody read it there. */
export const pack = definePack({ id: '${id}', title: '${titleOf(id)}' });
`,
      'pack.test.ts': `import { describe, expect, it } from 'vitest';
import { pack } from './pack.ts';

describe('${id}', () => {
  it('knows its credentials by the names of their variables', () => {
    expect(pack.credentials.flatMap((spec) => spec.env)).toEqual([]);
  });
});
`,
    },
    next: `Fill ${folder}/pack.ts; run: npm run generate && npx vitest run test/contracts ${folder}`,
  };
}

function newAgent(id: string): Scaffold {
  return {
    folder: `src/agents/${id}`,
    files: {
      'collector.ts': collectorFile(id, ['Agent'], `.${id}/settings.json`),
      'collect.ts': `import type { Collect } from '../../model/plugin.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';

const write = agentWriter('${id}');

/** Facts about the ${titleOf(id)} that works in one folder. What is not given is unknown: cite vendor defaults with \`byDefault\`. */
export const collect: Collect = (unit) => {
  const [settings] = unit.documents;
  if (settings === undefined) return [];
  const folder = projectFolderOf(settings.file, ['.${id}']);
  return [write.agent({ folder, at: firstLine(settings) })];
};
`,
      ...fixtureCases(),
      'collect.test.ts': collectTest(id),
    },
    next: `Say in src/agents/${id}/collector.ts which files it reads; run: npm run generate && npx vitest run test/contracts src/agents/${id}`,
  };
}

/** The cases that every agent shows; `test/agent-fixtures.test.ts` says what each must hold. */
function fixtureCases(): Readonly<Record<string, string>> {
  const cases = ['dangerous', 'safe', 'inert', 'deny-over-allow', 'unknown'];
  const text = 'Replace this file with tree/, a small believable repository, and expect.json.\n';
  return Object.fromEntries(cases.map((name) => [`fixtures/${name}/README.md`, text]));
}

function newCollector(id: string): Scaffold {
  return {
    folder: `src/collectors/${id}`,
    files: {
      'collector.ts': collectorFile(id, ['DataStore'], `**/${id}.json`),
      'collect.ts': `import type { Collect } from '../../model/plugin.ts';

/** Facts of one ${titleOf(id)} file. */
export const collect: Collect = () => [];
`,
      'collect.test.ts': collectTest(id),
    },
    next: `Say in src/collectors/${id}/collector.ts which files it reads; run: npm run generate && npx vitest run test/contracts src/collectors/${id}`,
  };
}

function newFormat(id: string): Scaffold {
  const folder = `src/formats/${id}`;
  return {
    folder,
    files: {
      'format.ts': `import type { Format } from '../../model/plugin.ts';

// A syntax that riskscan has not met before is added to \`FormatId\` in src/model/document.ts first.
/** ${titleOf(id)} files. */
export const format: Format = { id: '${id}', load: () => import('./parse.ts') };
`,
      'parse.ts': `import type { DataDocument } from '../../model/document.ts';
import type { Parse } from '../../model/plugin.ts';

/** Reads a ${titleOf(id)} file. */
export const parse: Parse = (file, text): DataDocument => ({
  shape: 'data',
  file,
  format: '${id}',
  text,
  comments: [],
  problems: [],
  roots: [],
});
`,
      'parse.test.ts': `import { describe, expect, it } from 'vitest';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

describe('${id}', () => {
  it('keeps the text as it is', () => {
    expect(parse(filePath('a'), '\\uFEFFa\\r\\n').text).toBe('\\uFEFFa\\r\\n');
  });
});
`,
    },
    next: `Write ${folder}/parse.ts; run: npm run generate && npx vitest run test/contracts ${folder}`,
  };
}

function collectorFile(id: string, emits: readonly string[], glob: string): string {
  return `import type { Collector } from '../../model/plugin.ts';

/** Reads ${titleOf(id)} files. */
export const collector: Collector = {
  id: '${id}',
  emits: [${emits.map((kind) => `'${kind}'`).join(', ')}],
  files: [{ glob: '${glob}', format: 'json' }],
  load: () => import('./collect.ts'),
};
`;
}

function collectTest(id: string): string {
  return `import { describe, expect, it } from 'vitest';
import { collector } from './collector.ts';

describe('${id}', () => {
  it('loads', async () => {
    const { collect } = await collector.load();
    expect(collect).toBeTypeOf('function');
  });
});
`;
}

function titleOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function sentence(id: string): string {
  const text = id.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Document, ScalarNode } from '../../model/document.ts';
import type { Environment, Fact, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import {
  connectionPartFacts,
  type NamedSetting,
} from '../../recognize/credential/connection-parts.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';

const assignment = /^DATABASES\s*=\s*\{/m;
const pair =
  /["'](ENGINE|NAME|HOST|PORT|USER|PASSWORD)["']\s*:\s*(?:(["'])([^"'\n]{0,300})\2|([0-9]{1,5}))\s*(?=[,}\r\n#])/g;
const takesOver = /^from\s+\.([A-Za-z_][A-Za-z0-9_]*)\s+import\s+\*/m;

/** A settings module. */
interface Module {
  readonly name: string;
  readonly document: Document;
  readonly tier: Tier | null;
}

/** Databases that the settings modules of one folder write out, for each stage that a module stands for. */
export const collect: Collect = (unit, knowledge) => {
  const modules = unit.documents.map((document): Module => {
    const name = baseName(document.file).replace(/\.py$/, '');
    // `settings/production.py`, `settings_staging.py`; a folder of the app says nothing.
    return { name, document, tier: tierOf(name) ?? tierOfPath(baseName(document.file)) };
  });
  return modules.flatMap((module) => moduleFacts(module, modules, knowledge));
};

function moduleFacts(
  module: Module,
  modules: readonly Module[],
  knowledge: Knowledge,
): readonly Fact[] {
  const { document, tier } = module;
  const source = sourceOf(module, modules);
  if (source === null) return [];
  const environment = tier === null ? null : environmentOf(document, tier);
  const owner = {
    document: source.document,
    environment: environment?.key ?? null,
    collector: 'django-settings',
  };
  const isOwn = source === module;
  // What production takes over may be a base that its variables override; only its own text proves.
  if (!isOwn && (tier === null || tier === 'production')) return [];
  const facts = databasesIn(source.document).flatMap((settings) => {
    const host = settings.get('HOST');
    if (host === undefined) return [];
    const parts = {
      engine: textOf(settings.get('ENGINE'))?.split('.').at(-1) ?? null,
      host,
      port: settings.get('PORT'),
      database: settings.get('NAME'),
      user: settings.get('USER'),
      password: settings.get('PASSWORD'),
    };
    return connectionPartFacts(parts, owner, knowledge);
  });
  const shown = isOwn ? facts : facts.map((fact) => takenOver(fact, module, source));
  const kept = shown.filter(({ kind }) => kind !== 'Binding');
  return environment === null || kept.length === 0 ? kept : [environment, ...kept];
}

/** The module whose `DATABASES` counts: its own, else that of the one it takes everything over from. */
function sourceOf(module: Module, modules: readonly Module[]): Module | null {
  let current: Module | undefined = module;
  for (let step = 0; step < 5 && current !== undefined; step += 1) {
    const { text }: Document = current.document;
    if (assignment.test(text)) return current;
    // One database of a dictionary that is taken over is replaced somewhere below: nothing is sure.
    if (/^DATABASES\b/m.test(text)) return null;
    const base: string | undefined = takesOver.exec(text)?.[1];
    current = modules.find(({ name }) => name === base);
  }
  return null;
}

function takenOver(fact: Fact, module: Module, source: Module): Fact {
  if (fact.kind !== 'Relation' || fact.rel !== 'connects-to') return fact;
  const { text, file } = module.document;
  const match = takesOver.exec(text);
  const start = match?.index ?? 0;
  return {
    ...fact,
    because: `${fact.because}: it takes over ${source.document.file}, and does not set DATABASES itself`,
    at: { file, start, end: start + (match?.[0].length ?? 0) },
    confidence: weaker(fact.confidence, 'medium'),
  };
}

/** Literal settings of each database, by name. */
function databasesIn({ file, text }: Document): readonly ReadonlyMap<string, NamedSetting>[] {
  const start = assignment.exec(text);
  if (start === null) return [];
  const from = start.index + start[0].length;
  const body = text.slice(from, endOfBlock(text, from));
  const found: Map<string, NamedSetting>[] = [];
  // Innermost braces: one database each.
  for (const block of body.matchAll(/\{([^{}]{0,3000})\}/g)) {
    const settings = new Map<string, NamedSetting>();
    for (const match of (block[1] ?? '').matchAll(pair)) {
      const [whole, name = '', quote = '', quoted, number] = match;
      const value = quoted ?? number ?? '';
      const keyStart = from + block.index + 1 + match.index;
      const valueStart = keyStart + whole.trimEnd().length - value.length - quote.length;
      const keyAt: SourceRange = { file, start: keyStart, end: keyStart + name.length + 2 };
      const at = {
        file,
        start: valueStart - quote.length,
        end: valueStart + value.length + quote.length,
      };
      const node: ScalarNode = { type: 'scalar', value, text: value, map: [[0, valueStart]], at };
      settings.set(name, { name, keyAt, value: node });
    }
    found.push(settings);
  }
  return found.slice(0, 20);
}

/** The closing brace that belongs to an opening one before `from`; braces in strings are rare in settings. */
function endOfBlock(text: string, from: number): number {
  let depth = 1;
  for (let position = from; position < Math.min(text.length, from + 10_000); position += 1) {
    if (text[position] === '{') depth += 1;
    if (text[position] === '}') depth -= 1;
    if (depth === 0) return position;
  }
  return from;
}

function environmentOf({ file, text }: Document, tier: Tier): Environment {
  const end = text.search(/[\r\n]/);
  return {
    kind: 'Environment',
    key: entityKey(`environment:${file}`),
    aliases: [],
    name: file,
    at: { file, start: 0, end: end < 0 ? text.length : end },
    collector: 'django-settings',
    implied: false,
    confidence: 'high',
    tier,
  };
}

function textOf(setting: NamedSetting | undefined): string | null {
  return setting?.value.type === 'scalar' ? setting.value.text : null;
}

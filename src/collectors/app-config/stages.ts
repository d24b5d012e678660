import { type DataDocument, entries } from '../../model/document.ts';
import type { Environment } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { partEnvironment } from '../../recognize/credential/part-environment.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { overlaid, type Setting, settingsIn } from './settings.ts';

/** The settings of one stage. */
export interface Stage {
  /** `null`: of none in particular. */
  readonly environment: Environment | null;
  readonly document: DataDocument;
  readonly settings: readonly Setting[];
  /** Where the stage's own part begins: what is inherited is shown there. */
  readonly start: SourceRange;
}

const collector = 'app-config';
/** Suffixed files: `appsettings.Staging.json`, `application-staging.yml`. */
const suffixed =
  /^(appsettings|application|bootstrap)(?:[.-]([A-Za-z0-9_-]+))?\.(?:json|ya?ml|properties)$/;
/** Files in a folder `config` that are called by their stage. */
const folder = /(?:^|\/)config\/(?:env(?:ironments?)?\/)?([A-Za-z0-9_-]+)\.(?:json|ya?ml)$/;
/** Settings of a tool that works on one database: `flyway-prod.conf`, `alembic.ini`, `data-source.ts`. */
const toolFile =
  /^(?:flyway|liquibase|alembic|ormconfig|mikro-orm|drizzle)[\w.-]*\.(?:conf|properties|toml|ini|json|[cm]?[jt]s)$|data-?source[\w.-]*\.[jt]s$/i;
const stageKeys =
  /^(?:development|dev|test|staging|stage|production|prod|qa|preprod|uat|demo|local|review)$/i;

/** The stages that the files of one folder make up. */
export function stagesOf(documents: readonly DataDocument[]): readonly Stage[] {
  return documents.flatMap((document) => {
    const named = suffixed.exec(baseName(document.file));
    if (toolFile.test(baseName(document.file))) return toolStage(document);
    if (named === null) return stagesInside(document) ?? [byName(document)].flat();
    const base = documents.find(
      ({ file }) => file !== document.file && isBaseOf(baseName(file), named[1] ?? ''),
    );
    return suffixedStages(document, named[2], base);
  });
}

function isBaseOf(name: string, stem: string): boolean {
  const match = suffixed.exec(name);
  return match !== null && match[1] === stem && match[2] === undefined;
}

/** Top-level keys that are stages: Rails' `database.yml`, Sequelize's `config.json`. */
function stagesInside(document: DataDocument): readonly Stage[] | null {
  const sections = document.roots.flatMap(entries).filter(({ value }) => value.type === 'map');
  const stages = sections.filter(({ key }) => stageKeys.test(key));
  if (stages.length === 0) return null;
  return stages.map(({ key, keyAt, value }) => ({
    environment: partEnvironment({
      file: document.file,
      what: 'section',
      name: key,
      at: keyAt,
      collector,
    }),
    document,
    settings: settingsIn(value),
    start: keyAt,
  }));
}

/** The whole file, of the stage that its name speaks of. */
function toolStage(document: DataDocument): readonly Stage[] {
  const tier = tierOfPath(document.file);
  const start = firstKey(document);
  return [
    {
      environment: tier === null ? null : fileEnvironment(document, tier, start),
      document,
      settings: document.roots.flatMap(settingsIn),
      start,
    },
  ];
}

/** `config/staging.json`. */
function byName(document: DataDocument): readonly Stage[] {
  const name = folder.exec(document.file)?.[1];
  const tier = name === undefined ? null : tierOf(name);
  if (name === undefined || tier === null) return [];
  const start = firstKey(document);
  return [
    {
      environment: fileEnvironment(document, tier, start),
      document,
      settings: document.roots.flatMap(settingsIn),
      start,
    },
  ];
}

/**
 * A file laid over its base, as ASP.NET and Spring do it. A document of a Spring file that names its profile is laid over the rest of the file. The
 * base alone is of no stage: variables of the server may override it.
 */
function suffixedStages(
  document: DataDocument,
  suffix: string | undefined,
  base: DataDocument | undefined,
): readonly Stage[] {
  const parts = document.roots.map((root) => {
    const settings = settingsIn(root);
    const profile = settings.find(({ path }) =>
      /^spring\.(?:config\.activate\.onprofile|profiles)$/.test(path),
    );
    return { settings, profile };
  });
  const common = parts
    .filter(({ profile }) => profile === undefined)
    .flatMap(({ settings }) => settings);
  const start = firstKey(document);
  const tier = suffix === undefined ? null : tierOf(suffix);
  const inherited = base?.roots.length === 1 ? settingsIn(base.roots[0]) : [];
  const whole: Stage =
    tier === null
      ? { environment: null, document, settings: suffix === undefined ? common : [], start }
      : {
          environment: fileEnvironment(document, tier, start),
          document,
          // What production inherits may be overridden by the server's variables, and mostly is.
          settings: tier === 'production' ? common : overlaid(inherited, common),
          start,
        };
  const profiles = parts.flatMap(({ settings, profile }): readonly Stage[] => {
    if (profile?.value.type !== 'scalar') return [];
    const name = profile.value.text;
    const { file } = document;
    const environment = partEnvironment({
      file,
      what: 'profile',
      name,
      at: profile.value.at,
      collector,
    });
    const isProduction = environment.tier === 'production';
    return [
      {
        environment,
        document,
        settings: isProduction ? settings : overlaid(common, settings),
        start: profile.value.at,
      },
    ];
  });
  return [whole, ...profiles];
}

function fileEnvironment(
  { file }: DataDocument,
  tier: Environment['tier'],
  at: SourceRange,
): Environment {
  return {
    kind: 'Environment',
    key: entityKey(`environment:${file}`),
    aliases: [],
    name: file,
    at,
    collector,
    implied: false,
    confidence: 'high',
    tier,
  };
}

function firstKey(document: DataDocument): SourceRange {
  const [first] = document.roots.flatMap(entries);
  return first?.keyAt ?? { file: document.file, start: 0, end: 0 };
}

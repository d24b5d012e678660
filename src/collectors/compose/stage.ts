import { at, type DataDocument, items } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { engineOfImage } from '../../recognize/container/database-image.ts';
import { isLocalHost } from '../../recognize/credential/connection-url.ts';
import { isWeakSecret, secretForm } from '../../recognize/credential/secret-value.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { filledIn, rawText, type Variables } from './interpolate.ts';
import { field, type Project, shares } from './project.ts';
import { hostPorts, imageOf, settingsOf } from './service.ts';

/** What lies beside a file and tells what it is for. */
export interface Neighbours {
  readonly hasOverride: boolean;
  /** Stages that other files of the folder stand for. */
  readonly stages: readonly Tier[];
}

/**
 * The stage of a file whose name tells none: its project's name, the engine that the `.env` beside it points to, its neighbours, and last what only
 * a developer's machine does. A build mode such as `NODE_ENV` is no stage.
 */
export function tierOfProject(
  file: DataDocument,
  project: Project,
  variables: Variables,
  neighbours: Neighbours,
): Tier {
  const written = tierOfPath(file.file);
  if (written !== null) return written;
  if (/(?:^|\/)\.devcontainer\//.test(file.file)) return 'development';
  const name = rawText(at(file.roots[0], 'name'));
  const hints = [
    name === null ? null : filledIn(name, variables),
    variables.get('COMPOSE_PROJECT_NAME') ?? null,
    remoteEngine(variables),
  ];
  for (const hint of hints) {
    const tier = hint === null ? null : tierOf(hint);
    if (tier !== null) return tier;
  }
  // Somebody's server, of a stage that nothing names.
  if (remoteEngine(variables) !== null) return 'unknown';
  // Compose adds the override by itself wherever it lies, which is on the machine of whoever wrote it.
  if (neighbours.hasOverride || neighbours.stages.includes('production')) return 'development';
  return isWorkshop(project, variables) ? 'development' : 'unknown';
}

/** Contexts that are an engine of this machine. */
const nearContexts =
  /^(?:default|desktop-\w+|docker-desktop|colima.*|orbstack|rootless|rancher-desktop|lima.*|podman.*)$/;

/** The other machine whose engine runs the project, as the `.env` beside it says; `null` where it says none. */
export function remoteEngine(variables: Variables): string | null {
  const address = variables.get('DOCKER_HOST') ?? '';
  const host = /^(?:ssh|tcp|https?):\/\/(?:[^@/\s]{1,80}@)?([A-Za-z0-9.-]{1,253})/.exec(
    address,
  )?.[1];
  if (host !== undefined) return isLocalHost(host) ? null : host;
  const context = variables.get('DOCKER_CONTEXT') ?? '';
  return context === '' || nearContexts.test(context) ? null : context;
}

/** The source is mounted over what was built, or a database is published with a password that nobody would keep. */
function isWorkshop(project: Project, variables: Variables): boolean {
  return project.services.some((service) => {
    const mountsSource = shares(service, 'volumes').some(({ node }) =>
      items(node).some((item) => /^\.{1,2}(?:\/[\w.-]+)*\/?$/.test(sourceOf(item)) && isCode(item)),
    );
    if (mountsSource && field(service, 'build') !== undefined) return true;
    return (
      engineOfImage(imageOf(service, variables)) !== undefined &&
      hostPorts(service, variables).length > 0 &&
      hasWeakPassword(service)
    );
  });
}

function hasWeakPassword(service: Parameters<typeof settingsOf>[0]): boolean {
  const passwords = settingsOf(service).filter(({ name }) => /PASS(?:WORD|WD)?$/i.test(name));
  return (
    passwords.some(({ value }) => {
      const text = /^\$\{\w+:?-([^}]*)\}$/.exec(value.text)?.[1] ?? value.text;
      return secretForm(text) !== 'reference' && isWeakSecret(text);
    }) ||
    settingsOf(service).some(
      ({ name, value }) => name === 'POSTGRES_HOST_AUTH_METHOD' && value.text === 'trust',
    )
  );
}

function sourceOf(item: Parameters<typeof rawText>[0]): string {
  if (item?.type === 'map') return rawText(at(item, 'source')) ?? '';
  return (rawText(item) ?? '').split(':')[0] ?? '';
}

/** The folder itself or one of its source folders, writable, put where an application lies. */
function isCode(item: Parameters<typeof rawText>[0]): boolean {
  const source = sourceOf(item).replace(/\/$/, '');
  const target =
    item?.type === 'map'
      ? (rawText(at(item, 'target')) ?? '')
      : ((rawText(item) ?? '').split(':')[1] ?? '');
  return (
    /^\/(?:app|usr\/src|src|code|workspaces?|home|var\/www|opt\/app|srv)(?:\/|$)/.test(target) &&
    (/^\.{1,2}$/.test(source) ||
      /\/(?:src|app|lib|backend|frontend|server|client|api|web|packages|apps)$/.test(source))
  );
}

import { type DataDocument, entries, type ShellDocument } from '../../model/document.ts';
import { type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import type { SourceText } from '../../recognize/credential/credential.ts';
import { remoteDaemon } from '../../recognize/credential/docker-daemon.ts';
import { binding, holds } from '../../recognize/credential/variable-scope.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** Remote engines that a file hands to every docker command run with it. */
export const collect: Collect = (unit) =>
  unit.documents.flatMap((document) => {
    if (isTemplateFile(document.file)) return [];
    if (document.shape === 'data') return envFacts(document);
    return document.shape === 'shell' ? shellFacts(document) : [];
  });

const variables = new Set(['DOCKER_HOST', 'CONTAINER_HOST']);

function envFacts(document: DataDocument): readonly Fact[] {
  const environment = entityKey(`environment:${document.file}`);
  return document.roots.flatMap(entries).flatMap(({ key, keyAt, value }) => {
    if (value.type !== 'scalar' || !variables.has(key)) return [];
    const at = { ...keyAt, end: value.at.end };
    return daemonFacts(key, value.text, at, document, environment);
  });
}

function shellFacts(document: ShellDocument): readonly Fact[] {
  return document.commands.flatMap((command) =>
    command.assignments.flatMap(({ name, value, at }) =>
      variables.has(name) && value.text !== null
        ? daemonFacts(name, value.text, at, document, null)
        : [],
    ),
  );
}

function daemonFacts(
  name: string,
  address: string,
  at: SourceRange,
  document: SourceText,
  environment: EntityKey | null,
): readonly Fact[] {
  const sight = { name, nameStart: at.start, address, at, document, collector: 'docker-host' };
  const daemon = remoteDaemon(sight);
  if (daemon === null) return [];
  const bound = binding(name, daemon.key, environment, at);
  return environment === null
    ? [daemon, bound]
    : [daemon, bound, holds(environment, daemon.key, name, at)];
}

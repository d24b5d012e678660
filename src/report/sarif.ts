import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Result,
  Run,
  ThreadFlowLocation,
} from 'sarif';
import { guardTexts, hopText } from './path-text.ts';
import type { ScanResult, ToolInfo } from './result.ts';
import { sarifLevel, sarifRules } from './sarif-rules.ts';
import type { FindingView, HopView, NoticeView, PlaceView, SuppressionView } from './view.ts';
import { viewFindings, viewNotices } from './view.ts';

/**
 * What GitHub accepts per run and per result.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const mostResults = 25_000;
const mostFlowLocations = 1_000;
const mostRelated = 100;
const sourceRoot = '%SRCROOT%';

/** The report as SARIF 2.1.0. URIs are relative to the scanned root and name nothing of the machine. */
export function renderSarif(result: ScanResult, tool: ToolInfo): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(result, tool)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifRun(result: ScanResult, tool: ToolInfo): Run {
  const views = viewFindings(result);
  const shown = views.slice(0, mostResults);
  const rules = sarifRules(result.checks, shown);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const notifications = viewNotices(result).map(notification);
  if (views.length > shown.length) {
    const left = `${views.length - shown.length} milder findings are left out: SARIF consumers accept ${mostResults}.`;
    notifications.push({ level: 'warning', message: { text: left } });
  }
  const anySuppressed = shown.some((view) => view.suppressed !== null);
  return {
    tool: {
      driver: {
        name: 'riskscan',
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: 'https://www.npmjs.com/package/riskscan',
        rules,
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { description: { text: 'The scanned folder.' } } },
    invocations: [
      {
        executionSuccessful: !result.notices.some((notice) => notice.incomplete),
        toolExecutionNotifications: notifications,
      },
    ],
    results: shown.map((view) => sarifResult(view, indexes.get(view.check) ?? -1, anySuppressed)),
  };
}

function sarifResult(view: FindingView, ruleIndex: number, anySuppressed: boolean): Result {
  const related = relatedLocations(view);
  const links = related.map(
    (location, index) => `[${linkText(location.message?.text ?? '')}](${index + 1})`,
  );
  const see = links.length === 0 ? '' : ` See ${links.join(', ')}.`;
  const suppressions = view.suppressed === null ? [] : [sarifSuppression(view.suppressed)];
  return {
    ruleId: view.check,
    ruleIndex,
    level: sarifLevel(view.severity),
    message: { text: `${literal(`${view.what} ${view.why} ${view.fix}`)}${see}` },
    locations: [located(view.at)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(view.path === null ? {} : { codeFlows: [codeFlow(view.path.hops)] }),
    partialFingerprints: { 'riskscan/v1': view.fingerprint },
    ...(anySuppressed ? { suppressions } : {}),
    properties: {
      area: view.area,
      severity: view.severity,
      confidence: view.confidence,
    },
  };
}

function relatedLocations(view: FindingView): Location[] {
  return view.related
    .slice(0, mostRelated)
    .map((place, index) => ({ id: index + 1, ...located(place, place.label || 'related place') }));
}

function codeFlow(hops: readonly HopView[]): {
  threadFlows: { locations: ThreadFlowLocation[] }[];
} {
  const locations = hops.slice(0, mostFlowLocations).map((hop, index) => {
    const guards = guardTexts(hop).map((guard) => `; ${guard}`);
    const text = `${hopText(hop)}, because ${hop.because}${guards.join('')}.`;
    return {
      location: located(hop.at, text),
      importance: 'essential' as const,
      executionOrder: index + 1,
    };
  });
  return { threadFlows: [{ locations }] };
}

function sarifSuppression(
  suppression: SuppressionView,
): NonNullable<Result['suppressions']>[number] {
  const isOwnFile = /(?:^|\/)\.?riskscan(?:\.ya?ml$|\/)/.test(suppression.at.file);
  const until = suppression.until === null ? '' : ` (until ${suppression.until})`;
  return {
    kind: isOwnFile ? 'external' : 'inSource',
    status: 'accepted',
    justification: `${suppression.reason}${until}`,
    location: located(suppression.at),
  };
}

function notification(notice: NoticeView): Notification {
  return {
    level: notice.incomplete ? 'error' : notice.kind === 'suppression' ? 'note' : 'warning',
    message: { text: literal(notice.message) },
    ...(notice.file === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifact(notice.file) } }] }),
    properties: { kind: notice.kind },
  };
}

function located(place: PlaceView, message = place.label): Location {
  const physicalLocation: PhysicalLocation = {
    artifactLocation: artifact(place.file),
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  };
  return message === ''
    ? { physicalLocation }
    : { physicalLocation, message: { text: literal(message) } };
}

function artifact(file: string): { uri: string; uriBaseId: string } {
  return { uri: fileUri(file), uriBaseId: sourceRoot };
}

/** Relative URI reference of a file; a lone surrogate, which no URI can hold, becomes U+FFFD. */
export function fileUri(file: string): string {
  return file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** SARIF reads `[text](target)` in messages as a link; text of the scanned tree must not make one. */
function literal(text: string): string {
  return text.includes('](') ? text.replace(/[[\]\\]/g, (character) => `\\${character}`) : text;
}

function linkText(text: string): string {
  return text.replace(/\\?([[\]\\])/g, (_, character: string) => `\\${character}`);
}

import { severities } from '../model/finding.ts';
import type { ScanResult, ToolInfo } from './result.ts';
import { countFindings } from './result.ts';
import type { FindingView, PathView } from './view.ts';
import { viewFindings, viewNotices } from './view.ts';

/** The report for programs; its shape is `report.schema.json`. Equal input gives equal bytes, `durationMs` aside. */
export function renderJson(result: ScanResult, tool: ToolInfo): string {
  const { bySeverity, suppressed } = countFindings(result);
  const { filesSeen, filesRead, filesParsed, durationMs, paths, baselined } = result.summary;
  const counts = severities.toReversed().map((name) => [name, bySeverity[name]] as const);
  const report = {
    schemaVersion: 1,
    tool: { name: 'riskscan', version: tool.version },
    summary: {
      filesSeen,
      filesRead,
      filesParsed,
      durationMs,
      findings: Object.fromEntries(counts),
      paths,
      suppressed,
      baselined,
    },
    findings: viewFindings(result).map(jsonFinding),
    notices: viewNotices(result).map(({ kind, file, message }) => ({
      kind,
      file,
      message,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(view: FindingView): unknown {
  return { ...view, path: view.path === null ? null : jsonPath(view.path) };
}

function jsonPath({ confidence, alternates, hops }: PathView): unknown {
  return { confidence, alternates, hops };
}

import { scan } from '../src/engine/scan.ts';
import type { ScanResult } from '../src/report/result.ts';

/** Scans a folder with every check, nothing filtered, a fixed day and a still clock. */
export function scanTree(root: string, checks: readonly string[] = []): Promise<ScanResult> {
  return scan({
    root,
    environment: { PATH: process.env['PATH'] },
    ...(checks.length > 0 ? { checks } : {}),
    minSeverity: 'low',
    minConfidence: 'low',
    today: '2026-11-21',
    now: () => 0,
  });
}

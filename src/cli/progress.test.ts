import { describe, expect, it } from 'vitest';
import { type Progress, startProgress } from './progress.ts';

const step = { stage: 'reading files', done: 3, total: 10 };

function at(times: readonly number[], act: (progress: Progress) => void, columns = 80): string {
  const queue = [...times];
  let drawn = '';
  const write = (text: string): void => {
    drawn += text;
  };
  act(startProgress({ columns, now: () => queue.shift() ?? 0, write }));
  return drawn;
}

describe('startProgress', () => {
  it('stays silent for short scans', () => {
    expect(
      at([0, 299], (progress) => {
        progress.update(step);
        progress.stop();
      }),
    ).toBe('');
  });
  it('draws after 300 ms, at most every 80 ms, and leaves nothing behind', () => {
    expect(
      at([0, 300, 350, 400], (progress) => {
        progress.update(step);
        progress.update(step);
        progress.update({ ...step, done: 9 });
        progress.stop();
        progress.update(step);
      }),
    ).toBe(
      '\r\u001b[Kriskscan: reading files 3/10\r\u001b[Kriskscan: reading files 9/10\r\u001b[K',
    );
  });
  it('never wraps', () => {
    expect(at([0, 300], (progress) => progress.update(step), 10)).toBe('\r\u001b[Kriskscan:');
  });
});

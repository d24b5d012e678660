import { describe, expect, it } from 'vitest';
import { annotationCommand, inertLog, outputLines, plainCommand } from './workflow-commands.ts';

const annotation = {
  level: 'error',
  title: 'riskscan: 50%, or more',
  message: 'first\r\nsecond 100%: a, b',
  file: 'deploy/a,b.env',
  line: 2,
  endLine: 2,
  column: 3,
  endColumn: 9,
} as const;

describe('annotationCommand', () => {
  it('escapes what would end a property or the line', () => {
    expect(annotationCommand(annotation)).toBe(
      '::error title=riskscan%3A 50%25%2C or more,file=deploy/a%2Cb.env,line=2,endLine=2,col=3,endColumn=9::first%0D%0Asecond 100%25: a, b',
    );
  });
  it('leaves columns out when the range has several lines', () => {
    expect(annotationCommand({ ...annotation, endLine: 4 })).not.toContain('col');
  });
});

describe('plainCommand', () => {
  it('stays on one line', () => {
    expect(plainCommand('error', 'a\n::set-env name=b::c')).toBe(
      '::error::a%0A::set-env name=b::c',
    );
  });
});

describe('inertLog', () => {
  it('lets no line of the text be a command', () => {
    const [start, text, end] = inertLog('::add-mask::x').split('\n');
    const token = /^::stop-commands::(.+)$/.exec(start ?? '')?.[1];
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).toBe('::add-mask::x');
    expect(end).toBe(`::${token}::`);
  });
});

describe('outputLines', () => {
  it('keeps a value that looks like the end of its block', () => {
    const first = outputLines({ paths: '1\nriskscan_x\nEOF' });
    expect(first).toMatch(/^paths<<(riskscan_[0-9a-f-]{36})\n1\nriskscan_x\nEOF\n\1\n$/);
    expect(outputLines({ paths: '1' })).not.toBe(outputLines({ paths: '1' }));
  });
});

#!/usr/bin/env node
import * as nodeModule from 'node:module';

declare const RISKSCAN_VERSION: string | undefined; // inlined by scripts/build.ts

const version = typeof RISKSCAN_VERSION === 'undefined' ? '0.0.0-source' : RISKSCAN_VERSION;

// `riskscan | head` closes the pipe early: that is the reader's choice, not a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`); // everything else is behind the import below, so this stays as fast as Node
} else {
  process.on('SIGINT', () => {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K\u001b[?25h');
    process.exit(130);
  });
  enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), version);
}

/** Node 22.1 and newer keep compiled code between runs; older ones have no such function. */
function enableCompileCache(): void {
  const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache');
  if (typeof enable === 'function') enable();
}

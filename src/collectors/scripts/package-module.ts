import type { ScriptDocument } from '../../model/document.ts';
import type { Module } from './guards.ts';

/** A module of a package, with what it is. */
export interface PackageModule {
  readonly document: ScriptDocument;
  readonly module: Module;
}

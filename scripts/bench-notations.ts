/** One way of writing names and values into a kind of file. */
export interface Notation {
  readonly id: string;
  readonly file: string;
  readonly open: readonly string[];
  readonly close: readonly string[];
  /** Lines that give the value a name; `null`: the value alone, where programs and texts use it. */
  entry(name: string | null, value: string): readonly string[];
}

const quoted = JSON.stringify;

/** JSON goes on one line, as one pastes it into a variable. */
function onOneLine(value: string): string {
  return /^\{\s*"/.test(value) ? JSON.stringify(JSON.parse(value)) : value;
}

function inEnvFile(text: string): string {
  const value = onOneLine(text);
  if (/^[A-Za-z0-9_.:/+=~%@|-]+$/.test(value)) return value;
  if (value.includes('\n')) return `"${value.replaceAll('\n', '\\n')}"`;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

function inShell(value: string): string {
  return value.startsWith('$') ? `"${value}"` : `'${onOneLine(value)}'`;
}

/** Lines of a notebook's code cell. */
function cell(line: string): string {
  return `    ${quoted(`${line}\n`)},`;
}

/** Notations that repositories are full of. */
export const notations: readonly [Notation, ...Notation[]] = [
  {
    id: 'env file',
    file: '.env',
    open: ['NODE_ENV=production', 'PORT=3000'],
    close: [],
    entry: (name, value) => [`${name ?? 'SERVICE_SECRET'}=${inEnvFile(value)}`],
  },
  {
    id: 'compose YAML',
    file: 'docker-compose.yml',
    open: ['services:', '  app:', '    image: ghcr.io/acme/app:4.2.0', '    environment:'],
    close: ['    ports:', '      - "8080:8080"'],
    entry: (name, value) => [`      ${name ?? 'SERVICE_SECRET'}: ${quoted(value)}`],
  },
  {
    id: 'Kubernetes YAML',
    file: 'deploy/app.yaml',
    open: [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: { name: app }',
      'spec:',
      '  containers:',
      '    - name: app',
      '      image: ghcr.io/acme/app:4.2.0',
      '      env:',
    ],
    close: [],
    entry: (name, value) => [
      `        - name: ${name ?? 'SERVICE_SECRET'}`,
      `          value: ${quoted(value)}`,
    ],
  },
  {
    id: 'workflow YAML',
    file: '.github/workflows/release.yml',
    open: ['on: push', 'jobs:', '  release:', '    runs-on: ubuntu-latest', '    env:'],
    close: ['    steps:', '      - run: npm run release'],
    entry: (name, value) => [`      ${name ?? 'SERVICE_SECRET'}: ${quoted(value)}`],
  },
  {
    id: 'JSON',
    file: 'config/settings.json',
    open: ['{', '  "port": 8080,'],
    close: ['  "verbose": false', '}'],
    entry: (name, value) => [`  ${quoted(name ?? 'secret')}: ${quoted(value)},`],
  },
  {
    id: 'TypeScript',
    file: 'src/client.ts',
    open: ["import { connect } from './connect.ts';", ''],
    close: ['export const retries = 3;'],
    entry: (name, value) => [
      name === null
        ? `await connect(${quoted(value)}, { retries });`
        : `export const ${name} = ${quoted(value)};`,
    ],
  },
  {
    id: 'JavaScript',
    file: 'scripts/seed.js',
    open: ["'use strict';", ''],
    close: ["require('./run.js');"],
    entry: (name, value) => [
      name === null
        ? `const client = new Client({ auth: ${quoted(value)} });`
        : `process.env.${name} = ${quoted(value)};`,
    ],
  },
  {
    id: 'Python',
    file: 'app/settings.py',
    open: ['import os', ''],
    close: ['DEBUG = False'],
    entry: (name, value) => [
      name === null
        ? `client = Client(auth=${quoted(value)})`
        : `os.environ["${name}"] = ${quoted(value)}`,
    ],
  },
  {
    id: 'Go',
    file: 'cmd/app/main.go',
    open: ['package main', '', 'import "os"', '', 'func main() {'],
    close: ['}'],
    entry: (name, value) => [
      name === null
        ? `\tclient := New(${quoted(value)})`
        : `\tos.Setenv("${name}", ${quoted(value)})`,
    ],
  },
  {
    id: 'shell',
    file: 'bin/deploy.sh',
    open: ['#!/bin/sh', 'set -eu'],
    close: ['./run.sh'],
    entry: (name, value) => [
      name === null
        ? `curl -H "Authorization: Bearer ${value.replaceAll('"', '\\"')}" https://gateway.acme.dev/v1/jobs`
        : `export ${name}=${inShell(value)}`,
    ],
  },
  {
    id: 'Markdown',
    file: 'docs/setup.md',
    open: ['# Setting up', '', 'Run this once:', '', '```sh'],
    close: ['```'],
    entry: (name, value) => [
      name === null ? `acme login --with ${inShell(value)}` : `export ${name}=${inEnvFile(value)}`,
    ],
  },
  {
    id: 'notebook',
    file: 'notebooks/explore.ipynb',
    open: [
      '{ "nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [',
      '  { "cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [], "source": [',
    ],
    close: ['    "print(1)"', '  ] }', '] }'],
    entry: (name, value) => [
      cell(
        name === null
          ? `client = Client(auth=${quoted(value)})`
          : `os.environ["${name}"] = ${quoted(value)}`,
      ),
    ],
  },
  {
    id: 'Dockerfile',
    file: 'Dockerfile',
    open: ['FROM node:22-slim', 'WORKDIR /app'],
    close: ['CMD ["node", "server.js"]'],
    entry: (name, value) => [`ENV ${name ?? 'SERVICE_SECRET'}=${quoted(value)}`],
  },
  {
    id: 'task definition',
    file: 'deploy/task.json',
    open: ['{ "containerDefinitions": [{ "name": "app", "environment": ['],
    close: ['  { "name": "PORT", "value": "8080" }', ']}]}'],
    entry: (name, value) => [
      `  { "name": ${quoted(name ?? 'SERVICE_SECRET')}, "value": ${quoted(value)} },`,
    ],
  },
  {
    id: 'typed constant',
    file: 'src/constants.ts',
    open: [],
    close: ['export const port: number = 8080;'],
    entry: (name, value) => [`const ${name ?? 'secret'}: string = ${quoted(value)};`],
  },
  {
    id: 'default of a lookup',
    file: 'app/connect.py',
    open: ['import os', ''],
    close: [],
    entry: (name, value) => [
      name === null
        ? `CLIENT = connect(auth=${quoted(value)})`
        : `CLIENT = connect(os.getenv("${name}", ${quoted(value)}))`,
    ],
  },
  {
    id: 'Ruby',
    file: 'config/boot.rb',
    open: ["require 'app'", ''],
    close: [],
    entry: (name, value) => [
      name === null ? `App.connect(${quoted(value)})` : `ENV['${name}'] ||= ${quoted(value)}`,
    ],
  },
  {
    id: 'XML',
    file: 'app.config',
    open: ['<configuration>', '  <appSettings>'],
    close: ['  </appSettings>', '</configuration>'],
    entry: (name, value) => [
      `    <add key="${name ?? 'ServiceSecret'}" value="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}" />`,
    ],
  },
  {
    id: 'TOML',
    file: 'config.toml',
    open: ['title = "app"', '', '[env]'],
    close: [],
    entry: (name, value) => [`${name ?? 'SERVICE_SECRET'} = ${quoted(value)}`],
  },
];

// SPDX-License-Identifier: Apache-2.0
// Bundles source/ into one script and one style sheet: node build.mjs [FOLDER]
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { dirname, resolve } from 'node:path';

const here = dirname(fileURLToPath(import.meta.url));
await build({
  absWorkingDir: here,
  entryPoints: { claimlint: 'source/main.ts' },
  outdir: resolve(process.argv[2] ?? resolve(here, 'dist')),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
});
await build({
  absWorkingDir: here,
  entryPoints: { claimlint: 'source/claimlint.css' },
  outdir: resolve(process.argv[2] ?? resolve(here, 'dist')),
  minify: true,
  charset: 'ascii',
  logLevel: 'warning',
});

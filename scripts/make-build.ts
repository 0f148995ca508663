import { buildApp } from './build.ts';

process.exitCode = await buildApp({ isVerbose: process.argv.includes('--verbose') });

/** Implements `npm run build`, the production build, which `npm start` also makes when needed; `-- --verbose` shows all that is said. */
import { buildApp } from './build.ts';

process.exitCode = await buildApp({ isVerbose: process.argv.includes('--verbose') });

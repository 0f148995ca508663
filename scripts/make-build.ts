/** Implements `npm run build`, the production build, which `npm start` also makes when needed. */
import { buildApp } from './build.ts';

process.exitCode = await buildApp();

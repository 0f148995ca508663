/** Implements `npm start`: builds when needed, then serves both hosts until stopped. */
import { parseEnvironmentOrExit } from './environment-or-exit.ts';
import { buildApp, isBuildFresh } from './build.ts';
import { serveBothHosts } from './serve.ts';

const environment = parseEnvironmentOrExit();
if (!(await isBuildFresh())) {
	console.log('Building (once, about a minute)…');
	const exitCode = await buildApp();
	if (exitCode !== 0) process.exit(exitCode);
}
await serveBothHosts(environment);

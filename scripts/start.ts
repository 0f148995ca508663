/** Implements `npm start`: builds when needed, then serves both hosts until stopped. */
import { parseEnvironmentOrExit } from './environment-or-exit.ts';
import { buildApp, buildIsFresh } from './build.ts';
import { serveBothHosts } from './serve.ts';

const environment = parseEnvironmentOrExit();
if (!(await buildIsFresh())) {
	console.log('Building (once, about a minute)…');
	const code = await buildApp();
	if (code !== 0) process.exit(code);
}
await serveBothHosts(environment);

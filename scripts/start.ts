import { parseEnvironmentOrExit } from './environment-or-exit.ts';
import { buildApp, isBuildFresh } from './build.ts';
import { serveBothHosts } from './serve.ts';

const serverEnvironment = parseEnvironmentOrExit();
if (!(await isBuildFresh())) {
	const buildExitCode = await buildApp();
	if (buildExitCode !== 0) process.exit(buildExitCode);
}
await serveBothHosts(serverEnvironment);

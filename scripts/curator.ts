import { parseArgs } from 'node:util';
import { createCuratorWelcomeLink } from '#lib/server/auth/auth-secret.ts';
import { parseEnvironmentOrExit } from './environment-or-exit.ts';

parseEnvironmentOrExit();
const { values } = parseArgs({ options: { link: { type: 'boolean' } }, strict: false });
if (values.link === true) {
	console.log(createCuratorWelcomeLink('command'));
} else {
	console.error('npm run curator -- --link   prints a link that makes a curator. It works once, within a day.');
	process.exitCode = 1;
}

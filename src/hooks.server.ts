import { sequence } from '@sveltejs/kit/hooks';
import type { ServerInit } from '@sveltejs/kit';
import { guard } from '#lib/server/access/guard.ts';
import { person } from '#lib/server/auth/session.ts';
import { hasCurator, welcomeLink } from '#lib/server/auth/welcome.ts';
import { errors } from '#lib/server/http/errors.ts';
import { language } from '#lib/server/http/language.ts';
import { policies } from '#lib/server/http/policies.ts';
import { requests } from '#lib/server/http/requests.ts';
import { start, stop } from '#lib/server/lifecycle.ts';
import { shell } from '#lib/server/shell/serve.ts';

export const init: ServerInit = async () => {
	await start();
	// scripts/serve.ts emits this after the last answer. The process lives until `stop` is done.
	process.once('sveltekit:shutdown' as 'beforeExit', () => void stop());
	if (!(await hasCurator())) console.log(`No curator yet. To become the first, open ${welcomeLink('start')}`);
};
export const handle = sequence(requests, shell, policies, person, guard, language);
export const handleError = errors;

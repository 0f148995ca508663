import { serviceWorkerHeaders, shellHeaders, type ScriptHashes } from './policy.ts';

export const SHELL_PATH = '/sandbox/shell';
export const SERVICE_WORKER_PATH = '/sandbox/service-worker.js';

export interface ShellParts {
	html: string;
	serviceWorker: string;
	hashes: ScriptHashes;
	version: string;
}

/** Inserts the allowed origins into the page as an attribute, because a change of the script would change its hash. */
export function insertAppOrigins(html: string, appOrigins: string[]): string {
	return html.replace('data-app=""', `data-app="${appOrigins.join(' ').replaceAll('"', '')}"`);
}

/** Answers a request for the shell; returns undefined when the path is not the shell's. */
export function answerShellRequest(parts: ShellParts, request: Request, appOrigins: string[]): Response | undefined {
	const path = new URL(request.url).pathname;
	if (path !== SHELL_PATH && path !== SERVICE_WORKER_PATH) return undefined;
	const isPage = path === SHELL_PATH;
	const headers = isPage ? shellHeaders(parts.hashes, appOrigins) : serviceWorkerHeaders();
	const entityTag = `"${parts.version}${isPage ? `-${appOrigins.join('-').replace(/[^a-z0-9.:-]/gi, '')}` : ''}"`;
	headers['etag'] = entityTag;
	if (request.headers.get('if-none-match')?.replace(/^W\//, '') === entityTag)
		return new Response(null, { status: 304, headers });
	return new Response(isPage ? insertAppOrigins(parts.html, appOrigins) : parts.serviceWorker, { headers });
}

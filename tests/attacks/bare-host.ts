/** Serves the shell without its protection, to show that the protection is what prevents leaks. */
import { answerShellRequest } from '#sandbox/run/shell/shell-response.ts';
import { startHost, type Host } from '../sandbox/host.ts';

const POLICIES = /<meta http-equiv=\\*"(?:content-security-policy|x-dns-prefetch-control)\\*" content=\\*"[^"]*">/g;
const ALLOWED = 'allow-scripts allow-forms allow-popups allow-downloads allow-top-navigation';

/** Starts a host without the headers, or also without the policies and most of the sandbox. */
export function startBareHost(without: 'headers' | 'all'): Promise<Host> {
	return startHost({
		appOrigins: (port) => [`http://localhost:${port}`],
		headers: () => ({ 'content-type': 'text/html' }),
		shell: (built, request, appOrigins) => {
			const html = built.html.replaceAll(POLICIES, '').replaceAll('allow-scripts', ALLOWED);
			const shellAnswer = answerShellRequest(without === 'all' ? { ...built, html } : built, request, appOrigins);
			const headers = { 'content-type': shellAnswer?.headers.get('content-type') ?? '' };
			return shellAnswer === undefined ? undefined : new Response(shellAnswer.body, { headers });
		}
	});
}

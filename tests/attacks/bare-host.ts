/** Serves the shell without its protection, to show that the protection is what prevents leaks. */
import { answerShellRequest } from '#sandbox/run/shell/shell-response.ts';
import { startSandboxHost, type SandboxTestHost } from '../sandbox/host.ts';

const POLICY_META_TAGS =
	/<meta http-equiv=\\*"(?:content-security-policy|x-dns-prefetch-control)\\*" content=\\*"[^"]*">/g;
const LOOSE_SANDBOX_FLAGS = 'allow-scripts allow-forms allow-popups allow-downloads allow-top-navigation';

/** Starts a host whose shell has no protecting headers, or (`all`) also no policies and only a part of the sandbox. */
export function startUnprotectedHost(removed: 'headers' | 'all'): Promise<SandboxTestHost> {
	return startSandboxHost({
		appOrigins: (port) => [`http://localhost:${port}`],
		appPageHeaders: () => ({ 'content-type': 'text/html' }),
		answerShell: (built, request, appOrigins) => {
			const htmlWithoutPolicies = built.html
				.replaceAll(POLICY_META_TAGS, '')
				.replaceAll('allow-scripts', LOOSE_SANDBOX_FLAGS);
			const shellAnswer = answerShellRequest(
				removed === 'all' ? { ...built, html: htmlWithoutPolicies } : built,
				request,
				appOrigins
			);
			const headers = { 'content-type': shellAnswer?.headers.get('content-type') ?? '' };
			return shellAnswer === undefined ? undefined : new Response(shellAnswer.body, { headers });
		}
	});
}

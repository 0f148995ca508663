import type { Environment } from '#lib/server/environment.ts';

export const SHELL_PATH = '/sandbox/shell';
export const SHELL_SERVICE_WORKER_PATH = '/sandbox/service-worker.js';

/** Which of the process's two hosts a request came to. docs/decisions/002-two-hosts.md says why there are two. */
export type HostRole = 'app' | 'shell';
/**
 * Request header in which the gate tells the hooks which host a request came to. The gate overwrites a header of this name from
 * a client.
 */
export const HOST_ROLE_HEADER = 'braise-host-role';

export type OriginSettings = Pick<Environment, 'origin' | 'sandboxOrigin'>;

const OTHER_LOOPBACK_NAME: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

/** Returns the shell's addresses for an app opened at `app`, best first; the inverse of `appOriginsFor`. */
export function shellAddressesFor(app: URL, { origin, sandboxOrigin }: OriginSettings): string[] {
	return listShellOrigins(new URL(origin ?? app.origin), sandboxOrigin).map((shell) => shell + SHELL_PATH);
}

/** Returns the apps that may frame the shell opened at `shell`; empty when no shell may be served under this host name. */
export function appOriginsFor(shell: URL, role: HostRole, { origin, sandboxOrigin }: OriginSettings): string[] {
	if (origin) return [origin];
	if (sandboxOrigin) return [];
	if (role === 'shell') return [originWithPortOffset(shell, shell.hostname, -1)];
	const otherHostname = OTHER_LOOPBACK_NAME[shell.hostname];
	return otherHostname ? [originWithPortOffset(shell, otherHostname, 0)] : [];
}

function listShellOrigins(app: URL, sandboxOrigin: string | undefined): string[] {
	if (sandboxOrigin) return [sandboxOrigin];
	const nextPort = originWithPortOffset(app, app.hostname, 1);
	const otherHostname = OTHER_LOOPBACK_NAME[app.hostname];
	return otherHostname ? [originWithPortOffset(app, otherHostname, 0), nextPort] : [nextPort];
}

function originWithPortOffset(url: URL, hostname: string, portOffset: number): string {
	const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80)) + portOffset;
	return new URL(`${url.protocol}//${hostname}:${port}`).origin;
}

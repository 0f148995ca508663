import { createServer } from 'node:http';
import type { Plugin } from 'vite';
import { parseEnvironment } from '#lib/server/environment.ts';
import { createRequestGate } from '#lib/server/http/gate.ts';

export function devHostsPlugin(): Plugin {
	return {
		name: 'braise:hosts',
		apply: 'serve',
		configureServer(vite) {
			const environment = parseEnvironment(process.env);
			const checkShell = createRequestGate('shell', environment);
			const checkApp = createRequestGate('app', environment);
			const requestsToShellHost = new WeakSet<object>();
			vite.middlewares.use((request, response, next) => {
				if (requestsToShellHost.has(request)) next();
				else checkApp(request, response, next);
			});
			const shellServer = createServer((request, response) => {
				requestsToShellHost.add(request);
				checkShell(request, response, () => vite.middlewares(request, response));
			});
			const appServer = vite.httpServer;
			appServer?.once('listening', () => {
				const address = appServer.address();
				if (typeof address !== 'object' || !address) return;
				// Vite chooses the port; the app reads it to print links.
				process.env['PORT'] = String(address.port);
				if (!environment.sandboxOrigin) shellServer.listen(address.port + 1, address.address);
			});
			appServer?.once('close', () => shellServer.close());
		}
	};
}

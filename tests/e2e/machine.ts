/** A machine whose network can be cut, and whose browser can be restarted with its profile. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '../test.ts';
import { openNetworkLine, type NetworkLine } from '../bench/line.ts';
import { appPort } from '../servers.ts';

/**
 * Browser switch that leaves partitioned storage on, as in real browsers. The driver turns it off by a switch of its own, and a
 * frame from another site then has no service worker. Of two such switches, the last one counts.
 */
const PARTITIONED_STORAGE_SWITCH = '--disable-features=Translate';

export interface TestMachine {
	openBrowser(): Promise<{ page: Page; context: BrowserContext }>;
	/** Closes the connection to the server and sets the browser offline. */
	cutNetwork(context: BrowserContext): Promise<void>;
	mendNetwork(context: BrowserContext): Promise<void>;
	address: string;
}

export const machineTest = test.extend<{ machine: TestMachine }>({
	machine: async ({ playwright }, use, info) => {
		const profile = await mkdtemp(join(tmpdir(), 'braise-offline-'));
		const { launchOptions } = info.project.use;
		const openContexts: BrowserContext[] = [];
		let line: NetworkLine | undefined = await openNetworkLine({ targetPort: appPort });
		const linePort = line.port;
		await use({
			address: `http://localhost:${linePort}`,
			async openBrowser() {
				const context = await playwright.chromium.launchPersistentContext(profile, {
					...launchOptions,
					args: [...(launchOptions?.args ?? []), PARTITIONED_STORAGE_SWITCH],
					locale: 'fr-FR',
					serviceWorkers: 'allow'
				});
				openContexts.push(context);
				if (!line) await context.setOffline(true);
				return { context, page: await context.newPage() };
			},
			async cutNetwork(context) {
				await line?.close();
				line = undefined;
				await context.setOffline(true);
				await expect(fetch(`http://localhost:${linePort}/healthz`)).rejects.toThrow();
			},
			async mendNetwork(context) {
				line = await openNetworkLine({ targetPort: appPort, port: linePort });
				await context.setOffline(false);
			}
		});
		for (const context of openContexts) await context.close();
		await line?.close();
		await rm(profile, { recursive: true, force: true });
	}
});

export async function waitUntilCanOpenOffline(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-without', 'network');
}

export async function waitUntilFrameCanOpenOffline(page: Page): Promise<void> {
	await waitUntilCanOpenOffline(page);
	await expect
		.poll(() =>
			page
				.frames()
				.find((frame) => frame.url().endsWith('/sandbox/shell'))
				?.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
		)
		.toBe('activated');
}

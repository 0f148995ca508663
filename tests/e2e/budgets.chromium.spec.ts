import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../test.ts';
import { openNetworkLine } from '../bench/line.ts';
import { appPort } from '../servers.ts';

const MOST_HOME_SCRIPT_BYTES = 60_000;
const MOST_SECOND_VISIT_BYTES = 100_000;
const WORKBENCH_PATH = '/fr/challenges/horodateur';
/** Upper limit of files of a page. On a slow line files wait for each other, because a browser fetches six at the same time. */
const MOST_FILES_BY_PATH = { '/fr': 15, '/fr/sign-in': 18, [WORKBENCH_PATH]: 44 };

test('the scripts of the home page stay below their size limit', async ({ page }) => {
	const scriptSizes: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() === 'script') scriptSizes.push(request.sizes().then((sizes) => sizes.responseBodySize));
	});
	await page.goto('/fr', { waitUntil: 'networkidle' });
	const sizes = await Promise.all(scriptSizes);
	expect(sizes.length).toBeGreaterThan(0);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_HOME_SCRIPT_BYTES);
});

for (const [address, most] of Object.entries(MOST_FILES_BY_PATH)) {
	test(`${address} asks for few scripts and styles`, async ({ page }) => {
		const files: string[] = [];
		page.on('request', (request) => {
			const isFile = ['script', 'stylesheet'].includes(request.resourceType()) && request.url().startsWith('http');
			if (isFile) files.push(request.url());
		});
		await page.goto(address, { waitUntil: 'networkidle' });
		expect(files.length).toBeGreaterThan(0);
		expect(files.length).toBeLessThanOrEqual(most);
	});
}

test(
	'a second visit to the workbench transfers few bytes, and contacts only this server',
	{ tag: '@soak' },
	async ({ playwright }, info) => {
		// A network line in between counts the bytes, because the browser reports no requests of workers or the frame.
		const line = await openNetworkLine({ targetPort: appPort });
		// The profile is on disk, as on a school machine. A cache in memory would leave out large files.
		const profile = await mkdtemp(join(tmpdir(), 'braise-visit-'));
		const { launchOptions } = info.project.use;
		const options = { ...launchOptions, serviceWorkers: 'allow' as const };
		const context = await playwright.chromium.launchPersistentContext(profile, options);
		const requestedHosts = new Set<string>();
		context.on('request', (request) => {
			const { protocol, host } = new URL(request.url());
			if (protocol.startsWith('http')) requestedHosts.add(host);
		});
		const visitWorkbench = async () => {
			const page = await context.newPage();
			await page.goto(`http://localhost:${line.port}${WORKBENCH_PATH}`);
			await expect(page.locator('.picture .cover')).toHaveCount(0);
			// TypeScript is the last file to arrive. A browser caches no file whose page was left before the file's end.
			await expect(page.locator('[data-typescript="ready"]')).toBeVisible();
			// Files that the page loads when it is idle count as well.
			await expect(page.locator('html')).toHaveAttribute('data-without', 'network');
			await page.waitForLoadState('networkidle');
			await page.close();
		};
		try {
			await visitWorkbench();
			expect(line.takeSentByteCount()).toBeGreaterThan(MOST_SECOND_VISIT_BYTES);
			await visitWorkbench();
			expect(line.takeSentByteCount()).toBeLessThan(MOST_SECOND_VISIT_BYTES);
			expect([...requestedHosts].sort()).toEqual([`127.0.0.1:${line.port}`, `localhost:${line.port}`]);
		} finally {
			await context.close();
			await line.close();
			await rm(profile, { recursive: true, force: true });
		}
	}
);

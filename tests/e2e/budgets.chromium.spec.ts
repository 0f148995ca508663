/** What may move between the server and a browser: bytes and hosts, which a slow machine does not change. */
import { expect, test } from '@playwright/test';
import { openLine } from '../bench/line.ts';
import { port } from '../servers.ts';

const HOME_SCRIPT = 60_000;
const SECOND_VISIT = 100_000;
const WORKBENCH = '/fr/challenges/horodateur';

test('home asks for little script', async ({ page }) => {
	const scripts: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() === 'script') scripts.push(request.sizes().then((sizes) => sizes.responseBodySize));
	});
	await page.goto('/fr', { waitUntil: 'networkidle' });
	const sizes = await Promise.all(scripts);
	expect(sizes.length).toBeGreaterThan(0);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(HOME_SCRIPT);
});

test('a second visit to the workbench moves little, and only to this server', async ({ browser }) => {
	// Counted on the line: the browser does not say what its workers and the frame fetch.
	const line = await openLine({ to: port });
	const context = await browser.newContext();
	const hosts = new Set<string>();
	context.on('request', (request) => {
		const { protocol, host } = new URL(request.url());
		if (protocol.startsWith('http')) hosts.add(host);
	});
	const visit = async () => {
		const page = await context.newPage();
		await page.goto(`http://localhost:${line.port}${WORKBENCH}`);
		await expect(page.locator('.picture .cover')).toHaveCount(0);
		await expect(page.locator('.editor[data-ready]')).toBeVisible({ timeout: 30_000 });
		await page.waitForLoadState('networkidle');
		await page.close();
	};
	try {
		await visit();
		expect(line.taken()).toBeGreaterThan(SECOND_VISIT);
		await visit();
		expect(line.taken()).toBeLessThan(SECOND_VISIT);
		expect([...hosts].sort()).toEqual([`127.0.0.1:${line.port}`, `localhost:${line.port}`]);
	} finally {
		await context.close();
		await line.close();
	}
});

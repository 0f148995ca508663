import { expect, test, type Page } from '../test.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const locateCheckRow = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function readMachineVerdict(page: Page, path = '/fr/check') {
	await page.goto(path);
	const verdictElement = page.locator('.verdict');
	await expect(verdictElement).not.toHaveAttribute('data-verdict', 'asking');
	return verdictElement.getAttribute('data-verdict');
}

test('the machine check reports what works in both languages, and writes the letter to the administrator', async ({
	page
}) => {
	await readMachineVerdict(page);
	for (const name of ['compilateur', 'fenêtre', 'travail', 'direct', 'compression']) {
		await expect(locateCheckRow(page, name)).toContainText('bon');
	}
	const letterField = page.getByRole('textbox', { name: 'Le texte pour le réseau' });
	const { host, hostname, port } = new URL(page.url());
	await expect(letterField).toHaveValue(new RegExp(`http://${host}`));
	await expect(letterField).toHaveValue(
		new RegExp(`http://127\\.0\\.0\\.1:${port}.*ou http://${hostname}:${Number(port) + 1}`)
	);
	await readMachineVerdict(page, '/en/check');
	await expect(locateCheckRow(page, 'Live updates')).toContainText('good');
});

test(
	'the machine check names blocked frames, delayed events, undone compression and missing storage',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.route(/127\.0\.0\.1/, (route) => route.abort());
		await page.route('**/machine/events', (route) =>
			route.fulfill({ contentType: 'text/event-stream', body: 'data: 1\n\ndata: 2\n\ndata: 3\n\n' })
		);
		await page.route('**/machine/speed?text*', (route) =>
			route.fulfill({ contentType: 'text/plain', body: 'braise '.repeat(4000) })
		);
		await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
		expect(await readMachineVerdict(page)).toBe('bad');
		await expect(locateCheckRow(page, 'fenêtre')).toContainText('une autre la remplace');
		await expect(locateCheckRow(page, 'fenêtre')).toContainText(/127\.0\.0\.1:\d+\/sandbox\/shell: blocked/);
		await expect(locateCheckRow(page, 'direct')).toContainText('par paquets');
		await expect(locateCheckRow(page, 'compression')).toContainText('défait la compression');
		await expect(locateCheckRow(page, 'travail')).toContainText('ne garde rien');
		await expect(page.getByRole('textbox')).toHaveValue(/bloqué \(IndexedDB is refused/);
	}
);

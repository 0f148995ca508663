/** Playwright fixtures for the storage tests: tabs of one browser with the storage open. */
import { test as base, type BrowserContext, type Page } from '../test.ts';
import { build } from 'esbuild';

/** Plain http under another name, which is no secure context, as when a teacher's laptop serves a class. */
export const insecureOrigin = 'http://class.test';

async function bundleStoragePage(): Promise<string> {
	const result = await build({
		entryPoints: [new URL('./page.ts', import.meta.url).pathname],
		bundle: true,
		format: 'iife',
		write: false
	});
	const [file] = result.outputFiles;
	if (!file) throw new Error('The page of the storage tests was not built');
	return file.text;
}

async function serveStoragePage(context: BrowserContext, script: string): Promise<void> {
	await context.route(`${insecureOrigin}/**`, (route) =>
		route.request().url().endsWith('.js')
			? route.fulfill({ contentType: 'text/javascript', body: script })
			: route.fulfill({
					contentType: 'text/html',
					body: '<!doctype html><title>room</title><script src="/page.js"></script>'
				})
	);
}

let storagePageScript: Promise<string> | undefined;

export const test = base.extend<{ open: (how?: 'closed') => Promise<Page> }>({
	open: async ({ context }, use) => {
		storagePageScript ??= bundleStoragePage();
		await serveStoragePage(context, await storagePageScript);
		await use(async (how) => {
			const page = await context.newPage();
			await page.goto(`${insecureOrigin}/`);
			if (!how) await page.evaluate(() => storageTestPage.open());
			return page;
		});
	}
});

/** Makes a work. Returns its id and the version on which the next save is based. */
export function createWork(page: Page): Promise<{ work: string; base: string }> {
	return page.evaluate(async () => {
		const result = await storageTestPage.storage.createWork(
			{ kind: 'project', challenge: null, language: 'fr' },
			storageTestPage.createContent('start')
		);
		if (result.kind === 'failed') throw new Error(result.message);
		return { work: result.work.id, base: result.baseVersion };
	});
}

interface SaveRequest {
	work: string;
	base: string;
	main: string;
	running?: boolean;
}

export function saveWork(page: Page, saveRequest: SaveRequest) {
	return page.evaluate(
		({ work, base, main, running }) =>
			storageTestPage.storage.saveContent(work, storageTestPage.createContent(main), base, {
				marksRunning: running ?? false
			}),
		saveRequest
	);
}

/** Loads a work. Returns also whether the last page crashed while it ran the work. */
export function loadWork(page: Page, workId: string) {
	return page.evaluate(async (id) => {
		const result = await storageTestPage.storage.loadWork(id);
		if (result.kind === 'failed') throw new Error(result.message);
		return { main: result.version.files['main.ts'], base: result.baseVersion, crashed: result.hasCrashed };
	}, workId);
}

import type { Page } from '@playwright/test';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { expect, sceneInput, sketchOptions, test, type StagePage } from '../sandbox/stage-test.ts';

async function startPageProgram(stage: StagePage, main: string): Promise<void> {
	const files = { 'index.html': '<textarea>stolen</textarea><button>Play</button>', 'main.ts': main };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	await stage.start(compilation.bundle, { ...sketchOptions, kind: 'page', input: sceneInput });
	await stage.waitForEvent('drawn');
}

const locateInPage = (page: Page, selector: string) =>
	page.frameLocator('#stage iframe').frameLocator('iframe').frameLocator('iframe.page').locator(selector);

test('a page neither reads nor writes the clipboard, not even when it is clicked', async ({ stage, page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
	await page.evaluate(() => navigator.clipboard.writeText('a secret'));
	await startPageProgram(
		stage,
		`const field = document.querySelector('textarea')!;
		const ways: Record<string, () => unknown> = {
			copy: () => document.execCommand('copy'),
			cut: () => document.execCommand('cut'),
			paste: () => document.execCommand('paste') && field.value.includes('secret'),
			'copy of another document': () => {
				const other = document.implementation.createHTMLDocument();
				return (Object.getPrototypeOf(other) as Document).execCommand.call(document, 'copy');
			},
			'copy of another realm': () => {
				const frame = document.body.appendChild(document.createElement('iframe'));
				return (frame.contentWindow as any).Document.prototype.execCommand.call(document, 'copy');
			},
			write: () => navigator.clipboard.writeText('stolen').then(() => true),
			'write items': () => navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob(['stolen'], { type: 'text/plain' }) })]).then(() => true),
			read: () => navigator.clipboard.readText().then(() => true),
			'read items': () => navigator.clipboard.read().then(() => true)
		};
		const attempt = async (when: string) => {
			for (const [name, act] of Object.entries(ways)) {
				field.focus();
				field.select();
				try { if ((await act()) === true) console.log(when, name); } catch {}
			}
			console.log(when, 'done');
		};
		document.querySelector('button')!.addEventListener('click', () => void attempt('clicked'));
		void attempt('opened');`
	);
	await locateInPage(page, 'button').click();
	await expect.poll(async () => (await stage.readConsoleLines()).at(-1)).toBe('clicked done');
	expect(await stage.readConsoleLines()).toEqual(['opened done', 'clicked done']);
	await page.locator('#before').click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a secret');
});

/** Ways of navigating that still add an entry to the history. The list may only get shorter. */
const KNOWN_HISTORY_ENTRY_WAYS = ['hash', 'assign', 'href'];

test('a page adds history entries only by its own hash, and cannot lead the tab back', async ({ stage, page }) => {
	const address = page.url();
	await startPageProgram(
		stage,
		`const { navigation } = window as any;
		const here = location.href.split('#')[0];
		const hashes: string[] = [];
		addEventListener('hashchange', () => hashes.push(location.hash));
		const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
		const ways: [string, () => unknown][] = [
			['push', () => history.pushState({ own: 1 }, '')],
			['push of the prototype', () => History.prototype.pushState.call(history, { own: 2 }, '')],
			['link', () => document.body.appendChild(Object.assign(document.createElement('a'), { href: '#link' })).click()],
			['hash', () => (location.hash = 'hash')],
			['assign', () => location.assign(here + '#assign')],
			['href', () => (location.href = here + '#href')]
		];
		const back: (() => unknown)[] = [
			() => navigation.back(),
			() => navigation.traverseTo(navigation.entries()[0].key),
			() => history.go(-20),
			() => history.go(-history.length + 1)
		];
		const all = async () => {
			for (const [name, act] of ways) {
				const before = history.length;
				try { await act(); } catch {}
				await pause();
				if (history.length > before) console.log('adds', name);
			}
			console.log('state', JSON.stringify(history.state), hashes.join(' '));
			for (const act of back) {
				try { act(); } catch {}
				await pause();
			}
			console.log('done');
		};
		void all();`
	);
	await expect.poll(async () => (await stage.readConsoleLines()).at(-1) ?? '').toBe('done');
	const lines = await stage.readConsoleLines();
	expect(lines.filter((line) => line.startsWith('adds'))).toEqual(
		KNOWN_HISTORY_ENTRY_WAYS.map((name) => `adds ${name}`)
	);
	// Navigation within the page still works.
	expect(lines.find((line) => line.startsWith('state'))).toContain('#link #hash #assign #href');
	expect(page.url()).toBe(address);
	await page.locator('#before').click();
	await expect(page.locator('#before')).toBeFocused();
});

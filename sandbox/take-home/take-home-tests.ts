import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCompilerPage, type CompilerTestPage } from '../compile/page/serve.ts';
import type { TakeHomeProject, TakeHomeResult } from './index.ts';

interface TakeHomePackerPage {
	takeHome(project: TakeHomeProject): Promise<TakeHomeResult>;
}

let compilerPage: CompilerTestPage;
let folder: string;
let offlineContext: BrowserContext;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'home-'));
	compilerPage = await openCompilerPage();
	const browser = compilerPage.page.context().browser();
	if (browser === null) throw new Error('There is no browser.');
	offlineContext = await browser.newContext({ offline: true });
});

afterAll(async () => {
	await offlineContext.close();
	await rm(folder, { recursive: true });
});

/** Packs a project without pictures, because a test cannot pass bytes to the page. Other tests test pictures. */
const packWithoutPictures = (project: Omit<TakeHomeProject, 'ownFiles'>): Promise<TakeHomeResult> =>
	compilerPage.page.evaluate((p) => (globalThis as unknown as TakeHomePackerPage).takeHome(p), project);

async function openTakeHomeFile(
	project: Omit<TakeHomeProject, 'ownFiles'>
): Promise<{ page: Page; html: string; pageEvents: string[] }> {
	const file = await packWithoutPictures(project);
	if (file.kind !== 'html') throw new Error(JSON.stringify(file.diagnostics));
	const path = join(folder, `${project.kind}.html`);
	await writeFile(path, file.html);
	const page = await offlineContext.newPage();
	const pageEvents: string[] = [];
	page.on('request', (request) => pageEvents.push(request.url()));
	page.on('pageerror', (error) => pageEvents.push(`error: ${error.message}`));
	await page.goto(pathToFileURL(path).href);
	return { page, html: file.html, pageEvents };
}

test('a sketch draws, moves and hears the pointer', async () => {
	const { page, html, pageEvents } = await openTakeHomeFile({
		kind: 'sketch',
		files: {
			'main.ts': `
				import * as p from 'braise/draw';
				import { name } from './name';
				let pressed = false;
				export function setup() { p.describe('A square for ' + name + ' </script><!--'); }
				export function mousePressed() { pressed = true; }
				export function draw() {
					p.background(pressed ? 'blue' : 'red');
					if (p.frameCount > 5) document.title = 'frame 5';
				}
			`,
			'name.ts': `export const name: string = 'Léonie';`
		},
		title: 'Mon <carré> & "moi"',
		language: 'fr'
	});
	const readMiddleColour = () =>
		page.evaluate(() => {
			const canvas = document.querySelector('canvas');
			return [
				...(canvas
					?.getContext('2d')
					?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1)
					.data.slice(0, 3) ?? [])
			];
		});
	expect(html).toContain('Mon &lt;carré> &amp; &quot;moi&quot;');
	await expect.poll(readMiddleColour).toEqual([255, 0, 0]);
	await expect.poll(() => page.title()).toBe('frame 5');
	await page.mouse.click(50, 50);
	await expect.poll(readMiddleColour).toEqual([0, 0, 255]);
	expect(await page.locator('canvas').getAttribute('aria-label')).toBe('A square for Léonie </script><!--');
	expect(pageEvents).toHaveLength(1);
});

test('a sketch takes the kit along', { tags: ['soak'] }, async () => {
	const { page, pageEvents } = await openTakeHomeFile({
		kind: 'sketch',
		files: {
			'main.ts': `
				import { describe } from 'braise/draw';
				import { person, place, room } from 'braise/scene';
				export function draw() {
					room('kitchen', { window: 0.5 });
					person(place('middle'), { mood: 'content' });
					describe('drawn');
				}
			`
		},
		title: 't',
		language: 'fr'
	});
	await expect.poll(() => page.locator('canvas').getAttribute('aria-label')).toBe('drawn');
	expect(await page.getByRole('alert').count()).toBe(0);
	expect(pageEvents).toHaveLength(1);
});

test('an error in a sketch is shown', { tags: ['more'] }, async () => {
	const { page } = await openTakeHomeFile({
		kind: 'sketch',
		files: { 'main.ts': 'export function draw() { throw new RangeError("trop"); }' },
		title: 't',
		language: 'fr'
	});
	await expect.poll(() => page.getByRole('alert').textContent()).toBe('Le programme s’est arrêté : RangeError: trop');
});

test('a page has its style, and does what its program says', { tags: ['more'] }, async () => {
	const { page, html, pageEvents } = await openTakeHomeFile({
		kind: 'page',
		files: {
			'index.html':
				'<link rel="stylesheet" href="style.css"><h1>Salades</h1><button>+</button><script src="main.ts"></script>',
			'style.css': 'h1 { color: rgb(1, 2, 3); }',
			'main.ts': `
				const button = document.querySelector('button')!;
				button.addEventListener('click', () => { button.textContent = '<!-- </script> é'; });
				while (false) {}
			`
		},
		title: 'Ma page',
		language: 'fr'
	});
	expect(await page.title()).toBe('Ma page');
	expect(html).not.toContain('__braise');
	expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color)).toBe('rgb(1, 2, 3)');
	await page.locator('button').click();
	expect(await page.locator('button').textContent()).toBe('<!-- </script> é');
	expect(pageEvents).toHaveLength(1);
});

test.each([
	['page', 'localStorage.n = Number(localStorage.n) + 1; document.title = `n ${localStorage.n}`;'],
	['sketch', "storeItem('n', getItem('n') + 1); document.title = `n ${getItem('n')}`;"]
] as const)(
	'a %s begins with what was kept, and goes on with what it keeps at home',
	{ tags: ['more'] },
	async (kind, program) => {
		const files = { 'main.ts': program, ...(kind === 'page' && { 'index.html': '<p>x</p>' }) };
		const { page } = await openTakeHomeFile({ kind, files, storedItems: [['n', '4']], title: 't', language: 'en' });
		await expect.poll(() => page.title()).toBe('n 5');
		// On a busy machine, Chromium sometimes loses what a page kept just before it is reloaded.
		const reloadAndReadTitle = () => page.reload().then(() => page.title());
		await expect.poll(reloadAndReadTitle).toBe('n 6');
	}
);

test.each([
	['page', { 'index.html': '<meta http-equiv="Content-Security-Policy" content="default-src *"><p>x</p>' }],
	['sketch', {}]
] as const)('a %s reaches nothing outside of its file, and what is within it', async (kind, files) => {
	const program = `
		const refused: string[] = [];
		addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
			refused.push(effectiveDirective);
			if (refused.length === 4) document.title = refused.sort().join(' ');
		});
		const picture = new Image();
		picture.src = 'http://home.test/picture.png';
		const script = Object.assign(document.createElement('script'), { src: 'http://home.test/script.js' });
		document.body.append(script, Object.assign(document.createElement('iframe'), { src: 'http://home.test/' }));
		fetch('http://home.test/').catch(() => undefined);
		fetch('data:text/plain,within').then((answer) => answer.text()).then((text) => (document.body.dataset.text = text));
	`;
	const { page } = await openTakeHomeFile({
		kind,
		files: { ...files, 'main.ts': program },
		title: 't',
		language: 'en'
	});
	await expect.poll(() => page.title()).toBe('connect-src frame-src img-src script-src-elem');
	await expect.poll(() => page.locator('body').getAttribute('data-text')).toBe('within');
});

test('a program that does not compile gives its diagnostics', async () => {
	const file = await packWithoutPictures({
		kind: 'page',
		files: { 'main.ts': 'const = 1;' },
		title: '',
		language: 'en'
	});
	expect(file).toMatchObject({ kind: 'diagnostics', diagnostics: [{ place: { file: 'main.ts', line: 1 } }] });
});

import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '../test.ts';
import { openDownloadedProjectOffline } from './project-pages.ts';
import { readStoredCoverDescriptions } from './project-pages.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { startCountingSounds, measureLoudness } from '../loudness.ts';
import { Student } from './student.ts';

/** Pauses a p5 page, plays one frame more, and lets it go on. */
async function expectPauseAndStep(page: Page): Promise<void> {
	const inside = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
	const countDrawnFrames = () =>
		inside.locator('body').evaluate(async () => {
			const readFrameCount = () => (globalThis as unknown as { frameCount: number }).frameCount;
			const countBefore = readFrameCount();
			await new Promise((resolve) => AbortSignal.timeout(100).addEventListener('abort', resolve));
			return { count: readFrameCount(), drawn: readFrameCount() - countBefore };
		});
	await page.getByRole('button', { name: 'Mettre en pause' }).click();
	await expect.poll(async () => (await countDrawnFrames()).drawn).toBe(0);
	const { count } = await countDrawnFrames();
	await page.getByRole('button', { name: 'Une image de plus' }).click();
	await expect.poll(async () => (await countDrawnFrames()).count).toBe(count + 1);
	await page.getByRole('button', { name: 'Jouer la scène' }).click();
	await expect.poll(async () => (await countDrawnFrames()).drawn).toBeGreaterThan(0);
}

async function beginSketch(page: Page): Promise<Student> {
	await page.goto('/fr/projects/new');
	await expect(page.getByLabel('En direct')).toBeChecked();
	await page.locator('.editor[data-ready]').waitFor();
	return new Student(page, 'mouse');
}

test(
	'a sketch needs no import and no export, and its last picture is its cover',
	{ tag: '@soak' },
	async ({ page }) => {
		const student = await beginSketch(page);
		await student.replaceWholeFile(
			'let speed = createVector(1, 0);\nfunction setup() {\nrectMode(CENTER);\ndescribe("Un carré rouge avance.");\n}\n' +
				'function draw() {\nbackground(240);\nfill("red");\nrect(frameCount * speed.x, height / 2, 80, 80);\n}'
		);
		await expect(page.locator('.description')).toContainText('Un carré rouge avance.');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Image', exact: true }).click()
		]);
		const file = await readFile(await download.path());
		expect(file.subarray(1, 4).toString()).toBe('PNG');
		// The picture's width, read from the head of the PNG file: https://www.w3.org/TR/png/#11IHDR
		expect(file.readUInt32BE(16)).toBeGreaterThan(100);
		await student.waitUntilSaved();
		await expect.poll(() => readStoredCoverDescriptions(page)).toEqual(['Un carré rouge avance.']);
		await page.goto('/fr/projects');
		await expect(page.getByRole('img', { name: 'Un carré rouge avance.' })).toBeVisible();
	}
);

test('a sketch gets new random numbers in each run, unless it sets a seed', { tag: '@soak' }, async ({ page }) => {
	const student = await beginSketch(page);
	const readRandomNumber = async (word: string, line: string): Promise<string> => {
		await student.replaceWholeFile(`${line}\nconsole.log("${word} " + random());`);
		await expect(page.getByRole('log')).toContainText(word);
		return (await page.getByRole('log').innerText()).replace(word, '');
	};
	expect(await readRandomNumber('one', '')).not.toBe(await readRandomNumber('two', ''));
	expect(await readRandomNumber('three', 'randomSeed(7);')).toBe(await readRandomNumber('four', 'randomSeed(7);'));
});

test('a piece of the kit that is not imported is imported with one click', { tag: '@soak' }, async ({ page }) => {
	const student = await beginSketch(page);
	await student.replaceWholeFile('function draw() {\nshelf;\n}');
	const problem = page.locator('#code [role="status"] li').first();
	await problem.getByRole('button', { name: 'Importer shelf' }).click();
	await expect(page.locator('.view-lines')).toContainText('braise/scene');
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
});

test('a name of the kit is suggested while it is typed, and brings its import', { tag: '@soak' }, async ({ page }) => {
	const student = await beginSketch(page);
	await student.replaceWholeFile('function draw() {\n}\n');
	await student.waitForTypeScript();
	await page.keyboard.type('shel');
	await page.locator('.suggest-widget').getByText('shelf', { exact: true }).first().click();
	await expect(page.locator('.view-lines')).toContainText("import { shelf } from 'braise/scene';");
});

test('a p5 sketch runs unchanged, reads a table, and runs offline from its take-home file', async ({ page }) => {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: /p5\.js/ }).click();
	const student = new Student(page, 'mouse');
	await page.locator('.editor[data-ready]').waitFor();
	await page.getByRole('button', { name: 'Ajouter un fichier' }).click();
	await page.keyboard.type('goals.csv');
	await page.keyboard.press('Enter');
	await student.replaceWholeFile('team,goals\nLyon,3\nNice,5\n');
	await page.getByRole('tab', { name: 'main.ts' }).click();
	await student.replaceWholeFile(
		'let table;\nlet bubbles = [];\nasync function setup() {\ncreateCanvas(300, 200);\ncolorMode(HSB);\nnoStroke();\n' +
			"table = await loadTable('goals.csv', ',', 'header');\nbubbles.push(createVector(50, 50));\nstoreItem('best', 7);\n" +
			"console.log('rows ' + table.getRowCount() + ', best ' + getItem('best'));\n}\n" +
			'function draw() {\nbackground(40, 10, 100);\nfill(20, 80, 90);\nfor (const b of bubbles) circle(b.x, b.y, 40);\n}'
	);
	await student.runProgram();
	await expect(page.getByRole('log')).toContainText('rows 2, best 7');
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	await expectPauseAndStep(page);
	const lines: string[] = [];
	const home = await openDownloadedProjectOffline(page, (opened) => {
		opened.on('console', (message) => lines.push(message.text()));
		opened.on('pageerror', (error) => lines.push(`error: ${error.message}`));
	});
	await expect(home.locator('canvas')).toHaveCSS('width', '300px');
	await expect.poll(() => lines).toContain('rows 2, best 7');
	expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
});

test(
	'a drawing written for p5.js becomes a project with p5.js in one click, and has a cover',
	{ tag: '@soak' },
	async ({ page }) => {
		const pageFrame = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		const student = await beginSketch(page);
		await student.replaceWholeFile(
			'let slider;\nfunction setup() {\ncreateCanvas(300, 200);\nslider = createSlider(0, 255, 90);\n}\n' +
				'function draw() {\nbackground(slider.value());\n}'
		);
		await page.getByRole('button', { name: 'En faire un projet avec p5.js' }).click();
		await expect(pageFrame.getByRole('slider')).toHaveValue('90');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		await student.waitUntilSaved();
		await expect.poll(() => readStoredCoverDescriptions(page)).toHaveLength(1);
	}
);

test('a library’s names are known once the page asks for its script', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: /^Une page/ }).click();
	const student = new Student(page, 'mouse');
	await page.locator('.editor[data-ready]').waitFor();
	await page.getByRole('tab', { name: 'index.html' }).click();
	await student.replaceWholeFile('<body><script src="p5.js"></script></body>');
	await page.getByRole('tab', { name: 'main.ts' }).click();
	await student.replaceWholeFile('function draw() {\ncircle(mouseX, 20, 10);\n}');
	await student.waitForTypeScript();
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
});

function createConsoleCollector(lines: string[]): (opened: Page) => void {
	return (opened) => opened.on('console', (message) => lines.push(message.text()));
}

test(
	'a game keeps its best score, also in the take-home file without a network',
	{ tag: '@soak' },
	async ({ page }) => {
		const student = await beginSketch(page);
		await student.replaceWholeFile(
			"let score = 0;\nlet best = getItem('best') ?? 0;\nconsole.log('begins with ' + best);\nfunction draw() {\nbackground(255);\n}\n" +
				"function mousePressed() {\nscore = score + 1;\nif (score > best) {\nbest = score;\nstoreItem('best', best);\n}\nconsole.log('best ' + best);\n}"
		);
		await expect(page.getByRole('log')).toContainText('begins with 0');
		await page.locator('.picture .frame').click();
		await page.locator('.picture .frame').click();
		await expect(page.getByRole('log')).toContainText('best 2');
		// The stored value arrives a moment after the line in the console.
		await page.getByRole('button', { name: 'Mémoire', exact: true }).click();
		await expect(page.getByRole('dialog').getByRole('row', { name: 'best' })).toContainText('2');
		await page.keyboard.press('Escape');
		const lines: string[] = [];
		const home = await openDownloadedProjectOffline(page, createConsoleCollector(lines));
		await expect.poll(() => lines).toContain('begins with 2');
		for (const best of ['best 2', 'best 2', 'best 3']) {
			await home.locator('canvas').click();
			await expect.poll(() => lines.at(-1)).toBe(best);
		}
	}
);

test('a chart shows a table of the project, also in the take-home file', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: /Un graphique/ }).click();
	const student = new Student(page, 'mouse');
	await page.locator('.editor[data-ready]').waitFor();
	await page.getByRole('button', { name: 'Ajouter un fichier' }).click();
	await page.keyboard.type('waste.csv');
	await page.keyboard.press('Enter');
	await student.replaceWholeFile('day,kilos\nlundi,12\nmardi,9\n');
	await page.getByRole('tab', { name: 'main.ts' }).click();
	await student.replaceWholeFile(
		"import table from './waste.csv';\nconst rows = table.trim().split('\\n').slice(1).map((line) => line.split(','));\n" +
			"const kilos = rows.map((row) => Number(row[1]));\nconsole.log('kilos ' + kilos.join(' and '));\n" +
			"new Chart('chart', { type: 'bar', data: { labels: rows.map((row) => row[0]), datasets: [{ label: 'kg', data: kilos }] } });"
	);
	await student.runProgram();
	await expect(page.getByRole('log')).toContainText('kilos 12 and 9');
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	const lines: string[] = [];
	const home = await openDownloadedProjectOffline(page, createConsoleCollector(lines));
	await expect.poll(() => lines).toContain('kilos 12 and 9');
	await expect(home.locator('canvas')).toBeVisible();
});

test(
	'the beginnings with a chart and with falling objects run with their libraries and without problems',
	{ tag: '@soak' },
	async ({ page }) => {
		const pageFrame = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		const hasOrangePixel = () =>
			pageFrame.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
				// Before the page is laid out, a chart has no pixel to read.
				if (canvas.width === 0 || canvas.height === 0) return false;
				const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
				return data.some((red, at) => at % 4 === 0 && red === 242 && data[at + 1] === 107 && data[at + 2] === 33);
			});
		for (const name of [/Un graphique/, /Des objets qui tombent/]) {
			await page.goto('/fr/projects');
			await page.getByRole('link', { name }).click();
			await new Student(page, 'mouse').waitForTypeScript();
			await new Student(page, 'mouse').runProgram();
			await expect.poll(hasOrangePixel).toBe(true);
			await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
			await expect(page.getByRole('log')).toBeEmpty();
		}
	}
);

test('a rhythm is heard after a click in its picture, and a mute is remembered', { tag: '@soak' }, async ({ page }) => {
	const startedCount = await startCountingSounds(page);
	const picture = page.frameLocator('.picture iframe').frameLocator('iframe').locator('body');
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: /Un rythme/ }).click();
	const soundHint = page.getByText('Clique sur l’image pour entendre le son.');
	await expect(soundHint).toBeVisible();
	expect(startedCount()).toBe(0);
	await page.locator('.picture .frame').click();
	await expect.poll(() => measureLoudness(picture)).toBeGreaterThan(0.05);
	await expect(soundHint).toBeHidden();
	await page.getByRole('button', { name: 'Couper le son' }).click();
	await expect.poll(() => measureLoudness(picture)).toBe(0);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Remettre le son' })).toBeVisible();
	await expect(soundHint).toBeHidden();
	await page.getByRole('button', { name: 'Remettre le son' }).click();
	await page.locator('.picture .frame').click();
	await expect.poll(() => measureLoudness(picture)).toBeGreaterThan(0.05);

	const home = await openDownloadedProjectOffline(page, startCountingSounds);
	await home.locator('canvas').click();
	await expect.poll(() => measureLoudness(home.locator('body'))).toBeGreaterThan(0.05);
});

test(
	'an instrument made with Tone.js plays in the workbench and in the take-home file',
	{ tag: '@soak' },
	async ({ page }) => {
		await startCountingSounds(page);
		const pageFrame = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		await page.goto('/fr/projects');
		await page.getByRole('link', { name: /Un instrument/ }).click();
		await new Student(page, 'mouse').waitForTypeScript();
		await pageFrame.getByRole('button', { name: 'sol' }).click();
		await expect.poll(() => measureLoudness(pageFrame.locator('body'))).toBeGreaterThan(0.05);
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		await expect(page.getByRole('log')).toBeEmpty();
		const home = await openDownloadedProjectOffline(page, startCountingSounds);
		await home.getByRole('button', { name: 'la', exact: true }).click();
		await expect.poll(() => measureLoudness(home.locator('body'))).toBeGreaterThan(0.05);
	}
);

test(
	'a ready beginning plays, has no problem, and its text comes only once it is chosen',
	{ tag: '@soak' },
	async ({ page }) => {
		const texts: string[] = [];
		page.on('response', async (response) => {
			const text = response.url().endsWith('.js') ? await response.text().catch(() => '') : '';
			if (text.includes('newEmber')) texts.push(response.url());
		});
		await page.goto('/fr/projects');
		const gallery = page.getByRole('region', { name: 'Ou commence par quelque chose' });
		await expect(gallery.getByRole('link')).toHaveCount(12);
		await page.waitForLoadState('networkidle');
		expect(texts).toEqual([]);
		await gallery.getByRole('link', { name: 'Des braises' }).click();
		await expect(page.locator('.description')).toContainText('Des braises montent');
		expect(texts).toHaveLength(1);
		await expect(page.getByLabel('Nom du projet')).toHaveValue('Des braises');
		await new Student(page, 'mouse').waitForTypeScript();
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	}
);

test('an idea is found, seen and inserted by keyboard alone', { tag: '@soak' }, async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await beginSketch(page);
	const student = new Student(page, 'keyboard');
	await student.moveFocusTo(page.getByRole('button', { name: 'Idées' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('searchbox', { name: 'Chercher une idée' })).toBeFocused();
	await page.keyboard.type('etoile');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('button', { name: 'Un ciel étoilé' })).toBeFocused();
	await expect(page.locator('.ideas [data-drawn]')).toHaveAttribute('data-drawn', 'starry-sky');
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Enter');
	await expect(student.editor).toBeFocused();
	await expect(page.locator('.view-lines')).toContainText('const star of stars');
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	await page.keyboard.press('Enter');
	await page.keyboard.type("describe('Des étoiles.');");
	await expect(page.locator('.description')).toContainText('Des étoiles.');
});

test(
	'on a telephone the ideas cover the screen, and close once an idea is chosen',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 640 });
		const student = await beginSketch(page);
		await page.getByRole('button', { name: 'Idées' }).click();
		const sheet = page.getByRole('dialog', { name: 'Que puis-je dessiner' });
		await expect(sheet.locator('[data-drawn="disc"]')).toBeInViewport({ ratio: 1 });
		expect((await sheet.boundingBox())?.height).toBe(640);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await sheet.getByRole('button', { name: 'Une étagère' }).click();
		await expect(sheet).toHaveCount(0);
		await expect(student.editor).toBeFocused();
		await expect(page.locator('.view-lines')).toContainText('shelf({');
	}
);

test(
	'an idea is inserted into a page project, and its ticked box stays ticked after another run',
	{ tag: '@soak' },
	async ({ page }) => {
		const pageFrame = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		await page.goto('/fr/projects');
		await page.getByRole('link', { name: /^Ou avec une page/ }).click();
		await expect(page.getByLabel('Qui ?')).toBeVisible();
		await page.locator('.editor[data-ready]').waitFor();
		await page.getByRole('button', { name: 'Idées' }).click();
		await page.getByRole('searchbox').fill('cocher');
		await page.getByRole('button', { name: 'Une case qui reste cochée' }).click();
		await expect(page.getByRole('tab', { name: 'main.ts' })).toHaveAttribute('aria-selected', 'true');
		await new Student(page, 'mouse').runProgram();
		await pageFrame.getByRole('checkbox').check();
		await new Student(page, 'mouse').runProgram();
		await expect(pageFrame.getByRole('checkbox')).toBeChecked();
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	}
);

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test, type FrameLocator, type Locator, type Page } from '../test.ts';
import { createTestWav } from '#lib/domain/own-file/testing.ts';
import { startCountingSounds, countPlayingSoundFiles } from '../loudness.ts';
import { openDownloadedProjectOffline } from './project-pages.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { Student } from './student.ts';

const EXIF_TEXT = 'Exif\0\0 taken at 48.8566 N 2.3522 E with a telephone of mine';

/** Returns a photograph of one colour whose metadata names a place, as cameras write it. */
async function createPhoto(page: Page, width: number, height: number): Promise<Buffer> {
	const address = await page.evaluate(
		([width, height]) => {
			const canvas = document.createElement('canvas');
			Object.assign(canvas, { width, height });
			const context = canvas.getContext('2d');
			if (context === null) throw new Error('There is no canvas.');
			context.fillStyle = 'rgb(20, 160, 60)';
			context.fillRect(0, 0, width, height);
			return canvas.toDataURL('image/jpeg');
		},
		[width, height] as const
	);
	const jpeg = Buffer.from(address.split(',')[1] ?? '', 'base64');
	const length = Buffer.from([0, EXIF_TEXT.length + 2]);
	const note = Buffer.concat([Buffer.from([0xff, 0xe1]), length, Buffer.from(EXIF_TEXT, 'latin1')]);
	return Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2)]);
}

/** Returns a few bytes that claim to be a picture of 60,000 by 60,000 pixels. */
function createPictureBomb(): Buffer {
	const headerBytes = Buffer.alloc(13);
	headerBytes.writeUInt32BE(60_000, 0);
	headerBytes.writeUInt32BE(60_000, 4);
	headerBytes.set([8, 0, 0, 0, 0], 8);
	const createPngChunk = (name: string, data: Buffer) => {
		const size = Buffer.alloc(4);
		size.writeUInt32BE(data.length);
		return Buffer.concat([size, Buffer.from(name), data, Buffer.alloc(4)]);
	};
	const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		start,
		createPngChunk('IHDR', headerBytes),
		createPngChunk('IDAT', deflateSync(Buffer.alloc(100_000)))
	]);
}

/** Films a canvas of this size for a moment. */
async function createFilm(page: Page, width: number, height: number): Promise<Buffer> {
	const bytes = await page.evaluate(
		async ([width, height]) => {
			const canvas = Object.assign(document.createElement('canvas'), { width, height });
			const context = canvas.getContext('2d');
			const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
			const parts: Blob[] = [];
			recorder.ondataavailable = ({ data }) => void parts.push(data);
			recorder.start();
			for (let frame = 0; frame < 20; frame++) {
				context?.fillRect(frame, frame, 4, 4);
				await new Promise((resolve) => requestAnimationFrame(resolve));
			}
			await new Promise((resolve) => {
				recorder.onstop = resolve;
				recorder.stop();
			});
			return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
		},
		[width, height] as const
	);
	return Buffer.from(bytes);
}

const FONT_PATH =
	'node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2';
/** Less than half a second of AAC, whose title is Noor. */
const TELEPHONE_SOUND_BYTES = readFileSync('tests/fixtures/note.m4a');
const MODEL_FILE_BYTES = Buffer.from('# a roof\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n');

async function beginProject(page: Page, way: RegExp): Promise<Student> {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: way }).click();
	await page.locator('.editor[data-ready]').waitFor();
	return new Student(page, 'mouse');
}

const locateOwnFilesButton = (page: Page) => page.getByRole('button', { name: /^Mes fichiers/ });
const locateFilesSheet = (page: Page) => page.getByRole('dialog', { name: 'Les fichiers de ce projet' });

async function chooseFiles(page: Page, ...files: [name: string, mimeType: string, buffer: Buffer][]): Promise<void> {
	const input = page.locator('[data-own-files]');
	await input.setInputFiles(files.map(([name, mimeType, buffer]) => ({ name, mimeType, buffer })));
}

async function readDownload(page: Page, name: string): Promise<Buffer> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
	return readFile(await download.path());
}

const isPixelGreen = (canvas: Locator, x: number, y: number) =>
	canvas.evaluate(
		(element: HTMLCanvasElement, [x, y]) => {
			const [red = 255, green = 0] = element.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
			return green > red + 60;
		},
		[x, y] as const
	);

test(
	'a photograph is added, drawn by one click, exported without location metadata, and taken home',
	{ tag: '@soak' },
	async ({ page, context }) => {
		await beginProject(page, /dessin qui bouge/);
		await locateOwnFilesButton(page).click();
		await chooseFiles(page, ['Été à Nîmes.JPG', 'image/jpeg', await createPhoto(page, 2400, 1200)]);
		const sheet = locateFilesSheet(page);
		await expect(sheet).toContainText('réduite, elle faisait 2400 × 1200');
		await sheet.getByRole('radio', { name: 'Quelqu’un d’autre l’a fait' }).check();
		await sheet.getByLabel('Où l’as-tu trouvé').fill('ma tante');
		await sheet.getByLabel('Qu’as-tu le droit d’en faire').selectOption('permission');
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		const row = sheet.getByRole('listitem').filter({ hasText: 'ete-a-nimes.jpg' });
		await expect(row).toContainText('1600 × 800 pixels');
		await expect(row).toContainText('Trouvé : ma tante · avec l’accord de qui l’a fait');
		await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 1600);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await row.getByRole('button', { name: 'Dessiner' }).click();
		await expect(sheet).toHaveCount(0);
		await expect(page.locator('.view-lines')).toContainText("eteANimes = loadImage('ete-a-nimes.jpg')");
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		await expect(page.getByRole('tab', { name: /nimes/ })).toHaveCount(0);

		const entries = unzipSync(await readDownload(page, 'Exporter'));
		const picture = Buffer.from(entries['ete-a-nimes.jpg'] ?? []);
		expect(picture.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
		expect(picture.includes('Exif') || picture.includes('48.8566')).toBe(false);
		expect(Buffer.from(entries['braise.json'] ?? []).toString()).toContain('ma tante');

		const home = test.info().outputPath('home.html');
		const { writeFile } = await import('node:fs/promises');
		const homeFile = await readDownload(page, 'Emporter');
		expect(homeFile.toString()).toContain('ete-a-nimes.jpg – Trouvé : ma tante · avec l’accord de qui l’a fait');
		await writeFile(home, homeFile);
		await context.setOffline(true);
		const alone = await context.newPage();
		await alone.goto(`file://${home}`);
		await expect.poll(() => isPixelGreen(alone.locator('canvas'), 60, 60)).toBe(true);
		await context.setOffline(false);

		await page.reload();
		await expect(locateOwnFilesButton(page)).toHaveText('Mes fichiers (1)');
		await locateOwnFilesButton(page).click();
		await sheet.getByRole('button', { name: 'Enlever ete-a-nimes.jpg' }).click();
		await expect(sheet).toContainText('Il n’y a encore ni image ni son');
		await sheet.getByRole('button', { name: 'Annuler' }).click();
		await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 1600);
	}
);

test('a sound is added, and plays in a sketch and in its take-home file', { tag: '@soak' }, async ({ page }) => {
	await startCountingSounds(page);
	const student = await beginProject(page, /dessin qui bouge/);
	await locateOwnFilesButton(page).click();
	const sheet = locateFilesSheet(page);
	const bellSound = Buffer.from(createTestWav(1000));
	await chooseFiles(
		page,
		['Ding dong.wav', 'audio/wav', bellSound],
		['note.m4a', 'audio/mp4', Buffer.from('\0\0\0\x18ftypM4A ')],
		['vide.mp3', 'audio/mpeg', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0])],
		['long.wav', 'audio/wav', Buffer.from(createTestWav(80_000))]
	);
	const refusals = sheet.getByRole('alert');
	await expect(refusals.nth(0)).toContainText('« note.m4a » n’est pas un son que Braise sait ouvrir');
	await expect(refusals.nth(1)).toContainText('« vide.mp3 » est abîmé');
	await expect(refusals.nth(2)).toContainText('« long.wav » est trop lourd');
	await sheet.getByRole('radio', { name: 'C’est moi qui l’ai fait' }).check();
	await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
	// Where the browser can play it, a telephone's sound is added without its metadata on place and maker.
	await chooseFiles(page, ['Note 1.m4a', 'audio/x-m4a', TELEPHONE_SOUND_BYTES]);
	const playsM4a = await page.evaluate(() => new Audio().canPlayType('audio/mp4; codecs="mp4a.40.2"') !== '');
	if (playsM4a) {
		await sheet.getByRole('radio', { name: 'C’est moi qui l’ai fait' }).check();
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		await expect(sheet.getByRole('listitem').filter({ hasText: 'note-1.m4a' })).toContainText('Fait par toi');
	} else await expect(refusals.last()).toContainText('ne sait pas jouer un m4a');
	const row = sheet.getByRole('listitem').filter({ hasText: 'ding-dong.wav' });
	await expect(row).toContainText('Fait par toi');
	await expect(row.locator('audio')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await row.getByRole('button', { name: 'Insérer' }).click();
	await expect(page.locator('.view-lines')).toContainText("dingDong = loadSound('ding-dong.wav')");
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);

	// A loop plays on until it is muted, and ends with the program.
	await student.replaceWholeFile(
		"const bell = loadSound('ding-dong.wav');\nbell.loop();\nfunction draw() { background(250); }"
	);
	const picture = page.frameLocator('.picture iframe').frameLocator('iframe').locator('body');
	await page.locator('.picture .frame').click();
	await expect.poll(() => countPlayingSoundFiles(picture)).toBe(1);
	await page.getByRole('button', { name: 'Couper le son' }).click();
	await expect.poll(() => countPlayingSoundFiles(picture)).toBe(0);
	await page.getByRole('button', { name: 'Remettre le son' }).click();
	await expect.poll(() => countPlayingSoundFiles(picture)).toBe(1);
	await page.getByRole('button', { name: 'Arrêter' }).click();
	await expect.poll(() => countPlayingSoundFiles(picture)).toBe(0);

	const entries = unzipSync(await readDownload(page, 'Exporter'));
	expect(Buffer.from(entries['ding-dong.wav'] ?? [])).toEqual(bellSound);
	if (playsM4a) {
		expect(entries['note-1.m4a']).toHaveLength(TELEPHONE_SOUND_BYTES.length);
		expect(Buffer.from(entries['note-1.m4a'] ?? []).includes('Noor')).toBe(false);
	}
	const alone = await openDownloadedProjectOffline(page, startCountingSounds);
	await alone.locator('canvas').click();
	await expect.poll(() => countPlayingSoundFiles(alone.locator('body'))).toBe(1);
});

test(
	'a page gets the code for its sound file, and plays the sound, also in the take-home file',
	{ tag: '@soak' },
	async ({ page }) => {
		await startCountingSounds(page);
		const student = await beginProject(page, /^Une page/);
		await locateOwnFilesButton(page).click();
		const sheet = locateFilesSheet(page);
		await chooseFiles(page, ['bell.wav', 'audio/wav', Buffer.from(createTestWav(10_000))]);
		await sheet.getByRole('radio', { name: 'C’est moi qui l’ai fait' }).check();
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		await sheet.getByRole('button', { name: 'Insérer bell.wav' }).click();
		await expect(page.locator('.view-lines')).toContainText('bell.controls');
		await student.runProgram();
		const inside = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		await expect(inside.locator('audio[controls]')).toHaveAttribute('src', /^blob:/);
		await student.replaceWholeFile(
			"const bell = new Audio('bell.wav');\nconst button = document.createElement('button');\nbutton.textContent = 'Dring';\n" +
				"button.addEventListener('click', () => { bell.play(); });\ndocument.body.append(button);"
		);
		await student.runProgram();
		await inside.getByRole('button', { name: 'Dring' }).click();
		await expect.poll(() => countPlayingSoundFiles(inside.locator('body'))).toBe(1);
		const alone = await openDownloadedProjectOffline(page, startCountingSounds);
		await alone.getByRole('button', { name: 'Dring' }).click();
		await expect.poll(() => countPlayingSoundFiles(alone.locator('body'))).toBe(1);
	}
);

test(
	'a page loads its own font, film and model by paths in other folders; a sketch refuses models',
	{ tag: '@soak' },
	async ({ page }) => {
		await beginProject(page, /dessin qui bouge/);
		await locateOwnFilesButton(page).click();
		const sheet = locateFilesSheet(page);
		const refusals = sheet.getByRole('alert');
		await chooseFiles(page, ['Toit.obj', 'model/obj', MODEL_FILE_BYTES]);
		await expect(refusals).toContainText('« Toit.obj » ne sert pas dans un dessin');

		const student = await beginProject(page, /p5\.js/);
		await locateOwnFilesButton(page).click();
		await chooseFiles(
			page,
			['Toit.obj', 'model/obj', MODEL_FILE_BYTES],
			['Ma_Police.woff2', 'font/woff2', await readFile(FONT_PATH)],
			['Vagues.webm', 'video/webm', await createFilm(page, 64, 32)],
			['vacances.mp4', 'video/mp4', Buffer.from('\0\0\0\x18ftypmp42')],
			['cassée.woff2', 'font/woff2', Buffer.from('wOF2 and nothing')]
		);
		await expect(refusals.nth(0)).toContainText('« vacances.mp4 » n’est pas un film que Braise sait ouvrir');
		await expect(refusals.nth(1)).toContainText('« cassée.woff2 » est abîmé');
		await sheet.getByRole('radio', { name: 'C’est moi qui les ai faits' }).check();
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		await expect(sheet.locator('.own-files li')).toHaveCount(3);
		await expect(sheet.getByRole('listitem').filter({ hasText: 'ma-police.woff2' })).toContainText('Fait par toi');
		await sheet.getByRole('button', { name: 'Fermer les fichiers' }).click();
		await student.replaceWholeFile(
			"let waves;\nlet isShown = false;\nasync function setup() {\ncreateCanvas(100, 100);\nconst roof = await loadModel('/assets/Toit.obj');\n" +
				"const letters = await loadFont('assets/Ma_Police.woff2');\n" +
				"console.log('corners ' + roof.vertices.length + ', font ' + letters.face.status);\n" +
				"waves = createVideo('https://example.org/Vagues.webm');\nwaves.hide();\n}\n" +
				// A film that is hidden and has not been played is drawn all the same.
				'function draw() {\nbackground(255);\nif (!waves || isShown) return;\nimage(waves, 0, 0);\nloadPixels();\n' +
				"isShown = pixels.some((part) => part < 200);\nif (isShown) console.log('film ' + waves.elt.videoWidth);\n}"
		);
		await student.runProgram();
		await expect(page.getByRole('log')).toContainText('corners 3, font loaded');
		await expect(page.getByRole('log')).toContainText('film 64');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		const lines: string[] = [];
		await openDownloadedProjectOffline(page, (opened) => opened.on('console', (message) => lines.push(message.text())));
		await expect.poll(() => lines).toEqual(expect.arrayContaining(['corners 3, font loaded', 'film 64']));
	}
);

test(
	'a sketch reads an added table by the line that Braise suggests, also in the take-home file',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/projects/new?begin=sketch');
		await page.locator('.editor[data-ready]').waitFor();
		await page.getByRole('button', { name: /^Mes fichiers/ }).click();
		const input = page.locator('input[data-own-files]');
		await input.setInputFiles({ name: 'Menu.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
		await expect(page.locator('.refusal')).toContainText('est un classeur');
		// A table as a French spreadsheet saves it: not in UTF-8, and with CRLF line ends.
		const table = Buffer.from('plat;restes\r\nPurée;3\r\nSalade;1\r\n', 'latin1');
		await input.setInputFiles({ name: 'Menu de mardi.csv', mimeType: 'text/csv', buffer: table });
		await expect(page.getByText("const menuDeMardiTable = loadTable('menu-de-mardi.csv', 'header');")).toBeVisible();
		await page.keyboard.press('Escape');
		await page.getByRole('tab', { name: 'menu-de-mardi.csv' }).click();
		await page.getByRole('button', { name: 'Voir en tableau' }).click();
		await expect(page.getByText("menuDeMardiTable.get(0, 'plat')")).toBeVisible();
		await page.getByRole('tab', { name: 'main.ts' }).click();
		const student = new Student(page, 'mouse');
		await student.replaceWholeFile(
			"const menuDeMardiTable = loadTable('menu-de-mardi.csv', 'header');\nfor (const plat of menuDeMardiTable.rows) console.log(plat.get('plat') + ' ' + plat.getNum('restes') * 2);\nfunction draw() {}"
		);
		await expect(page.getByRole('log')).toContainText('Purée 6');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		const lines: string[] = [];
		await openDownloadedProjectOffline(page, (opened) => opened.on('console', (message) => lines.push(message.text())));
		await expect.poll(() => lines).toContain('Purée 6');
	}
);

test(
	'broken, oversized and overly complex pictures are refused by name, and an SVG’s scripts never run',
	{ tag: '@soak' },
	async ({ page }) => {
		await beginProject(page, /dessin qui bouge/);
		const requestedAddresses: string[] = [];
		page.on('request', (request) => requestedAddresses.push(request.url()));
		await locateOwnFilesButton(page).click();
		const sheet = locateFilesSheet(page);
		const createNestedUses = (from: string, to: string) => `<g id="${to}">${`<use href="#${from}"/>`.repeat(10)}</g>`;
		const manyUses = ['a', 'b', 'c', 'd', 'e', 'f']
			.map((name, at) => createNestedUses(name, 'bcdefg'[at] ?? ''))
			.join('');
		const createNestedPattern = (name: string, next: string) =>
			`<pattern id="${name}" width="9" height="9" patternUnits="userSpaceOnUse">${`<rect width="9" height="9" fill="url(#${next})"/>`.repeat(10)}</pattern>`;
		const patterns = [...'abcdefgh'].map((name, at) => createNestedPattern(name, 'bcdefghi'[at] ?? '')).join('');
		await chooseFiles(
			page,
			['page.png', 'image/png', Buffer.from('<!doctype html><script>parent.hacked = 1</script>')],
			['bombe.png', 'image/png', createPictureBomb()],
			['coupee.png', 'image/png', createPictureBomb().subarray(0, 20)],
			[
				'rires.svg',
				'image/svg+xml',
				Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><rect id="a"/>${manyUses}</svg>`)
			],
			[
				'motifs.svg',
				'image/svg+xml',
				Buffer.from(
					`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${patterns}<pattern id="i" width="1" height="1"><circle r="1"/></pattern><g style="fill:url(#a)"><rect width="100" height="100"/></g></svg>`
				)
			],
			['entites.svg', 'image/svg+xml', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')]
		);
		const refusals = sheet.getByRole('alert');
		await expect(refusals).toHaveCount(6);
		await expect(refusals.nth(0)).toContainText('« page.png » n’est pas un fichier');
		await expect(refusals.nth(1)).toContainText('« bombe.png » a trop de pixels');
		await expect(refusals.nth(3)).toContainText('« rires.svg » est un dessin trop compliqué');
		await expect(refusals.nth(4)).toContainText('« motifs.svg » est un dessin trop compliqué');
		await expect(sheet).toContainText('Il n’y a encore ni image ni son');

		// An SVG drawing with a script and addresses is turned into pixels; the script does not run, and no address is fetched.
		const hostile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" onload="parent.hacked = 1">
		<script>parent.hacked = 1; fetch('/stolen')</script><style>@import url('/stolen.css');</style>
		<image href="/stolen.png" width="5" height="5"/><rect width="10" height="5" fill="green"/></svg>`;
		await chooseFiles(page, ['../../dessin.svg', 'image/svg+xml', Buffer.from(hostile)]);
		await sheet.getByRole('radio', { name: 'C’est moi qui l’ai fait' }).check();
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		await expect(sheet.getByRole('listitem')).toContainText('dessin.png');
		await expect(sheet.getByRole('listitem')).toContainText('800 × 400 pixels');
		expect(requestedAddresses.filter((address) => address.includes('stolen'))).toEqual([]);
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
	}
);

async function expectLoadedPictures(page: Page | FrameLocator): Promise<void> {
	for (const id of ['later', 'dense', 'chosen'])
		await expect(page.locator(`#${id}`)).toHaveJSProperty('naturalWidth', 40);
	await expect(page.locator('#film')).toHaveAttribute('poster', /^blob:/);
}

test(
	'a page shows a picture from inserted HTML, its program and p5, also in the take-home file',
	{ tag: '@soak' },
	async ({ page, context }) => {
		const student = await beginProject(page, /p5\.js/);
		await locateOwnFilesButton(page).click();
		await chooseFiles(page, ['chat.png', 'image/jpeg', await createPhoto(page, 40, 20)]);
		const sheet = locateFilesSheet(page);
		await sheet.getByRole('radio', { name: 'C’est moi qui l’ai fait' }).check();
		await sheet.getByRole('button', { name: 'Ajouter au projet' }).click();
		await sheet.getByRole('button', { name: 'Fermer les fichiers' }).click();
		await page.getByRole('tab', { name: 'main.ts' }).click();
		await student.replaceWholeFile(
			'let cat;\nasync function setup() {\ncreateCanvas(100, 100);\ncat = await loadImage("chat.jpg");\n' +
				'document.body.insertAdjacentHTML("beforeend", "<img id=later src=chat.jpg><img id=dense srcset=\'chat.jpg 1x\'>" +\n' +
				'"<picture><source srcset=chat.jpg><img id=chosen alt=chat></picture><video id=film poster=chat.jpg></video>");\n' +
				'const made = new Image();\nmade.src = "./chat.jpg";\nawait made.decode();\n' +
				'const answer = await fetch("chat.jpg");\n' +
				'console.log("widths " + cat.width + " " + made.naturalWidth + " " + answer.headers.get("content-type"));\n}\n' +
				'function draw() {\nimage(cat, 0, 0);\n}'
		);
		await student.runProgram();
		await expect(page.getByRole('log')).toContainText('widths 40 40 image/jpeg');
		await expect(page.getByRole('log')).not.toContainText('rien ne se charge d’Internet');
		const inside = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		await expectLoadedPictures(inside);
		const home = test.info().outputPath('home.html');
		const { writeFile } = await import('node:fs/promises');
		await writeFile(home, await readDownload(page, 'Emporter'));
		await context.setOffline(true);
		const exportedPage = await context.newPage();
		const lines: string[] = [];
		exportedPage.on('console', (message) => lines.push(message.text()));
		await exportedPage.goto(`file://${home}`);
		await expect.poll(() => lines).toContain('widths 40 40 image/jpeg');
		await expectLoadedPictures(exportedPage);
	}
);

test(
	'on a telephone, a picture is added and its origin given by keyboard alone',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 640 });
		await beginProject(page, /dessin qui bouge/);
		const student = new Student(page, 'keyboard');
		await student.press(locateOwnFilesButton(page));
		const sheet = locateFilesSheet(page);
		await chooseFiles(page, ['chat.jpg', 'image/jpeg', await createPhoto(page, 40, 20)]);
		await student.moveFocusTo(sheet.getByRole('radio').first());
		await page.keyboard.press('Space');
		await student.moveFocusTo(sheet.getByRole('button', { name: 'Ajouter au projet' }));
		await page.keyboard.press('Enter');
		await expect(sheet.getByRole('listitem')).toContainText('Fait par toi');
		expect(await findAccessibilityFaults(page)).toEqual([]);
		expect(await sheet.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
		await page.keyboard.press('Escape');
		await expect(locateOwnFilesButton(page)).toBeFocused();
	}
);

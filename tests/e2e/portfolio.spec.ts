import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '../test.ts';
import { createFrenchTextTranslator, type FrenchTextTranslator } from '../message-texts.ts';
import { readStoredCoverDescriptions } from './project-pages.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import type { Language } from './lesson.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const CHALLENGE_TITLES = { fr: 'Le parcmètre bavard', en: 'The talkative meter' };
const HOSTILE_PROJECT_NAME = '</title><img src=x onerror=alert(1)>';
const HOSTILE_POSITION = '<b>Personne</b> ne lit ma vie.';
const PORTFOLIO_SENTENCES = ['Compter, c’est déjà "choisir".', '</script><script>document.title = "broken"</script>'];

async function takeMeterPosition(page: Page, language: Language, { translate }: FrenchTextTranslator): Promise<void> {
	const student = new Student(page, 'mouse');
	await page.goto(`/${language}/challenges/horodateur`);
	await page.getByRole('button', { name: translate('Je connais déjà') }).click();
	await expect(student.locateStep('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.runProgram();
	await student.waitUntilAllPassed();
	await student.goToNextStep();
	await student.skipStretch();
	await expect(student.locateStep('decide')).toBeVisible();
	await student.takePosition(HOSTILE_POSITION);
	await student.waitUntilSaved();
}

async function drawSquareInProject(page: Page, language: Language, { translate }: FrenchTextTranslator): Promise<void> {
	const student = new Student(page, 'mouse');
	await page.goto(`/${language}/projects/new`);
	await page.getByLabel(translate('Nom du projet')).fill(HOSTILE_PROJECT_NAME);
	await student.replaceWholeFile(
		"describe('Un carré rouge.');\nfunction draw() {\nbackground(250);\nfill('red');\nrect(20, 20, 60, 60);\n}"
	);
	await student.waitUntilSaved();
	// The picture is taken once the sketch has played for a moment.
	await expect.poll(() => readStoredCoverDescriptions(page)).toContain('Un carré rouge.');
}

for (const language of ['fr', 'en'] as const) {
	test(
		`a portfolio is picked, written and ordered by keyboard, and opens as one file, ${language}`,
		{ tag: '@soak' },
		async ({ page, context }) => {
			const texts = createFrenchTextTranslator(language);
			const { translate } = texts;
			await takeMeterPosition(page, language, texts);
			await drawSquareInProject(page, language, texts);

			const student = new Student(page, 'keyboard');
			await page.goto(`/${language}/projects`);
			await student.press(page.getByRole('link', { name: translate('Mon portfolio') }));
			const pickedTitles = [HOSTILE_PROJECT_NAME, CHALLENGE_TITLES[language]];
			for (const title of pickedTitles) {
				const pickCheckbox = page.getByRole('checkbox', { name: title, exact: true });
				await student.moveFocusTo(pickCheckbox);
				await page.keyboard.press('Space');
				await expect(pickCheckbox).toBeChecked();
			}
			const sentenceFields = page.locator('[data-order] textarea');
			for (const [at, sentence] of [...PORTFOLIO_SENTENCES].reverse().entries()) {
				await student.moveFocusTo(sentenceFields.nth(at));
				await page.keyboard.type(sentence);
			}
			await expect(page.locator('[data-order] h3')).toHaveText(pickedTitles);
			const up = page.getByRole('button', { name: translate(`Monter « ${CHALLENGE_TITLES[language]} »`) });
			await student.moveFocusTo(up);
			await page.keyboard.press('Enter');
			await expect(page.locator('[data-order] h3')).toHaveText([CHALLENGE_TITLES[language], HOSTILE_PROJECT_NAME]);
			// At the top of the list the button that was pressed does nothing more, so the focus is on its neighbour.
			await expect(
				page.getByRole('button', { name: translate(`Descendre « ${CHALLENGE_TITLES[language]} »`) })
			).toBeFocused();
			expect(await findAccessibilityFaults(page)).toEqual([]);

			await page.reload();
			await expect(page.locator('[data-order] h3')).toHaveText([CHALLENGE_TITLES[language], HOSTILE_PROJECT_NAME]);
			await expect(sentenceFields.first()).toHaveValue(PORTFOLIO_SENTENCES[0] ?? '');
			await expect(page.locator('[data-size]')).toHaveAttribute('data-size', /^\d{5,6}$/);
			await student.moveFocusTo(page.getByLabel(translate('Ton nom dans le fichier')));
			await page.keyboard.type('Léa & Cie');
			const download = page.getByRole('button', { name: translate('Télécharger le portfolio') });
			const [file] = await Promise.all([page.waitForEvent('download'), student.press(download)]);
			expect(file.suggestedFilename()).toBe('portfolio.html');
			const path = test.info().outputPath('portfolio.html');
			await file.saveAs(path);
			expect(await readFile(path, 'utf8')).not.toMatch(/<script|<img src=x/);
			expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Léa');

			await context.setOffline(true);
			const home = await context.newPage();
			const requestsAndDialogs: string[] = [];
			home.on('request', (request) => requestsAndDialogs.push(request.url()));
			home.on('dialog', (dialog) => requestsAndDialogs.push(dialog.message()));
			await home.goto(`file://${path}`);
			await expect(home).toHaveTitle('Portfolio · Léa & Cie');
			await expect(home.locator('h1')).toHaveText('Léa & Cie');
			const [meter, square] = [home.locator('article').nth(0), home.locator('article').nth(1)];
			await expect(meter.locator('h2')).toHaveText(CHALLENGE_TITLES[language]);
			await expect(meter).toContainText('Nadia Kerven');
			await expect(meter.locator('.decision')).toContainText(HOSTILE_POSITION);
			await expect(meter.locator('.sentence')).toContainText(PORTFOLIO_SENTENCES[0] ?? '');
			await meter.locator('summary').click();
			await expect(meter.locator('pre')).toContainText(['return halfHours(minutes) * 50;']);
			await expect(square.locator('h2')).toHaveText(HOSTILE_PROJECT_NAME);
			await expect(square.locator('.sentence')).toContainText(PORTFOLIO_SENTENCES[1] ?? '');
			for (const article of [meter, square])
				await expect
					.poll(() => article.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
					.toBeGreaterThan(100);
			await expect(square.getByRole('img', { name: 'Un carré rouge.' })).toBeVisible();
			expect(await findAccessibilityFaults(home)).toEqual([]);
			expect(requestsAndDialogs.filter((address) => !/^(?:file|data):/.test(address))).toEqual([]);
		}
	);
}

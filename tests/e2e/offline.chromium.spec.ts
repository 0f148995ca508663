import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { expect, test, type Page } from '../test.ts';
import { findBuildToServe } from '../../scripts/builds.ts';
import { fileReferencesIn } from '#lib/offline/references.ts';
import { waitUntilFrameCanOpenOffline, waitUntilCanOpenOffline, machineTest } from './machine.ts';
import { signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

test.use({ serviceWorkers: 'allow' });

async function dismissDialog(page: Page): Promise<void> {
	await page.getByRole('dialog').getByRole('button').first().click();
}

test('the service worker recognises the names of all built files, and no others', async () => {
	const client = join(findBuildToServe() ?? '', 'client');
	const files = (await readdir(join(client, '_app', 'immutable'), { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
		.map((entry) => '/' + relative(client, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
	expect(fileReferencesIn(files.map((file) => `"${file}"`).join('\n'), '/fr').sort()).toEqual(files.sort());
	for (const file of files.filter((name) => /\.(?:js|css)$/.test(name))) {
		expect(files).toEqual(expect.arrayContaining(fileReferencesIn(await readFile(join(client, file), 'utf8'), file)));
	}
});

machineTest('a challenge is worked through without a network, over a restart of the browser', async ({ machine }) => {
	const { page, context } = await machine.openBrowser();
	const student = new Student(page, 'mouse');
	await page.goto(`${machine.address}/fr/challenges/horodateur`);
	await expect(page.locator('.description')).toContainText('20');
	await student.goToNextStep();
	await student.answer('30');
	await expect(page.locator('.fact dd')).toHaveText('60');
	await student.goToNextStep();
	await student.waitUntilSaved();
	await waitUntilFrameCanOpenOffline(page);

	await machine.cutNetwork(context);
	await page.reload();
	await dismissDialog(page);
	await student.setDial('freeMinutes', 20);
	await student.setDial('centsPerMinute', 5);
	await student.waitUntilAllPassed();
	await student.waitUntilSaved();
	await context.close();

	const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
	const studentAgain = new Student(reopenedPage, 'mouse');
	await reopenedPage.goto(`${machine.address}/fr/challenges/horodateur`);
	await dismissDialog(reopenedPage);
	await expect(studentAgain.locateStep('tune')).toBeVisible();
	await studentAgain.goToNextStep();
	await studentAgain.placeLines(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);
	await studentAgain.runProgram();
	await studentAgain.waitUntilAllPassed();
	await studentAgain.goToNextStep();
	// The editor works without a network, too, with TypeScript and the explanations.
	await studentAgain.replaceLastReturn('return halfHours(minutes) * 50;');
	await studentAgain.runProgram();
	await studentAgain.waitUntilAllPassed();
	await studentAgain.waitUntilSaved();
	await expect(reopenedPage.locator('[data-typescript="ready"]')).toBeVisible();

	// A page that was never opened says so, with links to pages that were.
	await reopenedPage.goto(`${machine.address}/fr/challenges`);
	await expect(reopenedPage.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau');
	await reopenedPage.getByRole('link', { name: 'Le parcmètre bavard' }).click();
	await dismissDialog(reopenedPage);
	await expect(studentAgain.locateStep('build')).toBeVisible();

	await machine.mendNetwork(laterContext);
	await reopenedPage.goto(`${machine.address}/fr/challenges`);
	await expect(reopenedPage.getByRole('heading', { level: 1 })).toHaveText('Les défis');
	await reopenedPage.goto(`${machine.address}/fr/challenges/horodateur`);
	await dismissDialog(reopenedPage);
	await expect(studentAgain.locateStep('build')).toBeVisible();
});

machineTest(
	'a project can be continued offline, also after a restart of the browser',
	{ tag: '@soak' },
	async ({ machine }) => {
		const { page, context } = await machine.openBrowser();
		const writeLine = async (on: Page, line: string) => {
			await expect(on.locator('.editor[data-ready]')).toBeVisible();
			await on.locator('.view-lines').click();
			await on.keyboard.press('Control+End');
			await on.keyboard.type(line, { delay: 20 });
			await on.keyboard.press('Control+Enter');
		};
		await page.goto(`${machine.address}/fr/projects`);
		await page.getByRole('link', { name: /dessin qui bouge/ }).click();
		await writeLine(page, "console.log('avec');");
		await expect(page.getByRole('log')).toContainText('avec');
		await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
		await waitUntilFrameCanOpenOffline(page);

		await machine.cutNetwork(context);
		await page.reload();
		await writeLine(page, "\nconsole.log('sans');");
		await expect(page.getByRole('log')).toContainText('sans');
		await expect(page.locator('[data-saved="saved"]')).toBeVisible();
		const address = page.url();
		await context.close();

		const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
		// Opens the start page, as a student does who has not stored the project's address.
		await reopenedPage.goto(machine.address);
		await expect(reopenedPage).toHaveURL(`${machine.address}/fr`);
		await reopenedPage.getByRole('link', { name: 'Sans titre' }).click();
		await expect(reopenedPage).toHaveURL(address);
		await expect(reopenedPage.locator('.view-lines')).toContainText('sans');
		await writeLine(reopenedPage, "\nconsole.log('encore');");
		await expect(reopenedPage.getByRole('log')).toContainText('encore');

		await machine.mendNetwork(laterContext);
		await reopenedPage.goto(`${machine.address}/fr/projects`);
		await expect(reopenedPage.locator('article')).toHaveCount(1);
	}
);

test(
	'cached pages contain no name, and the signed-in person is shown offline until their session ends',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacherName = 'Mme Le Bihan';
		const { page } = await signUpTeacher(browser, teacherName);
		const context = page.context();
		const bannerName = page.getByRole('banner').getByText(teacherName);
		await page.goto('/fr');
		await expect(bannerName).toBeVisible();
		await waitUntilCanOpenOffline(page);
		const cachedTexts = await page.evaluate(async () => {
			const texts: string[] = [];
			for (const cacheName of await caches.keys()) {
				const cache = await caches.open(cacheName);
				for (const request of await cache.keys()) texts.push((await (await cache.match(request))?.text()) ?? '');
			}
			return texts;
		});
		expect(cachedTexts.length).toBeGreaterThan(2);
		expect(cachedTexts.filter((text) => text.includes(teacherName))).toEqual([]);

		await context.setOffline(true);
		await page.reload();
		await expect(bannerName).toBeVisible();

		await context.setOffline(false);
		await context.clearCookies({ name: /session_token/ });
		// Only the page's scripts can say that there is no project; by then they would also have shown a signed-in person.
		const noProjects = page.locator('[data-empty]');
		await page.goto('/fr/projects');
		await expect(noProjects).toBeVisible();
		await expect(bannerName).toHaveCount(0);
		await waitUntilCanOpenOffline(page);
		await context.setOffline(true);
		await page.reload();
		await expect(noProjects).toBeVisible();
		await expect(bannerName).toHaveCount(0);
	}
);

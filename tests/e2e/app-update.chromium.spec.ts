import { expect, test, type Page } from '../test.ts';
import { waitUntilCanOpenOffline } from './machine.ts';
import { startUpdatableServer } from './updated-server.ts';
import { Student } from './student.ts';

/** Returns the page's service worker, and whether another one waits. */
const readWorkerStates = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		const pages = (await caches.keys()).filter((name) => name.startsWith('pages-'));
		return { waits: registration?.waiting !== null, pages };
	});
const dismissDialog = (page: Page) => page.getByRole('dialog').getByRole('button').first().click();

test('an open lesson keeps its version of the app, and the next page gets the new version', async ({
	page,
	context
}) => {
	const updatableServer = await startUpdatableServer();
	try {
		const lesson = `${updatableServer.address}/fr/challenges/horodateur`;
		const student = new Student(page, 'mouse');
		await page.goto(lesson);
		await expect(page.locator('.description')).toContainText('20');
		await student.goToNextStep();
		await student.answer('30');
		await expect(page.locator('.fact dd')).toHaveText('60');
		await waitUntilCanOpenOffline(page);
		const { pages: before } = await readWorkerStates(page);

		updatableServer.serveNewerVersion();
		updatableServer.isGone = true;
		await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
		await expect.poll(async () => (await readWorkerStates(page)).waits).toBe(true);
		await student.goToNextStep();
		await student.setDial('freeMinutes', 20);
		await student.setDial('centsPerMinute', 5);
		await student.waitUntilAllPassed();
		await student.goToNextStep();
		await student.placeLines(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);
		await student.runProgram();
		await student.waitUntilAllPassed();
		await page.reload();
		await dismissDialog(page);
		await student.goToNextStep();
		await student.replaceLastReturn('return halfHours(minutes) * 50;');
		await student.runProgram();
		await student.waitUntilAllPassed();
		await student.waitUntilSaved();
		await expect(page.locator('[data-typescript="ready"]')).toBeVisible();

		// Opening another tab does not start the new version.
		updatableServer.isGone = false;
		const home = await context.newPage();
		await home.goto(`${updatableServer.address}/fr`);
		await waitUntilCanOpenOffline(home);
		expect(await readWorkerStates(page)).toEqual({ waits: true, pages: before });

		await page.goto(`${updatableServer.address}/fr`);
		await expect.poll(async () => (await readWorkerStates(page)).waits).toBe(false);
		await waitUntilCanOpenOffline(page);
		await page.goto(lesson);
		await dismissDialog(page);
		await expect(student.locateStep('build')).toBeVisible();
		await expect(page.locator('.view-lines')).toContainText('halfHours');
		await waitUntilCanOpenOffline(page);
		expect((await readWorkerStates(page)).pages).not.toEqual(before);
		await context.setOffline(true);
		await page.reload();
		await dismissDialog(page);
		await expect(page.locator('.view-lines')).toContainText('halfHours');
	} finally {
		await updatableServer.close();
	}
});

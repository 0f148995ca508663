import { expect, test, type Page } from '../test.ts';
import { appOrigin } from '../servers.ts';
import { signUpCurator } from './persons.ts';
import {
	beginProject,
	signInOnOtherMachine,
	triggerSync,
	locateProjectTitle,
	locateSavedState,
	writeProgram
} from './project-pages.ts';

const DAY_MILLISECONDS = 86_400_000;
const MINUTE_MILLISECONDS = 60_000;
const locateSavedStatus = (page: Page) => page.locator('[data-saved]').getByRole('status');

/** Returns how many works the server has, and the content of the one at `path`. */
async function readWorkFromServer(
	page: Page,
	path: string
): Promise<{ works: number; program: string; title: string }> {
	const workList: { works: unknown[] } = await (await page.request.get('/api/works')).json();
	const storedWork: { versions: { files: Record<string, string>; project: { title: string } }[] } = await (
		await page.request.get(path.replace('/fr/projects', '/api/works'))
	).json();
	const [head] = storedWork.versions;
	return {
		works: workList.works.length,
		program: head?.files['main.ts'] ?? '',
		title: head?.project.title ?? ''
	};
}

/** Checks that the browser asks before it leaves the page. Stays on the page. */
async function expectQuestionBeforeLeaving(page: Page): Promise<void> {
	const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
	expect(dialog.type()).toBe('beforeunload');
	// A busy browser may have closed the dialog already. With an open dialog, the page would not go on.
	await dialog.dismiss().catch(() => undefined);
}

test('full browser storage is reported, loses no edit, and takes saves again once there is room', async ({
	browser
}) => {
	const lou = await signUpCurator(browser, 'Lou');
	const page = await lou.page.context().newPage();
	const devtoolsSession = await page.context().newCDPSession(page);
	const path = await beginProject(page, 'Trop plein');
	await expect(page.locator('[data-saved="saved"]')).toBeVisible();
	await devtoolsSession.send('Storage.overrideQuotaForOrigin', { origin: appOrigin, quotaSize: 1 });
	// Chromium looks at the quota only now and then, so edits are saved for a while.
	await expect(async () => {
		await page.locator('.editor .view-lines').click();
		await page.keyboard.type(' ');
		await expect(page.locator('[data-saved="failed"]')).toBeVisible({ timeout: 2000 });
	}).toPass();
	const program = 'let last = 1;\n';
	await writeProgram(page, program, '[data-saved="failed"]');
	await expect(locateSavedStatus(page)).toHaveText(/Plus de place sur cette machine/);
	await expectQuestionBeforeLeaving(page);
	await devtoolsSession.send('Storage.overrideQuotaForOrigin', { origin: appOrigin });
	await expect(async () => {
		await page.locator('.editor .view-lines').click();
		await page.keyboard.type(' ');
		await expect(page.locator('[data-saved="saved"]')).toBeVisible({ timeout: 2000 });
	}).toPass();
	await triggerSync(page);
	await expect(locateSavedState(page, 'server')).toBeVisible();
	const content = await readWorkFromServer(page, path);
	expect([content.works, content.program.replaceAll(/\s/g, '') === program.replaceAll(/\s/g, '')]).toEqual([1, true]);
});

test('a browser that refuses storage is reported, and the work is saved on the server alone', async ({ browser }) => {
	const lou = await signUpCurator(browser, 'Lou');
	const page = await lou.page.context().newPage();
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'indexedDB', {
			get() {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			}
		});
	});
	// The save request waits until `expectQuestionBeforeLeaving` has run, because leaving asks nothing once the work is sent.
	let releaseSaveRequest = () => {};
	const isLookedAt = new Promise<void>((resolve) => (releaseSaveRequest = resolve));
	await page.route('**/api/works/*', async (route) => {
		if (route.request().method() === 'PUT') await isLookedAt;
		await route.fallback();
	});
	await page.goto('/fr/projects/new');
	await locateProjectTitle(page).fill('Refusé');
	await locateProjectTitle(page).blur();
	await expect(locateSavedStatus(page)).toHaveText(/Ce navigateur refuse d’enregistrer/);
	await expectQuestionBeforeLeaving(page);
	releaseSaveRequest();
	await triggerSync(page);
	await expect(locateSavedState(page, 'server-only')).toBeVisible();
	await expect(page.getByText('Ce navigateur ne garde rien')).toBeVisible();
	await writeProgram(page, "console.log('seul');\n", '[data-saved="failed"]');
	await expect(locateSavedState(page, 'server-only')).toBeVisible();

	const otherPage = await signInOnOtherMachine(browser, lou);
	await otherPage.getByRole('link', { name: 'Refusé', exact: true }).click();
	await expect(otherPage.locator('.view-lines')).toContainText('seul');
	expect(await readWorkFromServer(otherPage, new URL(otherPage.url()).pathname)).toMatchObject({
		works: 1,
		title: 'Refusé'
	});
});

declare global {
	interface Window {
		/** Number of requests of this page that have no answer yet. */
		requestsUnderWay: number;
	}
}

/**
 * Moves the page's clock forward while no request is under way, because the jump would exceed a request's time limit. Stops the
 * clock first, so that no timer begins a request.
 */
async function jumpClockBetweenRequests(page: Page, milliseconds: number): Promise<void> {
	await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
	await expect.poll(() => page.evaluate(() => window.requestsUnderWay)).toBe(0);
	await page.clock.fastForward(milliseconds);
	await page.clock.resume();
}

/** Opens a page with another clock, and closes the present page, which would otherwise send too. */
async function openWithClock(page: Page, time: number): Promise<Page> {
	const otherPage = await page.context().newPage();
	await otherPage.clock.install({ time });
	await otherPage.addInitScript(() => {
		const realFetch = window.fetch;
		window.requestsUnderWay = 0;
		window.fetch = async (address, init) => {
			window.requestsUnderWay += 1;
			// Requests get no time limit here, because one that begins just before a jump of the clock would exceed it.
			return realFetch(address, { ...init, signal: null }).finally(() => (window.requestsUnderWay -= 1));
		};
	});
	await page.close();
	return otherPage;
}

for (const [days, name] of [
	[1, 'ahead'],
	[-1, 'behind']
] as const) {
	test(`a clock that is a day ${name} is reported, and the latest edit stays the latest version`, async ({
		browser
	}) => {
		const lou = await signUpCurator(browser, 'Lou');
		const pageWithWrongClock = await openWithClock(lou.page, Date.now() + days * DAY_MILLISECONDS);
		const path = await beginProject(pageWithWrongClock, 'Minuteur');
		await writeProgram(pageWithWrongClock, 'let turn = 1;\n');
		await expect(locateSavedState(pageWithWrongClock, 'server')).toBeVisible();
		await expect(locateSavedStatus(pageWithWrongClock)).toHaveText(/L’horloge de cet ordinateur est fausse/);

		const pageWithRightClock = await signInOnOtherMachine(browser, lou);
		await pageWithRightClock.getByRole('link', { name: 'Minuteur', exact: true }).click();
		await expect(pageWithRightClock.locator('.view-lines')).toContainText('1');
		await writeProgram(pageWithRightClock, 'let turn = 2;\n');
		await expect(locateSavedState(pageWithRightClock, 'server')).toBeVisible();
		await expect(locateSavedStatus(pageWithRightClock)).toHaveText('');

		await pageWithWrongClock.reload();
		await expect(pageWithWrongClock.locator('.view-lines')).toContainText('2');
		await writeProgram(pageWithWrongClock, 'let turn = 3;\n');
		await expect(locateSavedState(pageWithWrongClock, 'server')).toBeVisible();
		// After the clock was corrected, the next change is sent as soon as usual.
		await pageWithWrongClock.clock.setSystemTime(Date.now());
		await locateProjectTitle(pageWithWrongClock).fill('À l’heure');
		await locateProjectTitle(pageWithWrongClock).blur();
		await expect(locateSavedState(pageWithWrongClock, 'waiting')).toBeVisible();
		await pageWithWrongClock.clock.fastForward(35_000);
		await expect(locateSavedState(pageWithWrongClock, 'server')).toBeVisible();
		await expect(locateSavedStatus(pageWithWrongClock)).toHaveText('');
		expect(await readWorkFromServer(pageWithRightClock, path)).toEqual({
			works: 1,
			program: 'let turn = 3;\n',
			title: 'À l’heure'
		});
	});
}

test('a server error of ten minutes is shown, retried less and less often, and loses no edit', async ({ browser }) => {
	const { page: first } = await signUpCurator(browser, 'Noor');
	const page = await openWithClock(first, Date.now());
	const path = await beginProject(page, 'Dix minutes');
	await expect(locateSavedState(page, 'server')).toBeVisible();
	let requestCount = 0;
	await page.route('**/api/works/*', async (route) => {
		requestCount += 1;
		await route.fulfill({ status: 500, body: 'Internal Error' });
	});
	await writeProgram(page, 'let minute = 0;\n');
	await expect(locateSavedStatus(page)).toHaveText(/Le serveur a un problème/);
	for (let minuteNumber = 1; minuteNumber <= 10; minuteNumber++) {
		const countBefore = requestCount;
		await jumpClockBetweenRequests(page, MINUTE_MILLISECONDS);
		// The first retry comes soon, later ones less often. Meanwhile typing goes on and the message stays.
		if (minuteNumber === 1) await expect.poll(() => requestCount).toBeGreaterThan(countBefore);
		await locateProjectTitle(page).fill(`Minute ${minuteNumber}`);
		await locateProjectTitle(page).blur();
		await expect(locateSavedState(page, 'waiting')).toBeVisible();
		await expect(locateSavedStatus(page)).toHaveText(/Le serveur a un problème/);
	}
	expect(requestCount).toBeLessThan(15);
	await page.unroute('**/api/works/*');
	await page.clock.fastForward(2 * MINUTE_MILLISECONDS);
	await expect(locateSavedState(page, 'server')).toBeVisible();
	await expect(locateSavedStatus(page)).toHaveText('');
	expect(await readWorkFromServer(page, path)).toEqual({ works: 1, program: 'let minute = 0;\n', title: 'Minute 10' });
});

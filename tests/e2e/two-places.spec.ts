import { expect, test, type BrowserContext, type Page } from '../test.ts';
import { signUpCurator, type SignedInAdult } from './persons.ts';
import { beginProject, signInOnOtherMachine, triggerSync, locateSavedState, writeProgram } from './project-pages.ts';

const locateConflictNotice = (page: Page) => page.locator('[data-saved="conflict"]');

interface ProjectAtHome {
	lou: SignedInAdult;
	home: Page;
	path: string;
}

/** Makes a project of one line on the server, and opens it at home with a fake clock. */
async function openProjectAtHome(lou: SignedInAdult): Promise<ProjectAtHome> {
	const home = await lou.page.context().newPage();
	await home.clock.install({ time: Date.now() });
	const path = await beginProject(home, 'Deux endroits');
	await writeProgram(home, 'let here = 0;\n');
	await expect(locateSavedState(home, 'server')).toBeVisible();
	return { lou, home, path };
}

async function expectComparedVersions(page: Page, mine: string, theirs: string): Promise<void> {
	await page.getByRole('button', { name: 'Comparer' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('region', { name: 'Ici' })).toContainText(mine);
	await expect(dialog.getByRole('region', { name: /^Autre/ })).toContainText(theirs);
	await page.keyboard.press('Escape');
}

/** Returns the program of each version and draft of this browser's only project. */
function readKeptPrograms(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const databaseName = (await indexedDB.databases())
			.map((each) => each.name ?? '')
			.find((each) => /^braise\./.test(each));
		const resolveDatabaseRequest = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
		const database = await resolveDatabaseRequest(indexedDB.open(databaseName ?? ''));
		const reading = database.transaction(['versions', 'drafts']);
		const versions = (await resolveDatabaseRequest(reading.objectStore('versions').getAll())) as {
			files: Record<string, string>;
		}[];
		const drafts = (await resolveDatabaseRequest(reading.objectStore('drafts').getAll())) as {
			version: (typeof versions)[number];
		}[];
		database.close();
		return [...versions, ...drafts.map(({ version }) => version)].map(({ files }) => files['main.ts'] ?? '');
	});
}

async function writeProgramAtSchool(school: Page, path: string, program: string): Promise<void> {
	await school.goto(path);
	await expect(school.locator('.view-lines')).toContainText('here');
	await writeProgram(school, program);
	await expect(locateSavedState(school, 'server')).toBeVisible();
}

test('when two tabs edit a project, the conflict is shown at once, and both versions are kept', async ({ browser }) => {
	const { home, path } = await openProjectAtHome(await signUpCurator(browser, 'Lou'));
	const otherTab = await home.context().newPage();
	await otherTab.goto(path);
	await expect(otherTab.locator('.view-lines')).toContainText('here');
	await writeProgram(otherTab, 'let there = 1;\n');
	// The message appears at home at once, before any key is pressed in that page.
	await expect(locateConflictNotice(home)).toBeVisible();
	await writeProgram(home, 'let here = 1;\n');
	await expect(home.getByRole('button', { name: 'Comparer' })).toBeVisible();
	await expectComparedVersions(home, 'here = 1', 'there = 1');
	expect(await readKeptPrograms(home)).toEqual(expect.arrayContaining(['let here = 1;\n', 'let there = 1;\n']));
});

test('a tab without edits opens the other tab’s version once the tab gets the focus', async ({ browser }) => {
	const { home, path } = await openProjectAtHome(await signUpCurator(browser, 'Lou'));
	const otherTab = await home.context().newPage();
	await otherTab.goto(path);
	await expect(otherTab.locator('.view-lines')).toContainText('here');
	await writeProgram(otherTab, 'let there = 1;\n');
	await expect(locateConflictNotice(home)).toBeVisible();
	// Playwright gives every page the focus, so no page hears of getting it.
	await home.evaluate(() => dispatchEvent(new Event('focus')));
	await expect(home.locator('.view-lines')).toContainText('there');
	await expect(locateConflictNotice(home)).toHaveCount(0);
	await writeProgram(home, 'let there = 2;\n');
	await otherTab.evaluate(() => dispatchEvent(new Event('focus')));
	await expect(otherTab.locator('.view-lines')).toContainText('2');
});

/** Closes the laptop's lid: there is no network, and no timer runs. */
async function closeLidWhile(
	context: BrowserContext,
	page: Page,
	meanwhile: () => Promise<void>,
	time: string
): Promise<void> {
	await context.setOffline(true);
	await meanwhile();
	await page.clock.fastForward(time);
	await context.setOffline(false);
}

test('an edit on a computer that wakes up is kept beside another computer’s version', async ({ browser }) => {
	const { lou, home, path } = await openProjectAtHome(await signUpCurator(browser, 'Lou'));
	const school = await signInOnOtherMachine(browser, lou);
	await closeLidWhile(
		home.context(),
		home,
		() => writeProgramAtSchool(school, path, 'let here = 0;\nlet atSchool = 1;\n'),
		'10:00:00'
	);
	await writeProgram(home, 'let woken = 1;\n', '[data-saved="saved"], [data-saved="conflict"]');
	await triggerSync(home);
	await expect(locateConflictNotice(home)).toBeVisible();
	await expectComparedVersions(home, 'woken = 1', 'atSchool = 1');
	// Other pages get the first version from the server, until a person has chosen one.
	await school.reload();
	await expect(school.locator('.view-lines')).toContainText('atSchool');
});

test('after an hour offline, every version of two machines is kept, and a person chooses which continues', async ({
	browser
}) => {
	const { lou, home, path } = await openProjectAtHome(await signUpCurator(browser, 'Lou'));
	const school = await signInOnOtherMachine(browser, lou);
	await writeProgramAtSchool(school, path, 'let here = 0;\nlet atSchool = 1;\n');
	await home.context().setOffline(true);
	const programs = [10, 30, 60].map((minute) => `let here = ${minute};\n`);
	for (const program of programs) {
		await writeProgram(home, program, '[data-where="waiting"]');
		await home.clock.fastForward('20:00');
	}
	await expect(locateSavedState(home, 'waiting')).toBeVisible();
	await home.context().setOffline(false);
	await triggerSync(home);
	await expect(locateConflictNotice(home)).toBeVisible();
	await expectComparedVersions(home, 'here = 60', 'atSchool = 1');
	expect(await readKeptPrograms(home)).toEqual(expect.arrayContaining(programs));

	await home.getByRole('button', { name: 'Garder', exact: false }).first().press('Enter');
	await expect(locateSavedState(home, 'server')).toBeVisible();
	await expect(home.locator('#code'), 'the banner with the pressed button is gone').toBeFocused();
	await school.reload();
	await expect(school.locator('.view-lines')).toContainText('60');
	expect(await readKeptPrograms(school)).toEqual(expect.arrayContaining(['let here = 0;\nlet atSchool = 1;\n']));
});

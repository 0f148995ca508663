import { expect, test, type Browser } from '../test.ts';
import { joinClassInBrowser, waitForKeyboardFocus, WALL_TEXTS, type WallLanguage } from './class-wall.ts';
import { expectAccessibleWithoutOverflow, findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { saveScreenshots } from './screenshots.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const PROJECT_PROGRAM =
	"describe('Un carré bleu.');\nfunction draw() {\n\tbackground('navy');\n\trect(20, 20, 60, 60);\n}\n";

const TELEPHONE_CONTEXT = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function shareOnWall(browser: Browser, language: WallLanguage): Promise<void> {
	const text = WALL_TEXTS[language];
	const teacher = await signUpTeacher(browser);
	const code = await createClassInBrowser(teacher, 'Seconde du mur');
	const classPath = new URL(teacher.page.url()).pathname.replace(/^\/fr/, `/${language}`);
	const board = teacher.page;

	const maker = await joinClassInBrowser(browser, code, 'Loutre', language);
	await maker.goto(`/${language}/projects/new?begin=sketch`);
	await maker.getByLabel(text.name).fill('Mon carré');
	const makerStudent = new Student(maker, 'mouse');
	await makerStudent.replaceWholeFile(PROJECT_PROGRAM);
	await makerStudent.waitUntilSaved();
	const sheet = maker.getByRole('dialog', { name: text.heading });
	const openWallSheet = () => maker.getByRole('button', { name: text.wall, exact: true }).click();
	await openWallSheet();
	await expect(sheet.getByText(text.closed)).toBeVisible();
	await expect(sheet.getByRole('button', { name: text.up })).toHaveCount(0);
	await maker.keyboard.press('Escape');
	const wideViewport = maker.viewportSize();
	await maker.setViewportSize({ width: 360, height: 740 });
	await expect(maker.getByRole('button', { name: text.wall, exact: true })).toBeInViewport();
	await saveScreenshots(maker, 'workbench');
	if (wideViewport) await maker.setViewportSize(wideViewport);

	await board.goto(`${classPath}/wall`);
	await expectAccessibleWithoutOverflow(board);
	await board.getByRole('button', { name: text.open }).click();
	await expect(board.getByText(text.isOpen)).toBeVisible();
	await waitForKeyboardFocus(board);

	await expect(maker.locator('.description')).toContainText('Un carré bleu.');
	await openWallSheet();
	await sheet.getByLabel(text.question).fill('Est-il assez bleu ?');
	expect(await findAccessibilityFaults(maker)).toEqual([]);
	await saveScreenshots(maker, 'sheet');
	await sheet.getByRole('button', { name: text.up }).click();
	await expect(sheet.getByText(text.done)).toBeVisible();
	await maker.keyboard.press('Escape');

	// A classmate on a telephone sees the picture; nothing runs before they press Run.
	const mate = await joinClassInBrowser(browser, code, 'Hibou', language, TELEPHONE_CONTEXT);
	await mate.goto(`/${language}/me`);
	await mate.getByRole('link', { name: text.see }).click();
	const card = mate.locator('article[data-exhibit]');
	await expect(card).toContainText('Mon carré');
	await expect(card).toContainText('Loutre');
	await expect(card.locator('img')).toHaveJSProperty('complete', true);
	expect(await card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshots(mate, 'student-wall');
	await card.getByRole('link', { name: 'Mon carré' }).click();
	await expect(mate.getByRole('heading', { name: 'Mon carré', level: 1 })).toBeVisible();
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshots(mate, 'student-exhibit');
	expect(mate.frames()).toHaveLength(1);
	expect(mate.workers()).toHaveLength(0);
	await mate.context().setOffline(true);
	await mate.getByRole('button', { name: text.run }).press('Enter');
	await expect(mate.getByText(text.runLost)).toBeVisible();
	await expect(mate.getByRole('button', { name: text.run })).toBeFocused();
	await mate.context().setOffline(false);
	// Some browsers do not load a file again that has failed once, until the page is reloaded.
	await mate.reload();
	await mate.getByRole('button', { name: text.run }).press('Enter');
	await expect(mate.locator('[data-running] .description')).toContainText('Un carré bleu.');
	expect(mate.frames().length).toBeGreaterThan(1);
	await mate.getByText(text.code).click();
	await expect(mate.getByRole('group', { name: 'main.ts' })).toContainText("background('navy')");

	await mate.getByLabel(text.answer).fill('  Oui,\nun peu trop.  ');
	await mate.getByRole('button', { name: text.send }).click();
	await expect(mate.getByText('Oui, un peu trop.')).toBeVisible();
	await expect(mate.getByText(text.kept)).toBeVisible();
	await waitForKeyboardFocus(mate);
	await mate.getByLabel(text.answer).fill('Parfait.');
	await mate.getByRole('button', { name: text.change }).click();
	await expect(mate.locator('[data-sentence]')).toHaveText(/Parfait\./);
	await expectAccessibleWithoutOverflow(mate);

	// The maker changes the project; the wall keeps the old copy until the maker puts the project up again.
	await makerStudent.replaceWholeFile(PROJECT_PROGRAM.replace('navy', 'teal'));
	await makerStudent.waitUntilSaved();
	await mate.reload();
	await mate.getByText(text.code).click();
	await expect(mate.getByRole('group', { name: 'main.ts' })).toContainText('navy');
	await openWallSheet();
	await sheet.getByRole('button', { name: text.again }).click();
	await expect(sheet.getByText(text.done)).toBeVisible();
	await sheet.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker.getByText('Parfait.')).toBeVisible();
	await expectAccessibleWithoutOverflow(maker);
	await saveScreenshots(maker, 'own-exhibit');

	// A report hides the exhibit at once, until the teacher decides.
	await mate.reload();
	await mate.locator('summary', { hasText: text.report }).last().click();
	await mate.getByRole('button', { name: text.reportNow }).click();
	await expect(mate.getByText(text.reported)).toBeVisible();
	await waitForKeyboardFocus(mate);
	await expect(mate.locator('article[data-exhibit]')).toHaveCount(0);
	await maker.reload();
	await expect(maker.getByText(text.ownReported)).toBeVisible();
	await board.reload();
	await expect(board.getByRole('heading', { name: text.decide })).toBeVisible();
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshots(board, 'teacher-wall');
	await board.setViewportSize({ width: 360, height: 740 });
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshots(board, 'teacher-wall');
	await board.locator('article[data-exhibit] a').click();
	await expect(board.getByText(text.reportedBy)).toBeVisible();
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshots(board, 'teacher-exhibit');
	await board.setViewportSize({ width: 1280, height: 720 });
	await saveScreenshots(board, 'teacher-exhibit');
	await board.getByRole('button', { name: text.show }).click();
	await expect(board.getByText(text.reportedBy)).toHaveCount(0);
	await expect(board.getByText(text.shownAgain)).toBeVisible();
	await waitForKeyboardFocus(board);

	// At the address of the exhibit that the teacher has hidden, a classmate reads that it left the wall, and finds a link to the
	// wall.
	await board.getByRole('button', { name: text.hide }).click();
	await expect(board.getByText(text.hiddenByTeacher)).toBeVisible();
	await waitForKeyboardFocus(board);
	const answer = await mate.goto(new URL(maker.url()).pathname);
	expect(answer?.status()).toBe(404);
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
	await mate.getByRole('link', { name: text.see }).click();
	await expect(mate.getByText(text.empty)).toBeVisible();
	await board.getByRole('button', { name: text.show }).click();
	await expect(board.getByText(text.shownAgain)).toBeVisible();

	// On a closed wall, exhibits stay visible, and no sentence may be added.
	await board.getByRole('link', { name: text.wallLink, exact: true }).click();
	await board.context().setOffline(true);
	await board.getByRole('button', { name: text.close }).click();
	await expect(board.getByRole('alert').filter({ hasText: text.networkDown })).toBeVisible();
	await expect(board.getByText(text.isOpen)).toBeVisible();
	await board.context().setOffline(false);
	await board.getByRole('button', { name: text.close }).click();
	await expect(board.getByText(text.closedWall)).toBeVisible();
	await expect(board.getByText(text.networkDown)).toHaveCount(0);
	await mate.reload();
	await expect(mate.getByText(text.closedWall)).toBeVisible();
	await mate.setViewportSize({ width: 1280, height: 800 });
	await saveScreenshots(mate, 'student-wall');
	await mate.locator('article[data-exhibit] a').click();
	await expect(mate.getByText('Parfait.')).toBeVisible();
	await saveScreenshots(mate, 'student-exhibit');
	await expect(mate.getByLabel(text.answer)).toHaveCount(0);
	await mate.getByRole('button', { name: text.remove }).click();
	await expect(mate.locator('[data-sentence]')).toHaveCount(0);
	await expect(mate.getByText(text.removed)).toBeVisible();
	await waitForKeyboardFocus(mate);

	await maker.reload();
	await maker.locator('summary', { hasText: text.off }).click();
	await maker.getByRole('button', { name: text.off }).click();
	await expect(maker.getByText(text.empty)).toBeVisible();
	await mate.goto(`/${language}/me`);
	await mate.getByRole('link', { name: text.see }).click();
	await expect(mate.getByText(text.empty)).toBeVisible();
}

test('an exhibit is put up, run, answered, reported, shown again and taken off the wall, in French', async ({
	browser
}) => {
	await shareOnWall(browser, 'fr');
});

test(
	'an exhibit is put up, run, answered, reported, shown again and taken off the wall, in English',
	{ tag: '@soak' },
	async ({ browser }) => {
		await shareOnWall(browser, 'en');
	}
);

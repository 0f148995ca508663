import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { expect, test, type Browser } from '../test.ts';
import { joinClassInBrowser, createClassWithOpenWall, WALL_TEXTS, type WallLanguage } from './class-wall.ts';
import { expectAccessibleWithoutOverflow, findAccessibilityFaults } from './accessibility-faults.ts';
import { saveScreenshotsByWidth } from './screenshots.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const CAT_PROGRAM =
	"const cat = loadImage('cat.png');\ndescribe('Un chat.');\nfunction draw() {\n\tbackground('white');\n\timage(cat, 20, 20, 60, 60);\n}\n";

/** A classmate makes their own version of an exhibit, by keyboard alone, and both pages name each other. */
async function remixFromWall(browser: Browser, language: WallLanguage): Promise<void> {
	const text = WALL_TEXTS[language];
	const { board, code, classPath } = await createClassWithOpenWall(browser, language);

	const maker = await joinClassInBrowser(browser, code, 'Loutre', language);
	await maker.goto(`/${language}/projects/new?begin=sketch`);
	await maker.getByLabel(text.name).fill('Mon chat');
	const makerStudent = new Student(maker, 'mouse');
	await makerStudent.replaceWholeFile(CAT_PROGRAM);
	await maker.getByRole('button', { name: text.pictures }).click();
	const cat = { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from(ONE_PIXEL_PNG) };
	await maker.locator('[data-own-files]').setInputFiles([cat]);
	const pictureDialog = maker.getByRole('dialog', { name: text.pictureSheet });
	await pictureDialog.getByRole('radio', { name: text.mine }).check();
	await pictureDialog.getByRole('button', { name: text.add }).click();
	await expect(pictureDialog.getByRole('listitem')).toContainText('cat.png');
	await pictureDialog.getByRole('button', { name: text.closePictures }).click();
	await expect(maker.locator('.description')).toContainText('Un chat.');
	await makerStudent.waitUntilSaved();
	await maker.getByRole('button', { name: text.wall, exact: true }).click();
	await maker.getByRole('button', { name: text.up }).click();
	await expect(maker.getByText(text.done)).toBeVisible();
	await maker.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expect(maker.getByRole('heading', { name: 'Mon chat', level: 1 })).toBeVisible();
	await expect(maker.getByRole('button', { name: text.remix })).toHaveCount(0);
	const exhibit = new URL(maker.url()).pathname;

	const mate = await joinClassInBrowser(browser, code, 'Hibou', language);
	const mateStudent = new Student(mate, 'keyboard');
	await mate.goto(exhibit, { waitUntil: 'networkidle' });
	const remixButton = mate.getByRole('button', { name: text.remix });
	await mate.context().setOffline(true);
	await mateStudent.press(remixButton);
	await expect(mate.getByRole('alert').filter({ hasText: text.remixLost })).toBeVisible();
	await saveScreenshotsByWidth(mate, 'remix-refused');
	await mate.context().setOffline(false);
	await mateStudent.press(remixButton);

	// The workbench opens with the classmate's program, which waits to be run.
	await expect(mate).toHaveURL(/\/projects\/[0-9a-f-]{36}$/);
	await expect(mate.getByLabel(text.name)).toHaveValue('Mon chat');
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('.editor[data-ready]')).toBeVisible();
	expect(await findAccessibilityFaults(mate)).toEqual([]);
	await saveScreenshotsByWidth(mate, 'remix-workbench');
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('.description')).toHaveCount(0);
	await mateStudent.runProgram();
	await expect(mate.locator('.description')).toContainText('Un chat.');
	await mateStudent.press(mate.getByRole('button', { name: text.pictures }));
	const owned = mate.getByRole('dialog', { name: text.pictureSheet });
	await expect(owned.locator('img')).toHaveJSProperty('naturalWidth', 1);
	await expect(owned.getByRole('listitem')).toContainText(text.found);
	await mate.keyboard.press('Escape');
	await mateStudent.replaceWholeFile(CAT_PROGRAM.replace('Un chat.', 'Un lynx.').replace('white', 'teal'));
	await expect(mate.locator('.description')).toContainText('Un lynx.');
	await mateStudent.moveFocusTo(mate.getByLabel(text.name));
	await mate.keyboard.press('Control+a');
	await mate.keyboard.type('Mon lynx');
	await mateStudent.waitUntilSaved();
	await mateStudent.press(mate.getByRole('button', { name: text.wall, exact: true }));
	const sheet = mate.getByRole('dialog', { name: text.heading });
	await expect(sheet.getByText(text.source)).toBeVisible();
	expect(await findAccessibilityFaults(mate)).toEqual([]);
	await saveScreenshotsByWidth(mate, 'remix-sheet');
	await mateStudent.press(sheet.getByRole('button', { name: text.up }));
	await expect(sheet.getByText(text.done)).toBeVisible();
	const remixPath = new URL(mate.url()).pathname;

	// Both pages name each other, and the teacher reads the same.
	await mateStudent.press(sheet.getByRole('link', { name: text.seeOwn }));
	await expect(mate).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshotsByWidth(mate, 'remix-exhibit');
	await mateStudent.press(mate.getByRole('link', { name: text.remixOf }));
	await expect(mate.getByRole('heading', { name: 'Mon chat', level: 1 })).toBeVisible();
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshotsByWidth(mate, 'remix-original');
	await expect(mate.getByRole('link', { name: text.remixNamed })).toBeVisible();
	await mate.goto(exhibit.replace(/\/[^/]+$/, ''));
	await expect(mate.locator('article').filter({ hasText: 'Mon lynx' })).toContainText(text.remixOf);
	await saveScreenshotsByWidth(mate, 'remix-wall');
	await board.goto(`${classPath}/wall`);
	await board.getByRole('link', { name: 'Mon lynx' }).click();
	// Only the remix's own page links to the original; the card on the wall says the same without a link.
	await expect(board.getByRole('link', { name: text.remixOf })).toBeVisible();
	await expect(board.getByRole('button', { name: text.remix })).toHaveCount(0);
	await board.getByRole('link', { name: text.remixOf }).click();
	await expect(board.getByRole('link', { name: text.remixNamed })).toBeVisible();
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshotsByWidth(board, 'remix-teacher');

	// The original is taken off: a classmate who still looks at it is told, and the remix no longer names it.
	await mate.goto(exhibit);
	await expect(remixButton).toBeVisible();
	await maker.locator('summary', { hasText: text.off }).click();
	await maker.getByRole('button', { name: text.off }).click();
	await expect(maker.getByText('Mon lynx')).toBeVisible();
	await expect(maker.getByText(text.remixOf)).toHaveCount(0);
	await remixButton.press('Enter');
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
	await mate.goto(remixPath);
	await mate.getByRole('button', { name: text.wall, exact: true }).click();
	await sheet.getByRole('link', { name: text.seeOwn }).click();
	await expect(mate).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expect(mate.getByText(text.code)).toBeVisible();
	await expect(mate.getByRole('link', { name: text.remixOf })).toHaveCount(0);
	await mate.goto(remixPath);
	await mate.getByRole('button', { name: text.wall, exact: true }).click();
	await sheet.getByRole('link', { name: text.original }).click();
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
}

test(
	'a classmate remixes an exhibit, and both exhibits name each other on the wall, in French',
	{ tag: '@soak' },
	async ({ browser }) => {
		await remixFromWall(browser, 'fr');
	}
);

test('the remix of a classmate’s page plays only once it is run', { tag: '@soak' }, async ({ browser }) => {
	const text = WALL_TEXTS.fr;
	const { code } = await createClassWithOpenWall(browser, 'fr');
	const maker = await joinClassInBrowser(browser, code, 'Loutre', 'fr');
	await maker.goto('/fr/projects/new?begin=page');
	await maker.getByLabel(text.name).fill('Ma page');
	await new Student(maker, 'mouse').replaceWholeFile('<!doctype html><h1>Les loutres</h1>');
	await new Student(maker, 'mouse').waitUntilSaved();
	await maker.getByRole('button', { name: text.wall, exact: true }).click();
	await maker.getByRole('button', { name: text.up }).click();
	await expect(maker.getByText(text.done)).toBeVisible();
	await maker.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);

	const mate = await joinClassInBrowser(browser, code, 'Hibou', 'fr');
	await mate.goto(maker.url());
	await mate.getByRole('button', { name: text.remix }).click();
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('.editor[data-ready]')).toBeVisible();
	const pageFrame = mate.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
	await expect(pageFrame.getByText('Les loutres')).toHaveCount(0);
	await mate.reload();
	await expect(mate.getByText(text.waits)).toBeVisible();
	await new Student(mate, 'mouse').runProgram();
	await expect(pageFrame.getByText('Les loutres')).toBeVisible();
});

test(
	'a classmate remixes an exhibit, and both exhibits name each other on the wall, in English',
	{ tag: '@soak' },
	async ({ browser }) => {
		await remixFromWall(browser, 'en');
	}
);

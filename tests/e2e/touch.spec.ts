import { expect, test, type Locator, type Page } from '../test.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { joinClassInBrowser, createClassWithOpenWall, WALL_TEXTS } from './class-wall.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const TABLET_CONTEXT = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const wallTexts = WALL_TEXTS.fr;

async function putProjectOnWall(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: wallTexts.wall, exact: true }).tap();
	const sheet = page.getByRole('dialog', { name: wallTexts.heading });
	await sheet.getByRole('button', { name: wallTexts.up }).tap();
	await expect(sheet.getByText(wallTexts.done)).toBeVisible();
	return sheet;
}

test('a project is made, shown and remixed by touch alone', { tag: '@soak' }, async ({ browser }) => {
	const { code } = await createClassWithOpenWall(browser, 'fr');
	const maker = await joinClassInBrowser(browser, code, 'Loutre', 'fr', TABLET_CONTEXT);
	await maker.goto('/fr/projects');
	await maker.getByRole('link', { name: /dessin qui bouge/ }).tap();
	const makerStudent = new Student(maker, 'mouse');
	await makerStudent.replaceWholeFile(
		"const taille = 80; // 20..160\ndescribe('Un rond.');\nfunction draw() {\nbackground(250);\ncircle(200, 200, taille);\n}"
	);
	await maker.getByRole('button', { name: 'Idées' }).tap();
	await maker.getByRole('searchbox', { name: 'Chercher une idée' }).tap();
	await maker.keyboard.insertText('Tourner autour');
	// An idea that is shown is inserted without another request, so the editor does not take the focus while the title is typed.
	await maker.context().setOffline(true);
	await maker.getByRole('button', { name: 'Tourner autour' }).tap();
	await expect(maker.locator('.editor .frame textarea')).toHaveValue(/angle/);
	await maker.context().setOffline(false);
	await maker.getByLabel(wallTexts.name).tap();
	await maker.keyboard.insertText('Mon manège');
	await expect(maker.getByLabel(wallTexts.name)).toHaveValue('Mon manège');
	await makerStudent.showPanel('stage');
	await expect(maker.locator('.description')).toContainText('Un rond.');
	// A control below the picture is moved by a finger, and writes its number into the code.
	const control = maker.getByRole('slider', { name: 'taille' });
	const box = await control.boundingBox();
	if (box === null) throw new Error('The control is not shown.');
	await maker.touchscreen.tap(box.x + box.width * 0.9, box.y + box.height / 2);
	await makerStudent.waitUntilSaved();
	await makerStudent.showPanel('code');
	await expect(maker.locator('.editor .frame textarea')).not.toHaveValue(/taille = 80;/);
	await expectAccessibleWithoutOverflow(maker);
	const sheet = await putProjectOnWall(maker);
	await sheet.getByRole('link', { name: wallTexts.seeOwn }).tap();
	await expect(maker).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expect(maker.getByRole('heading', { name: 'Mon manège', level: 1 })).toBeVisible();
	const exhibit = new URL(maker.url()).pathname;

	const mate = await joinClassInBrowser(browser, code, 'Hibou', 'fr', TABLET_CONTEXT);
	await mate.goto(exhibit, { waitUntil: 'networkidle' });
	await mate.getByRole('button', { name: /^Lancer/ }).tap();
	await expect(mate.locator('[data-running] .description')).toContainText('Un rond.');
	await mate.getByRole('button', { name: wallTexts.remix }).tap();
	await expect(mate).toHaveURL(/\/projects\/[0-9a-f-]{36}$/);
	await mate.getByRole('button', { name: 'Lancer' }).tap();
	const mateStudent = new Student(mate, 'mouse');
	await mateStudent.replaceWholeFile(
		"describe('Un carré.');\nfunction draw() {\nbackground(250);\nsquare(100, 100, 80);\n}"
	);
	await mateStudent.showPanel('stage');
	await expect(mate.locator('.description')).toContainText('Un carré.');
	await mateStudent.waitUntilSaved();
	const remixed = await putProjectOnWall(mate);
	await remixed.getByRole('link', { name: wallTexts.seeOwn }).tap();
	await expect(mate.getByText('Mon manège').first()).toBeVisible();
	await expectAccessibleWithoutOverflow(mate);
});

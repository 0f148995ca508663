/** A class sees a project on its wall: put up, run, answered, reported, decided and taken off. */
import { expect, test, type Browser, type Page } from '../test.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { takePseudonym } from '../join.ts';
import { findAccessibilityFaults } from './faults.ts';
import { newClass, newTeacher } from './persons.ts';
import { Student } from './student.ts';

// Offline has its own tests: here each new browser would fill its cache again.
test.use({ serviceWorkers: 'block' });

const PROGRAM = "describe('Un carré bleu.');\nfunction draw() {\n\tbackground('navy');\n\trect(20, 20, 60, 60);\n}\n";

const TEXTS = {
	fr: {
		noted: 'C’est noté',
		name: 'Nom du projet',
		wall: 'Mur',
		heading: 'Sur le mur de la classe',
		closed: /^Le mur de Seconde du mur est fermé/,
		open: 'Ouvrir le mur',
		close: 'Fermer le mur',
		isOpen: 'Le mur est ouvert.',
		question: 'Que demandes-tu à la classe ?',
		up: 'Mettre sur le mur',
		again: 'Remplacer la copie',
		done: 'C’est fait : la classe voit ton projet.',
		shut: 'Fermer',
		see: 'Voir le mur',
		seeOwn: 'Voir mon projet sur le mur',
		title: 'Le mur de la classe',
		run: /^Lancer « Mon carré »/,
		runLost: 'Le programme n’a pas pu être chargé. Réessaie.',
		answer: 'Ta réponse, en une phrase',
		send: 'Envoyer',
		change: 'Changer ma phrase',
		remove: 'Retirer ma phrase',
		report: 'Signaler',
		reportNow: 'Signaler et masquer',
		reported: 'C’est signalé et masqué. Ton prof décidera.',
		ownReported: /^Ton projet est signalé/,
		decide: 'À décider',
		reportedBy: /^Signalé par Hibou/,
		show: 'Montrer à la classe',
		hide: 'Masquer ce projet',
		hiddenByTeacher: /^Vous l’avez masqué/,
		shownAgain: 'La classe voit ce projet.',
		gone: 'Ce projet n’est plus sur le mur.',
		networkDown: 'Le réseau ne passe pas. Rien n’a changé.',
		kept: 'La classe voit ta phrase.',
		removed: 'Ta phrase est retirée.',
		off: 'Retirer du mur',
		empty: 'Rien n’est affiché pour le moment.',
		code: 'Lire le programme',
		project: 'Ouvrir mon projet',
		wallLink: 'Le mur',
		closedWall: /^Le mur est fermé/,
		pictures: /^Mes images/,
		pictureSheet: 'Les images de ce projet',
		mine: 'C’est moi qui l’ai faite',
		add: 'Ajouter au projet',
		closePictures: 'Fermer les images',
		found: 'Trouvée : un projet de ma classe',
		remix: 'En faire ma version',
		remixLost: /^Le réseau ne passe pas. Ta version n’est pas créée/,
		waits: /^Ce programme vient d’un projet de ta classe/,
		source: 'Ta version est faite d’après un projet du mur de Seconde du chat.',
		original: 'Voir ce projet',
		remixOf: 'D’après « Mon chat » (Loutre)',
		remixNamed: '« Mon lynx » (Hibou)'
	},
	en: {
		noted: 'I have written them down',
		name: 'Name of the project',
		wall: 'Wall',
		heading: 'On the class wall',
		closed: /^The wall of Seconde du mur is closed/,
		open: 'Open the wall',
		close: 'Close the wall',
		isOpen: 'The wall is open.',
		question: 'What do you ask the class?',
		up: 'Put on the wall',
		again: 'Replace the copy',
		done: 'Done: the class sees your project.',
		shut: 'Close',
		see: 'See the wall',
		seeOwn: 'See my project on the wall',
		title: 'The class wall',
		run: /^Run “Mon carré”/,
		runLost: 'The program could not be loaded. Try again.',
		answer: 'Your answer, in one sentence',
		send: 'Send',
		change: 'Change my sentence',
		remove: 'Remove my sentence',
		report: 'Report',
		reportNow: 'Report and hide',
		reported: 'It is reported and hidden. Your teacher will decide.',
		ownReported: /^Your project was reported/,
		decide: 'To decide',
		reportedBy: /^Reported by Hibou/,
		show: 'Show to the class',
		hide: 'Hide this project',
		hiddenByTeacher: /^You have hidden it/,
		shownAgain: 'The class sees this project.',
		gone: 'This project is no longer on the wall.',
		networkDown: 'The network is down. Nothing has changed.',
		kept: 'The class sees your sentence.',
		removed: 'Your sentence is removed.',
		off: 'Take off the wall',
		empty: 'Nothing hangs here yet.',
		code: 'Read the program',
		project: 'Open my project',
		wallLink: 'The wall',
		closedWall: /^The wall is closed/,
		pictures: /^My pictures/,
		pictureSheet: 'The pictures of this project',
		mine: 'I made it myself',
		add: 'Add to the project',
		closePictures: 'Close the pictures',
		found: 'Found: a project of my class',
		remix: 'Make my own version',
		remixLost: /^The network is down. Your version was not made/,
		waits: /^This program comes from a project of your class/,
		source: 'Your version is based on a project on the wall of Seconde du chat.',
		original: 'See that project',
		remixOf: 'Based on “Mon chat” (Loutre)',
		remixNamed: '“Mon lynx” (Hibou)'
	}
};
type Language = keyof typeof TEXTS;

const CAT =
	"const cat = loadImage('cat.png');\ndescribe('Un chat.');\nfunction draw() {\n\tbackground('white');\n\timage(cat, 20, 20, 60, 60);\n}\n";

const TELEPHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function looksRight(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(await findAccessibilityFaults(page)).toEqual([]);
}

/** Waits until the keyboard has a place in the page: after an answer, SvelteKit takes it away. */
const keepsFocus = (page: Page) =>
	expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body');

/** Keeps a picture of the page in both themes, where `BRAISE_PICTURES` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['BRAISE_PICTURES'];
	if (folder === undefined) return;
	for (const colorScheme of ['light', 'dark'] as const) {
		// Without transitions, which a picture would show half-way.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.screenshot({
			path: `${folder}/${name}-${page.viewportSize()?.width}-${colorScheme}.png`,
			fullPage: true
		});
	}
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Keeps pictures of the page as computers, tablets and telephones show it. */
async function picturesOf(page: Page, name: string): Promise<void> {
	const before = page.viewportSize();
	if (process.env['BRAISE_PICTURES'] === undefined || before === null) return;
	for (const width of [1366, 820, 360]) {
		await page.setViewportSize({ width, height: 768 });
		await picture(page, name);
	}
	await page.setViewportSize(before);
}

async function join(
	browser: Browser,
	code: string,
	pseudonym: string,
	language: Language,
	options = {}
): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto(`/${language}/join?code=${code}`);
	await takePseudonym(page, pseudonym, language);
	await page.getByRole('link', { name: TEXTS[language].noted }).click();
	return page;
}

async function walk(browser: Browser, language: Language): Promise<void> {
	const text = TEXTS[language];
	const teacher = await newTeacher(browser);
	const code = await newClass(teacher, 'Seconde du mur');
	const classPath = new URL(teacher.page.url()).pathname.replace(/^\/fr/, `/${language}`);
	const board = teacher.page;

	const maker = await join(browser, code, 'Loutre', language);
	await maker.goto(`/${language}/projects/new?begin=sketch`);
	await maker.getByLabel(text.name).fill('Mon carré');
	const hands = new Student(maker, 'mouse');
	await hands.writeAll(PROGRAM);
	await hands.seesSaved();
	const sheet = maker.getByRole('dialog', { name: text.heading });
	const openSheet = () => maker.getByRole('button', { name: text.wall, exact: true }).click();
	await openSheet();
	await expect(sheet.getByText(text.closed)).toBeVisible();
	await expect(sheet.getByRole('button', { name: text.up })).toHaveCount(0);
	await maker.keyboard.press('Escape');
	const wide = maker.viewportSize();
	await maker.setViewportSize({ width: 360, height: 740 });
	await expect(maker.getByRole('button', { name: text.wall, exact: true })).toBeInViewport();
	await picture(maker, 'workbench');
	if (wide) await maker.setViewportSize(wide);

	await board.goto(`${classPath}/wall`);
	await looksRight(board);
	await board.getByRole('button', { name: text.open }).click();
	await expect(board.getByText(text.isOpen)).toBeVisible();
	await keepsFocus(board);

	await expect(maker.locator('.description')).toContainText('Un carré bleu.');
	await openSheet();
	await sheet.getByLabel(text.question).fill('Est-il assez bleu ?');
	expect(await findAccessibilityFaults(maker)).toEqual([]);
	await picture(maker, 'sheet');
	await sheet.getByRole('button', { name: text.up }).click();
	await expect(sheet.getByText(text.done)).toBeVisible();
	await maker.keyboard.press('Escape');

	// A classmate on a telephone sees the picture; nothing runs before they press Run.
	const mate = await join(browser, code, 'Hibou', language, TELEPHONE);
	await mate.goto(`/${language}/me`);
	await mate.getByRole('link', { name: text.see }).click();
	const card = mate.locator('article[data-exhibit]');
	await expect(card).toContainText('Mon carré');
	await expect(card).toContainText('Loutre');
	await expect(card.locator('img')).toHaveJSProperty('complete', true);
	expect(await card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	await looksRight(mate);
	await picture(mate, 'student-wall');
	await card.getByRole('link', { name: 'Mon carré' }).click();
	await expect(mate.getByRole('heading', { name: 'Mon carré', level: 1 })).toBeVisible();
	await looksRight(mate);
	await picture(mate, 'student-exhibit');
	expect(mate.frames()).toHaveLength(1);
	expect(mate.workers()).toHaveLength(0);
	await mate.context().setOffline(true);
	await mate.getByRole('button', { name: text.run }).press('Enter');
	await expect(mate.getByText(text.runLost)).toBeVisible();
	await expect(mate.getByRole('button', { name: text.run })).toBeFocused();
	await mate.context().setOffline(false);
	// Some browsers remember that the file did not come, until the page is new.
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
	await keepsFocus(mate);
	await mate.getByLabel(text.answer).fill('Parfait.');
	await mate.getByRole('button', { name: text.change }).click();
	await expect(mate.locator('[data-sentence]')).toHaveText(/Parfait\./);
	await looksRight(mate);

	// The maker goes on; the wall keeps the copy until they put it up again.
	await hands.writeAll(PROGRAM.replace('navy', 'teal'));
	await hands.seesSaved();
	await mate.reload();
	await mate.getByText(text.code).click();
	await expect(mate.getByRole('group', { name: 'main.ts' })).toContainText('navy');
	await openSheet();
	await sheet.getByRole('button', { name: text.again }).click();
	await expect(sheet.getByText(text.done)).toBeVisible();
	await sheet.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker.getByText('Parfait.')).toBeVisible();
	await looksRight(maker);
	await picture(maker, 'own-exhibit');

	// A report hides it at once, until the teacher decides.
	await mate.reload();
	await mate.locator('summary', { hasText: text.report }).last().click();
	await mate.getByRole('button', { name: text.reportNow }).click();
	await expect(mate.getByText(text.reported)).toBeVisible();
	await keepsFocus(mate);
	await expect(mate.locator('article[data-exhibit]')).toHaveCount(0);
	await maker.reload();
	await expect(maker.getByText(text.ownReported)).toBeVisible();
	await board.reload();
	await expect(board.getByRole('heading', { name: text.decide })).toBeVisible();
	await looksRight(board);
	await picture(board, 'teacher-wall');
	await board.setViewportSize({ width: 360, height: 740 });
	await looksRight(board);
	await picture(board, 'teacher-wall');
	await board.locator('article[data-exhibit] a').click();
	await expect(board.getByText(text.reportedBy)).toBeVisible();
	await looksRight(board);
	await picture(board, 'teacher-exhibit');
	await board.setViewportSize({ width: 1280, height: 720 });
	await picture(board, 'teacher-exhibit');
	await board.getByRole('button', { name: text.show }).click();
	await expect(board.getByText(text.reportedBy)).toHaveCount(0);
	await expect(board.getByText(text.shownAgain)).toBeVisible();
	await keepsFocus(board);

	// Hidden by the teacher, its address says to a classmate that it left the wall, and leads there.
	await board.getByRole('button', { name: text.hide }).click();
	await expect(board.getByText(text.hiddenByTeacher)).toBeVisible();
	await keepsFocus(board);
	const answer = await mate.goto(new URL(maker.url()).pathname);
	expect(answer?.status()).toBe(404);
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
	await mate.getByRole('link', { name: text.see }).click();
	await expect(mate.getByText(text.empty)).toBeVisible();
	await board.getByRole('button', { name: text.show }).click();
	await expect(board.getByText(text.shownAgain)).toBeVisible();

	// Closed, what hangs there is seen, and no sentence may be added.
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
	await picture(mate, 'student-wall');
	await mate.locator('article[data-exhibit] a').click();
	await expect(mate.getByText('Parfait.')).toBeVisible();
	await picture(mate, 'student-exhibit');
	await expect(mate.getByLabel(text.answer)).toHaveCount(0);
	await mate.getByRole('button', { name: text.remove }).click();
	await expect(mate.locator('[data-sentence]')).toHaveCount(0);
	await expect(mate.getByText(text.removed)).toBeVisible();
	await keepsFocus(mate);

	await maker.reload();
	await maker.locator('summary', { hasText: text.off }).click();
	await maker.getByRole('button', { name: text.off }).click();
	await expect(maker.getByText(text.empty)).toBeVisible();
	await mate.goto(`/${language}/me`);
	await mate.getByRole('link', { name: text.see }).click();
	await expect(mate.getByText(text.empty)).toBeVisible();
}

/** Makes a class whose wall is open. */
async function openWall(
	browser: Browser,
	language: Language
): Promise<{ board: Page; code: string; classPath: string }> {
	const text = TEXTS[language];
	const teacher = await newTeacher(browser);
	const code = await newClass(teacher, 'Seconde du chat');
	const board = teacher.page;
	const classPath = new URL(board.url()).pathname.replace(/^\/fr/, `/${language}`);
	await board.goto(`${classPath}/wall`);
	await board.getByRole('button', { name: text.open }).click();
	await expect(board.getByText(text.isOpen)).toBeVisible();
	return { board, code, classPath };
}

/** A classmate makes their own version of an exhibit, by keyboard alone, and both pages name each other. */
async function walkOfRemix(browser: Browser, language: Language): Promise<void> {
	const text = TEXTS[language];
	const { board, code, classPath } = await openWall(browser, language);

	const maker = await join(browser, code, 'Loutre', language);
	await maker.goto(`/${language}/projects/new?begin=sketch`);
	await maker.getByLabel(text.name).fill('Mon chat');
	const makerHands = new Student(maker, 'mouse');
	await makerHands.writeAll(CAT);
	await maker.getByRole('button', { name: text.pictures }).click();
	const cat = { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from(ONE_PIXEL_PNG) };
	await maker.locator('[data-pictures]').setInputFiles([cat]);
	const pictures = maker.getByRole('dialog', { name: text.pictureSheet });
	await pictures.getByRole('radio', { name: text.mine }).check();
	await pictures.getByRole('button', { name: text.add }).click();
	await expect(pictures.getByRole('listitem')).toContainText('cat.png');
	await pictures.getByRole('button', { name: text.closePictures }).click();
	await expect(maker.locator('.description')).toContainText('Un chat.');
	await makerHands.seesSaved();
	await maker.getByRole('button', { name: text.wall, exact: true }).click();
	await maker.getByRole('button', { name: text.up }).click();
	await expect(maker.getByText(text.done)).toBeVisible();
	await maker.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expect(maker.getByRole('heading', { name: 'Mon chat', level: 1 })).toBeVisible();
	await expect(maker.getByRole('button', { name: text.remix })).toHaveCount(0);
	const exhibit = new URL(maker.url()).pathname;

	const mate = await join(browser, code, 'Hibou', language);
	const hands = new Student(mate, 'keyboard');
	await mate.goto(exhibit, { waitUntil: 'networkidle' });
	const remix = mate.getByRole('button', { name: text.remix });
	await mate.context().setOffline(true);
	await hands.press(remix);
	await expect(mate.getByRole('alert').filter({ hasText: text.remixLost })).toBeVisible();
	await picturesOf(mate, 'remix-refused');
	await mate.context().setOffline(false);
	await hands.press(remix);

	// The workbench opens with the classmate's program, which waits to be run.
	await expect(mate).toHaveURL(/\/projects\/[0-9a-f-]{36}$/);
	await expect(mate.getByLabel(text.name)).toHaveValue('Mon chat');
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('[data-typescript="ready"]')).toBeVisible();
	expect(await findAccessibilityFaults(mate)).toEqual([]);
	await picturesOf(mate, 'remix-workbench');
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('.description')).toHaveCount(0);
	await hands.run();
	await expect(mate.locator('.description')).toContainText('Un chat.');
	await hands.press(mate.getByRole('button', { name: text.pictures }));
	const owned = mate.getByRole('dialog', { name: text.pictureSheet });
	await expect(owned.locator('img')).toHaveJSProperty('naturalWidth', 1);
	await expect(owned.getByRole('listitem')).toContainText(text.found);
	await mate.keyboard.press('Escape');
	await hands.writeAll(CAT.replace('Un chat.', 'Un lynx.').replace('white', 'teal'));
	await expect(mate.locator('.description')).toContainText('Un lynx.');
	await hands.reach(mate.getByLabel(text.name));
	await mate.keyboard.press('Control+a');
	await mate.keyboard.type('Mon lynx');
	await hands.seesSaved();
	await hands.press(mate.getByRole('button', { name: text.wall, exact: true }));
	const sheet = mate.getByRole('dialog', { name: text.heading });
	await expect(sheet.getByText(text.source)).toBeVisible();
	expect(await findAccessibilityFaults(mate)).toEqual([]);
	await picturesOf(mate, 'remix-sheet');
	await hands.press(sheet.getByRole('button', { name: text.up }));
	await expect(sheet.getByText(text.done)).toBeVisible();
	const remixed = new URL(mate.url()).pathname;

	// Both pages name each other, and the teacher reads the same.
	await hands.press(sheet.getByRole('link', { name: text.seeOwn }));
	await expect(mate).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await looksRight(mate);
	await picturesOf(mate, 'remix-exhibit');
	await hands.press(mate.getByRole('link', { name: text.remixOf }));
	await expect(mate.getByRole('heading', { name: 'Mon chat', level: 1 })).toBeVisible();
	await looksRight(mate);
	await picturesOf(mate, 'remix-original');
	await expect(mate.getByRole('link', { name: text.remixNamed })).toBeVisible();
	await mate.goto(exhibit.replace(/\/[^/]+$/, ''));
	await expect(mate.locator('article').filter({ hasText: 'Mon lynx' })).toContainText(text.remixOf);
	await picturesOf(mate, 'remix-wall');
	await board.goto(`${classPath}/wall`);
	await board.getByRole('link', { name: 'Mon lynx' }).click();
	await expect(board.getByRole('button', { name: text.remix })).toHaveCount(0);
	await board.getByRole('link', { name: text.remixOf }).click();
	await expect(board.getByRole('link', { name: text.remixNamed })).toBeVisible();
	await looksRight(board);
	await picturesOf(board, 'remix-teacher');

	// The original is taken off: whoever still looks at it is told, and the remix no longer names it.
	await mate.goto(exhibit);
	await expect(remix).toBeVisible();
	await maker.locator('summary', { hasText: text.off }).click();
	await maker.getByRole('button', { name: text.off }).click();
	await expect(maker.getByText('Mon lynx')).toBeVisible();
	await expect(maker.getByText(text.remixOf)).toHaveCount(0);
	await remix.press('Enter');
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
	await mate.goto(remixed);
	await mate.getByRole('button', { name: text.wall, exact: true }).click();
	await sheet.getByRole('link', { name: text.seeOwn }).click();
	await expect(mate).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);
	await expect(mate.getByText(text.code)).toBeVisible();
	await expect(mate.getByRole('link', { name: text.remixOf })).toHaveCount(0);
	await mate.goto(remixed);
	await mate.getByRole('button', { name: text.wall, exact: true }).click();
	await sheet.getByRole('link', { name: text.original }).click();
	await expect(mate.getByRole('heading', { name: text.gone })).toBeVisible();
}

test('a project is put up, seen, run, answered, reported, shown again and taken off', async ({ browser }) => {
	await walk(browser, 'fr');
});

test('a classmate makes their own version, and both say so on the wall', async ({ browser }) => {
	await walkOfRemix(browser, 'fr');
});

test('a page that a classmate made waits as well until it is run', { tag: '@soak' }, async ({ browser }) => {
	const text = TEXTS.fr;
	const { code } = await openWall(browser, 'fr');
	const maker = await join(browser, code, 'Loutre', 'fr');
	await maker.goto('/fr/projects/new?begin=page');
	await maker.getByLabel(text.name).fill('Ma page');
	await new Student(maker, 'mouse').writeAll('<!doctype html><h1>Les loutres</h1>');
	await new Student(maker, 'mouse').seesSaved();
	await maker.getByRole('button', { name: text.wall, exact: true }).click();
	await maker.getByRole('button', { name: text.up }).click();
	await expect(maker.getByText(text.done)).toBeVisible();
	await maker.getByRole('link', { name: text.seeOwn }).click();
	await expect(maker).toHaveURL(/\/wall\/[^/]+\/[^/]+$/);

	const mate = await join(browser, code, 'Hibou', 'fr');
	await mate.goto(maker.url());
	await mate.getByRole('button', { name: text.remix }).click();
	await expect(mate.getByText(text.waits)).toBeVisible();
	await expect(mate.locator('[data-typescript="ready"]')).toBeVisible();
	const shown = mate.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
	await expect(shown.getByText('Les loutres')).toHaveCount(0);
	await mate.reload();
	await expect(mate.getByText(text.waits)).toBeVisible();
	await new Student(mate, 'mouse').run();
	await expect(shown.getByText('Les loutres')).toBeVisible();
});

test('the same in English', { tag: '@soak' }, async ({ browser }) => {
	await walk(browser, 'en');
	await walkOfRemix(browser, 'en');
});

import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from '../test.ts';
import { takePseudonym } from '../join.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { createWorkRequest, fetchStoredPersonData } from '../attacks/people.ts';
import { appOrigin } from '../servers.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { saveScreenshotsByWidth } from './screenshots.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const PROJECT_PROGRAM = `describe('Rien encore.');
let dot;
async function setup() {
	createCanvas(200, 120);
	dot = await loadImage('point.png');
	describe('Un point large de ' + dot.width + ' pixel.');
}
function draw() {
	background('navy');
	if (dot) image(dot, 20, 20, 60, 60);
}
`;
const OWN_PICTURE = describeOwnFile(
	ONE_PIXEL_PNG,
	{ type: 'image/png', width: 1, height: 1 },
	{ kind: 'found', where: 'le site du musée', licence: 'permission' }
);

const TEXTS_BY_LANGUAGE = {
	fr: {
		noted: 'C’est noté',
		open: 'Ouvrir le mur',
		turnOn: 'Activer les liens',
		isOn: /^Les liens sont activés\./,
		consent: /s’il a moins de 15 ans, celui de ses parents aussi/,
		turnOff: 'Désactiver les liens',
		isOff: /^Les liens sont désactivés\./,
		oneEnds: /^1 lien prend fin/,
		mark: 'A un lien',
		make: 'Faire un lien',
		who: /^Toute personne qui aura ce lien/,
		address: 'Le lien de ton projet',
		addressTeacher: 'Le lien de ce projet',
		end: 'Mettre fin au lien',
		ended: 'Le lien a pris fin : il ne montre plus rien.',
		code: 'Montrer le lien en code QR',
		codeLabel: 'Code QR du lien vers ce projet',
		licence: /^Tout le monde, à condition de le citer \(/,
		saveLicence: 'Enregistrer ce choix',
		licenceSaved: /^Ton choix est enregistré/,
		visible: /^Toute personne qui a cette adresse voit cette page/,
		run: /^Lancer « Mon point »/,
		read: 'Lire le programme',
		credit: /le site du musée/,
		over: 'Ce lien ne mène nulle part : il a pris fin, ou n’a jamais existé.',
		kept: /^Le lien vers ton projet/
	},
	en: {
		noted: 'I have written them down',
		open: 'Open the wall',
		turnOn: 'Turn links on',
		isOn: /^Links are on\./,
		consent: /under the age of 15, of their parents too/,
		turnOff: 'Turn links off',
		isOff: /^Links are off\./,
		oneEnds: /^1 link ends/,
		mark: 'Has a link',
		make: 'Make a link',
		who: /^Anyone who has the link/,
		address: 'The link to your project',
		addressTeacher: 'The link to this project',
		end: 'End the link',
		ended: 'The link has ended: it shows nothing any more.',
		code: 'Show the link as a QR code',
		codeLabel: 'QR code of the link to this project',
		licence: /^Everyone, if they name it \(/,
		saveLicence: 'Save this choice',
		licenceSaved: /^Your choice is saved/,
		visible: /^Anyone who has this address sees this page/,
		run: /^Run “Mon point”/,
		read: 'Read the program',
		credit: /le site du musée/,
		over: 'This link leads nowhere: it has ended, or never was.',
		kept: /^The link to your project/
	}
};
type Language = keyof typeof TEXTS_BY_LANGUAGE;

const savePageScreenshots = (page: Page, name: string) => saveScreenshotsByWidth(page, `link-${name}`, [1366, 360]);

/** Stores a project with a picture as a browser does, and hangs it on the wall. Resolves to the exhibit's address without a language. */
async function putProjectOnWall(page: Page, classId: string): Promise<string> {
	const { account } = await fetchStoredPersonData(page.request);
	const [work, version] = [randomUUID(), randomUUID()];
	const request = createWorkRequest({ account: account.id, work, version, challenge: null });
	const files = { 'main.ts': PROJECT_PROGRAM, 'point.png': formatOwnFile(OWN_PICTURE) };
	Object.assign(request.versions[0] ?? {}, { files, project: { title: 'Mon point', card: null } });
	const putSuccessfully = async (address: string, data: object) => {
		const answer = await page.request.put(address, { data, headers: { origin: appOrigin } });
		expect(answer.status(), await answer.text()).toBe(200);
		return answer;
	};
	await putSuccessfully(`/api/works/${work}`, request);
	const content = toBase64(ONE_PIXEL_PNG);
	await putSuccessfully(`/api/works/${work}/files/${OWN_PICTURE.sha256}`, { format: 1, account: account.id, content });
	const hangingAnswer = await putSuccessfully(`/api/walls/${classId}/works/${work}`, {
		format: 1,
		account: account.id,
		version,
		question: 'On le voit ?',
		cover: { content, description: 'Un point.' }
	});
	return `/wall/${classId}/${((await hangingAnswer.json()) as { exhibit: string }).exhibit}`;
}

async function shareByLink(browser: Browser, language: Language): Promise<void> {
	const text = TEXTS_BY_LANGUAGE[language];
	const teacher = await signUpTeacher(browser);
	const code = await createClassInBrowser(teacher, 'Seconde des liens');
	const classId = new URL(teacher.page.url()).pathname.split('/').at(-1) ?? '';
	const board = teacher.page;
	const wall = `/${language}/classes/${classId}/wall`;
	await board.goto(wall);
	await board.getByRole('button', { name: text.open }).click();

	const maker = await (await browser.newContext()).newPage();
	await maker.goto(`/${language}/join?code=${code}`);
	await takePseudonym(maker, 'Loutre', language);
	await maker.getByRole('link', { name: text.noted }).click();
	const exhibit = await putProjectOnWall(maker, classId);

	// Links are off until the teacher turns them on.
	await maker.goto(`/${language}${exhibit}`);
	await expect(maker.getByRole('heading', { name: 'Mon point' })).toBeVisible();
	await expect(maker.getByText(text.make)).toHaveCount(0);
	await expect(board.getByText(text.consent)).toBeVisible();
	await savePageScreenshots(board, 'teacher-off');
	await board.getByRole('button', { name: text.turnOn }).click();
	await expect(board.getByText(text.isOn)).toBeVisible();
	await expectAccessibleWithoutOverflow(board);

	await maker.reload();
	await maker.locator('summary', { hasText: text.make }).click();
	await expect(maker.getByText(text.who)).toBeVisible();
	await savePageScreenshots(maker, 'student-before');
	await maker.getByRole('button', { name: text.make }).click();
	const field = maker.getByLabel(text.address);
	await expect(field).toBeFocused();
	const link = await field.inputValue();
	expect(new URL(link).pathname).toMatch(/^\/(?:fr|en)\/shown\/[0-9a-f]{48}$/);
	await maker.locator('summary', { hasText: text.code }).click();
	await expect(maker.getByRole('img', { name: text.codeLabel })).toBeVisible();
	await maker.getByRole('radio', { name: text.licence }).check();
	await maker.getByRole('button', { name: text.saveLicence }).click();
	await expect(maker.getByText(text.licenceSaved)).toBeVisible();
	await expectAccessibleWithoutOverflow(maker);
	await savePageScreenshots(maker, 'student');

	// A visitor without an account, on a telephone, sees the picture; nothing runs before they press Run.
	const visitor = await (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();
	const answer = await visitor.goto(link);
	expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' });
	await expect(visitor.getByRole('heading', { name: 'Mon point', level: 1 })).toBeVisible();
	await expect(visitor.getByText(text.visible)).toBeVisible();
	await expect(visitor.getByRole('img', { name: 'Un point.' })).toHaveJSProperty('naturalWidth', 1);
	await expect(visitor.getByText(text.credit)).toBeVisible();
	const licenceLink = visitor.getByRole('link', { name: 'CC BY 4.0' });
	await expect(licenceLink).toHaveAttribute('href', 'https://creativecommons.org/licenses/by/4.0/');
	await expect(visitor.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
	expect(await visitor.content()).not.toMatch(/Loutre|Seconde des liens|On le voit/);
	await expectAccessibleWithoutOverflow(visitor);
	await savePageScreenshots(visitor, 'visitor-still');
	expect(visitor.frames()).toHaveLength(1);
	expect(visitor.workers()).toHaveLength(0);
	await visitor.getByRole('button', { name: text.run }).tap();
	// The program's own picture comes by the link, too.
	await expect(visitor.locator('[data-running] .description')).toContainText('Un point large de 1 pixel.');
	await visitor.getByText(text.read).click();
	await expect(visitor.getByRole('group', { name: 'main.ts' })).toContainText("background('navy')");
	await expectAccessibleWithoutOverflow(visitor);
	await savePageScreenshots(visitor, 'visitor');

	// The teacher finds the exhibit marked on the wall, and sees its link.
	await board.reload();
	await expect(board.locator('article[data-exhibit]')).toContainText(text.mark);
	await savePageScreenshots(board, 'teacher');
	await board.locator('article[data-exhibit] a').click();
	await expect(board.getByLabel(text.addressTeacher)).toHaveValue(link);
	await expectAccessibleWithoutOverflow(board);
	await savePageScreenshots(board, 'teacher-exhibit');

	await maker.goto(`/${language}/me/data`);
	await expect(maker.getByText(text.kept)).toBeVisible();
	await maker.goto(`/${language}${exhibit}`);
	await maker.locator('summary', { hasText: text.end }).click();
	await maker.getByRole('button', { name: text.end }).click();
	await expect(maker.getByText(text.ended)).toBeFocused();
	const response = await visitor.reload();
	expect(response?.status()).toBe(404);
	await expect(visitor.getByRole('heading', { name: text.over })).toBeVisible();
	await savePageScreenshots(visitor, 'visitor-over');

	// When the teacher turns links off, all links end, the new one too.
	await maker.locator('summary', { hasText: text.make }).click();
	await maker.getByRole('button', { name: text.make }).click();
	const nextLink = await field.inputValue();
	expect(nextLink).not.toBe(link);
	await board.goto(wall);
	await board.locator('summary', { hasText: text.turnOff }).click();
	await expect(board.getByText(text.oneEnds)).toBeVisible();
	await savePageScreenshots(board, 'teacher-ending');
	await board.getByRole('button', { name: text.turnOff }).click();
	await expect(board.getByText(text.isOff)).toBeVisible();
	expect((await visitor.goto(nextLink))?.status()).toBe(404);
}

test(
	'a link to an exhibit is made, opened without an account, and ended, in French',
	{ tag: '@soak' },
	async ({ browser }) => {
		await shareByLink(browser, 'fr');
	}
);

test(
	'a link to an exhibit is made, opened without an account, and ended, in English',
	{ tag: '@soak' },
	async ({ browser }) => {
		await shareByLink(browser, 'en');
	}
);

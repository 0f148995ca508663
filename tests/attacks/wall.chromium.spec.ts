/** Forged and hostile things on the wall of a class, and people who have no place there. */
import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext } from '../test.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { createTestPicture } from '#lib/domain/own-file/testing.ts';
import { openClient, makeWelcomeLink } from '../adults.ts';
import {
	signUpByWelcomeLink,
	createExhibit,
	createInvitedAdult,
	createPortfolioRequest,
	createPutUpRequest,
	createClassWithTeacher,
	createWorkRequest,
	joinClass,
	type ClassWithTeacher,
	type Student
} from './people.ts';

const MARKUP = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const REVERSED = '\u202e';

test.describe.configure({ mode: 'serial' });
let there: ClassWithTeacher;
let elsewhere: ClassWithTeacher;
let maker: Student;
let mate: Student;
let outside: Record<string, APIRequestContext>;
/** The exhibit with hostile texts. */
let exhibit: string;

const wall = () => `/fr/wall/${there.class}`;
const lead = () => `/fr/classes/${there.class}/wall`;
const page = async (who: APIRequestContext, address: string) => (await who.get(address)).text();
const act = (who: APIRequestContext, address: string, form: Record<string, string> = {}) =>
	who.post(address, { form, maxRedirects: 0 });

interface Made {
	work: string;
	version: string;
}

async function project(student: Student, files?: Record<string, string>, title = 'Salade'): Promise<Made> {
	const projectIds = { work: randomUUID(), version: randomUUID() };
	const answer = await store(student, projectIds, { ...(files && { files }), project: { title, card: null } });
	expect(answer.status(), await answer.text()).toBe(200);
	return projectIds;
}

/** Sends a project with one version. `changed`: what this version has instead of the usual. */
function store({ who, account }: Student, projectIds: Made, changed: object) {
	const request = createWorkRequest({ account, ...projectIds, challenge: null });
	return who.put(`/api/works/${projectIds.work}`, {
		data: { ...request, versions: request.versions.map((version) => ({ ...version, ...changed })) }
	});
}
const putUp = ({ who, account }: Student, { work, version }: Made, more: object = {}, into = there.class) =>
	who.put(`/api/walls/${into}/works/${work}`, { data: { ...createPutUpRequest({ account, version }), ...more } });
async function expectRefusal(
	answer: Promise<{ json(): Promise<unknown> }>,
	reason: string,
	what = reason
): Promise<void> {
	expect(await (await answer).json(), what).toMatchObject({ kind: 'refused', reason });
}

test.beforeAll(async () => {
	const curator = await signUpByWelcomeLink(makeWelcomeLink());
	[there, elsewhere] = [await createClassWithTeacher(curator), await createClassWithTeacher(curator)];
	[maker, mate] = [await joinClass(there, 'Renard'), await joinClass(there, 'Hibou')];
	outside = {
		visitor: await openClient(),
		'a student of another class': (await joinClass(elsewhere, 'Etranger')).who,
		'a teacher of another class': elsewhere.teacher,
		partner: await createInvitedAdult(curator, 'partner'),
		curator
	};
	// A closed wall takes nothing, whoever asks.
	await expectRefusal(putUp(maker, await project(maker)), 'closed');
	exhibit = await createExhibit(there, maker);
});

test('who is not of the class sees nothing of the wall, and changes nothing', async () => {
	const api = `/api/walls/${there.class}/exhibits/${exhibit}`;
	const reads = [wall(), `${wall()}/${exhibit}`, `${wall()}/${exhibit}/__data.json`, lead(), `${lead()}/${exhibit}`];
	const hash = 'a'.repeat(64);
	for (const [who, api_] of Object.entries(outside)) {
		for (const address of [...reads, `${api}/cover`, `${api}/files/${hash}`]) {
			const answer = await api_.get(address, { maxRedirects: 0 });
			expect(await answer.text(), `${who} ${address}`).not.toMatch(/On comprend|n’est plus sur le mur/);
			if (!address.endsWith('.json')) expect([303, 401, 403, 404], `${who} ${address}`).toContain(answer.status());
		}
		for (const action of ['write', 'remove', 'report', 'takeOff', 'makeLink', 'endLink'])
			expect([401, 403, 404], `${who} ${action}`).toContain(
				(await act(api_, `${wall()}/${exhibit}?/${action}`, { text: 'Pris.' })).status()
			);
		for (const action of ['open', 'close', 'openLinks', 'endLinks'])
			expect([401, 403, 404], `${who} ${action}`).toContain((await act(api_, `${lead()}?/${action}`)).status());
		for (const action of ['hide', 'show', 'write', 'endLink'])
			expect([401, 403, 404], `${who} ${action}`).toContain(
				(await act(api_, `${lead()}/${exhibit}?/${action}`, { text: 'Pris.' })).status()
			);
	}
	// Nor through the address of a class of one's own.
	const { teacher } = elsewhere;
	const across = `/fr/classes/${elsewhere.class}/wall/${exhibit}`;
	expect((await teacher.get(across)).status()).toBe(404);
	await act(teacher, `${across}?/hide`);
	expect((await teacher.get(`/api/walls/${elsewhere.class}/exhibits/${exhibit}/cover`)).status()).toBe(404);
	// Students of the class decide nothing.
	for (const { who } of [maker, mate])
		for (const address of [
			`${lead()}?/close`,
			`${lead()}?/openLinks`,
			`${lead()}/${exhibit}?/hide`,
			`${lead()}/${exhibit}?/endLink`
		])
			expect((await act(who, address)).status(), address).toBe(403);
	expect(await page(mate.who, wall())).toContain('On comprend');
});

test('nothing is put up but a stored version of one’s own project, within bounds', async () => {
	const [own, theirs] = [await project(maker), await project(mate)];
	await expectRefusal(putUp(maker, theirs), 'not-saved', 'another’s project');
	await expectRefusal(putUp(maker, { ...own, version: theirs.version }), 'not-saved', 'another’s version');
	await expectRefusal(putUp(maker, { ...own, version: randomUUID() }), 'not-saved', 'a version of one’s invention');
	await expectRefusal(putUp(maker, own, { account: mate.account }), 'other-person');
	await expectRefusal(putUp(maker, own, {}, elsewhere.class), 'absent', 'another class');
	await expectRefusal(putUp(maker, own, {}, '..%2f..%2fme'), 'absent', 'no class');
	await expectRefusal(putUp(maker, own, { files: { 'main.ts': 'x' } }), 'malformed', 'files in the message');
	for (const question of ['x'.repeat(201), `Lis ${REVERSED}ça`, 7])
		await expectRefusal(putUp(maker, own, { question }), 'malformed', `question ${String(question)}`);
	const covers: Record<string, string> = {
		html: toBase64(new TextEncoder().encode(MARKUP)),
		svg: toBase64(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="hurt()"/>')),
		huge: toBase64(createTestPicture('png', 60_000, 60_000)),
		'not base64': '%%%'
	};
	for (const [what, content] of Object.entries(covers))
		await expectRefusal(putUp(maker, own, { cover: { content, description: '' } }), 'malformed', what);
	const heavy = toBase64(new Uint8Array(300_000));
	await expectRefusal(putUp(maker, own, { cover: { content: heavy, description: '' } }), 'too-large');
	const giant = await project(maker, { 'main.ts': '//\n'.repeat(60_000) });
	await expectRefusal(putUp(maker, giant), 'too-large', 'a giant program');
	expect((await page(mate.who, wall())).match(/data-exhibit="/g)).toHaveLength(1);
});

test('texts are text: in the wall, in the exhibit, in the teacher’s page and in my data', async ({ browser }) => {
	const projectIds = await project(
		maker,
		{ 'main.ts': `// ${MARKUP}`, 'page.css': MARKUP },
		`${REVERSED}${MARKUP}`.slice(0, 80)
	);
	const description = MARKUP;
	const cover = { content: createPutUpRequest({ account: maker.account, version: '' }).cover.content, description };
	const exhibitAnswer = await putUp(maker, projectIds, { question: MARKUP, cover });
	expect(exhibitAnswer.status()).toBe(200);
	const { exhibit: id } = (await exhibitAnswer.json()) as { exhibit: string };
	expect((await act(mate.who, `${wall()}/${id}?/write`, { text: MARKUP })).status()).toBe(200);
	const state = await mate.who.storageState();
	const tab = await (await browser.newContext({ storageState: state })).newPage();
	for (const address of [wall(), `${wall()}/${id}`]) {
		await tab.goto(address);
		await expect(tab.locator('body')).toContainText('<script>window.hurt=1</script>');
		expect(await tab.evaluate(() => 'hurt' in window)).toBe(false);
	}
	// A page that is left alone runs nothing.
	expect(tab.frames()).toHaveLength(1);
	expect(tab.workers()).toHaveLength(0);
	expect(await page(mate.who, `${wall()}/${id}`)).not.toContain(REVERSED);
	for (const [who, address] of [
		[there.teacher, `${lead()}/${id}`],
		[mate.who, '/fr/me/data']
	] as const)
		expect(await page(who, address)).not.toContain('<script>window.hurt=1</script>');

	const coverAnswer = await mate.who.get(`/api/walls/${there.class}/exhibits/${id}/cover`);
	expect(coverAnswer.headers()).toMatchObject({
		'content-type': 'image/png',
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	});
	expect(coverAnswer.headers()['content-security-policy']).toContain("default-src 'none'");
	await act(maker.who, `${wall()}/${id}?/takeOff`);
});

test('a portfolio shows stored works of one’s own, without programs, to the class alone', async () => {
	const [own, theirs] = [await project(maker), await project(mate)];
	const show = ({ work, version }: Made, more: object = {}, into = there.class) =>
		maker.who.put(`/api/walls/${into}/portfolio`, {
			data: { ...createPortfolioRequest(maker.account, work, version), ...more }
		});
	const workWith = (more: object) => ({ works: [{ ...own, sentence: '', cover: null, ...more }] });
	await expectRefusal(show(theirs), 'not-saved', 'another’s project');
	await expectRefusal(show({ ...own, version: theirs.version }), 'not-saved', 'another’s version');
	await expectRefusal(show(own, { account: mate.account }), 'other-person');
	await expectRefusal(show(own, {}, elsewhere.class), 'absent', 'another class');
	await expectRefusal(show(own, { name: 'Léa' }), 'malformed', 'a name');
	await expectRefusal(show(own, workWith({ files: { 'main.ts': '' } })), 'malformed', 'files in the message');
	await expectRefusal(show(own, workWith({ sentence: `Lis ${REVERSED}ça` })), 'malformed', 'a reversed sentence');

	const secret = await project(maker, { 'main.ts': 'const secret = 41;' }, MARKUP.slice(0, 80));
	const cover = createPutUpRequest({ account: maker.account, version: '' }).cover;
	const works = [{ ...secret, sentence: MARKUP, cover }];
	const portfolioAnswer = await show(secret, { works });
	expect(portfolioAnswer.status()).toBe(200);
	const { portfolio } = (await portfolioAnswer.json()) as { portfolio: string };
	const [wallAddress, leadAddress] = [`${wall()}/portfolios/${portfolio}`, `${lead()}/portfolios/${portfolio}`];
	const picture = `/api/walls/${there.class}/portfolios/${portfolio}/covers/${secret.work}`;
	for (const [who, address] of [
		[mate.who, wallAddress],
		[there.teacher, leadAddress]
	] as const) {
		const text = await page(who, address);
		expect(text).not.toMatch(/<script>window|const secret/);
		expect(text).toContain('window.hurt=1');
	}
	expect((await mate.who.get(picture)).headers()['content-security-policy']).toContain("default-src 'none'");

	for (const [who, client] of Object.entries(outside)) {
		for (const address of [wallAddress, leadAddress, picture]) {
			const answer = await client.get(address, { maxRedirects: 0 });
			expect([303, 401, 403, 404], `${who} ${address}`).toContain(answer.status());
			expect(await answer.text(), `${who} ${address}`).not.toContain('window.hurt');
		}
		for (const address of [`${wallAddress}?/report`, `${leadAddress}?/hide`])
			expect([401, 403, 404], `${who} ${address}`).toContain((await act(client, address)).status());
		expect([401, 403, 404, 409], who).toContain((await client.delete(`/api/walls/${there.class}/portfolio`)).status());
	}
	const across = `/fr/classes/${elsewhere.class}/wall/portfolios/${portfolio}`;
	expect((await elsewhere.teacher.get(across)).status()).toBe(404);
	await act(elsewhere.teacher, `${across}?/hide`);
	for (const { who } of [maker, mate]) expect((await act(who, `${leadAddress}?/hide`)).status()).toBe(403);
	await mate.who.delete(`/api/walls/${there.class}/portfolio`);
	expect(await page(mate.who, wall())).toContain(`data-portfolio="${portfolio}"`);
	await act(mate.who, `${wallAddress}?/report`);
	for (const address of [wallAddress, `${wallAddress}/__data.json`, picture])
		expect(await page(mate.who, address), address).not.toContain('window.hurt');
	expect(await page(mate.who, wall())).not.toContain(portfolio);
});

test('a project is a remix of what hangs on the same wall, and of nothing else that a browser claims', async () => {
	const third = await joinClass(there, 'Martre');
	const original = await createExhibit(there, maker);
	const far = await createExhibit(elsewhere, await joinClass(elsewhere, 'Castor'));
	const claims = (remixOf: unknown) => ({ project: { title: 'Copie', card: null, remixOf } });
	const remix = async (remixOf: { classId: string; exhibit: string }) => {
		const projectIds = { work: randomUUID(), version: randomUUID() };
		expect((await store(mate, projectIds, claims(remixOf))).status()).toBe(200);
		const exhibitAnswer = await putUp(mate, projectIds);
		expect(exhibitAnswer.status(), await exhibitAnswer.text()).toBe(200);
		const { exhibit: id } = (await exhibitAnswer.json()) as { exhibit: string };
		return { ...projectIds, at: `${wall()}/${id}`, id };
	};
	for (const [what, source] of Object.entries({
		'an exhibit of another class': { classId: there.class, exhibit: far },
		'another class': { classId: elsewhere.class, exhibit: far },
		'an exhibit here, as if it hung elsewhere': { classId: elsewhere.class, exhibit: original },
		nothing: { classId: there.class, exhibit: randomUUID() }
	})) {
		const { at } = await remix(source);
		for (const who of [mate.who, third.who]) expect(await page(who, at), what).not.toContain('data-original');
		await act(mate.who, `${at}?/takeOff`);
	}
	for (const forged of [
		null,
		'x',
		{ classId: there.class },
		{ classId: MARKUP, exhibit: original },
		{ classId: '..', exhibit: original }
	])
		await expectRefusal(store(mate, { work: randomUUID(), version: randomUUID() }, claims(forged)), 'malformed');

	const { work, version, at, id } = await remix({ classId: there.class, exhibit: original });
	expect(await page(third.who, at)).toContain(`data-original="${original}"`);
	expect(await page(third.who, `${wall()}/${original}`)).toContain(`data-remix="${id}"`);
	// Hidden, the original is named to no classmate, and the remix neither once it is hidden itself.
	await act(there.teacher, `${lead()}/${original}?/hide`);
	for (const address of [at, `${at}/__data.json`, wall()])
		expect(await page(third.who, address), address).not.toContain(original);
	expect(await page(there.teacher, `${lead()}/${id}`)).toContain(`data-original="${original}"`);
	await act(there.teacher, `${lead()}/${original}?/show`);
	await act(there.teacher, `${lead()}/${id}?/hide`);
	for (const address of [`${wall()}/${original}`, `${wall()}/${original}/__data.json`])
		expect(await page(third.who, address), address).not.toContain(id);

	// Put up again as a remix of itself, it is one of nothing.
	const next = randomUUID();
	const request = createWorkRequest({ account: mate.account, work, version: next, challenge: null });
	const itself = { parent: version, ...claims({ classId: there.class, exhibit: id }) };
	const again = { ...request, expected: version, versions: request.versions.map((each) => ({ ...each, ...itself })) };
	expect((await mate.who.put(`/api/works/${work}`, { data: again })).status()).toBe(200);
	expect((await putUp(mate, { work, version: next })).status()).toBe(200);
	expect(await page(mate.who, at)).not.toMatch(/data-original|data-remix/);
	await act(mate.who, `${at}?/takeOff`);
	await act(maker.who, `${wall()}/${original}?/takeOff`);
});

test('one sentence, to a question, about another’s project, of 200 characters', async () => {
	const at = `${wall()}/${exhibit}?/write`;
	for (const text of ['', '  \n ', 'x'.repeat(201), `à ${REVERSED} l’envers`])
		expect((await act(mate.who, at, { text })).status(), JSON.stringify(text)).toBe(400);
	expect((await act(maker.who, at, { text: 'Bravo moi.' })).status()).toBe(409);
	expect((await act(mate.who, `${wall()}/${randomUUID()}?/write`, { text: 'Où ?' })).status()).toBe(404);
	for (const text of ['Une première.', 'Une seconde.'])
		expect((await act(mate.who, at, { text })).status(), text).toBe(200);
	const exhibitPage = await page(maker.who, `${wall()}/${exhibit}`);
	expect(exhibitPage).toContain('Une seconde.');
	expect(exhibitPage).not.toContain('Une première.');

	await act(there.teacher, `${lead()}?/close`);
	expect((await act(mate.who, at, { text: 'Mur fermé.' })).status()).toBe(409);
	await expectRefusal(putUp(maker, await project(maker)), 'closed');
	expect(await page(maker.who, `${wall()}/${exhibit}`)).toContain('Une seconde.');
	await act(there.teacher, `${lead()}?/open`);
});

test('a report hides at once; only a teacher shows again, and then it cannot be reported again', async () => {
	const third = await joinClass(there, 'Lynx');
	const at = `${wall()}/${exhibit}`;
	await act(maker.who, `${at}?/report`);
	expect(await page(third.who, wall()), 'one’s own report').toContain('On comprend');
	await act(mate.who, `${at}?/report`);
	for (const address of [at, `${at}/__data.json`, `/api/walls/${there.class}/exhibits/${exhibit}/cover`])
		expect(await page(third.who, address), address).not.toContain('On comprend');
	expect((await third.who.get(`/api/walls/${there.class}/exhibits/${exhibit}/cover`)).status()).toBe(404);
	expect((await act(third.who, `${at}?/write`, { text: 'Je le vois ?' })).status()).toBe(404);
	// A member learns that it is gone, in the words for one that never hung.
	for (const address of [at, `${wall()}/${randomUUID()}`]) {
		const answer = await third.who.get(address);
		expect(answer.status(), address).toBe(404);
		expect(await answer.text(), address).toContain('Ce projet n’est plus sur le mur.');
	}
	const own = await page(maker.who, at);
	expect(own).toContain('On comprend');
	expect(own, 'who reported it').not.toContain('Signalé par');
	expect(await page(there.teacher, `${lead()}/${exhibit}`)).toContain('Signalé par Hibou');

	await act(there.teacher, `${lead()}/${exhibit}?/show`);
	await act(third.who, `${at}?/report`);
	expect(await page(third.who, wall())).toContain('On comprend');
	await act(there.teacher, `${lead()}/${exhibit}?/hide`);
	expect(await page(third.who, wall())).not.toContain('On comprend');
});

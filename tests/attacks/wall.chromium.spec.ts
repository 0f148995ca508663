import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext } from '../test.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { createTestPicture } from '#lib/domain/own-file/testing.ts';
import { openHttpClient, makeCuratorLink } from '../adults.ts';
import {
	signUpClientByLink,
	hangExhibit,
	createInvitedAdult,
	createPortfolioRequest,
	createExhibitRequest,
	createClassWithTeacher,
	createWorkRequest,
	joinClass,
	STORED_PICTURE,
	type ClassWithTeacher,
	type Student
} from './people.ts';

const MARKUP = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const TEXT_REVERSING_CHARACTER = '\u202e';

test.describe.configure({ mode: 'serial' });
let classWithTeacher: ClassWithTeacher;
let otherClass: ClassWithTeacher;
let maker: Student;
let classmate: Student;
let outsiders: Record<string, APIRequestContext>;
/** Id of the exhibit that others try to reach. */
let exhibitId: string;

const wallPath = () => `/fr/wall/${classWithTeacher.classId}`;
const teacherWallPath = () => `/fr/classes/${classWithTeacher.classId}/wall`;
const fetchPage = async (who: APIRequestContext, address: string) => (await who.get(address)).text();
const postFormAction = (who: APIRequestContext, address: string, form: Record<string, string> = {}) =>
	who.post(address, { form, maxRedirects: 0 });

interface ProjectAndVersionIds {
	work: string;
	version: string;
}

async function putProjectOnServer(
	student: Student,
	files?: Record<string, string>,
	title = 'Salade'
): Promise<ProjectAndVersionIds> {
	const projectIds = { work: randomUUID(), version: randomUUID() };
	const answer = await putWorkOnServer(student, projectIds, {
		...(files && { files }),
		project: { title, card: null }
	});
	expect(answer.status(), await answer.text()).toBe(200);
	return projectIds;
}

/** Sends a project with one version. `changed` holds fields that replace the version's usual ones. */
function putWorkOnServer({ client, account }: Student, projectIds: ProjectAndVersionIds, changed: object) {
	const request = createWorkRequest({ account, ...projectIds, challenge: null });
	return client.put(`/api/works/${projectIds.work}`, {
		data: { ...request, versions: request.versions.map((version) => ({ ...version, ...changed })) }
	});
}
const putOnWall = (
	{ client, account }: Student,
	{ work, version }: ProjectAndVersionIds,
	more: object = {},
	into = classWithTeacher.classId
) =>
	client.put(`/api/walls/${into}/works/${work}`, { data: { ...createExhibitRequest({ account, version }), ...more } });
async function expectRefusal(
	answer: Promise<{ json(): Promise<unknown> }>,
	reason: string,
	what = reason
): Promise<void> {
	expect(await (await answer).json(), what).toMatchObject({ kind: 'refused', reason });
}

test.beforeAll(async () => {
	const curator = await signUpClientByLink(makeCuratorLink());
	[classWithTeacher, otherClass] = [await createClassWithTeacher(curator), await createClassWithTeacher(curator)];
	[maker, classmate] = [await joinClass(classWithTeacher, 'Renard'), await joinClass(classWithTeacher, 'Hibou')];
	outsiders = {
		visitor: await openHttpClient(),
		'a student of another class': (await joinClass(otherClass, 'Etranger')).client,
		'a teacher of another class': otherClass.teacher,
		partner: await createInvitedAdult(curator, 'partner'),
		curator
	};
	// A closed wall accepts no exhibit from anybody.
	await expectRefusal(putOnWall(maker, await putProjectOnServer(maker)), 'closed');
	exhibitId = await hangExhibit(classWithTeacher, maker);
});

test('people outside the class can neither see nor change its wall', async () => {
	const exhibitApi = `/api/walls/${classWithTeacher.classId}/exhibits/${exhibitId}`;
	const readAddresses = [
		wallPath(),
		`${wallPath()}/${exhibitId}`,
		`${wallPath()}/${exhibitId}/__data.json`,
		teacherWallPath(),
		`${teacherWallPath()}/${exhibitId}`
	];
	const pictureAddresses = [`${exhibitApi}/cover`, `${exhibitApi}/files/${STORED_PICTURE.sha256}`];
	for (const address of pictureAddresses)
		expect((await classmate.client.get(address)).status(), `a classmate ${address}`).toBe(200);
	for (const [who, client] of Object.entries(outsiders)) {
		for (const address of [...readAddresses, ...pictureAddresses]) {
			const answer = await client.get(address, { maxRedirects: 0 });
			expect(await answer.text(), `${who} ${address}`).not.toMatch(/On comprend|n’est plus sur le mur/);
			if (!address.endsWith('.json')) expect([303, 401, 403, 404], `${who} ${address}`).toContain(answer.status());
		}
		for (const action of ['write', 'remove', 'report', 'takeOff', 'makeLink', 'setLicence', 'endLink'])
			expect([401, 403, 404], `${who} ${action}`).toContain(
				(await postFormAction(client, `${wallPath()}/${exhibitId}?/${action}`, { text: 'Pris.' })).status()
			);
		for (const action of ['open', 'close', 'openLinks', 'endLinks'])
			expect([401, 403, 404], `${who} ${action}`).toContain(
				(await postFormAction(client, `${teacherWallPath()}?/${action}`)).status()
			);
		for (const action of ['hide', 'show', 'write', 'endLink'])
			expect([401, 403, 404], `${who} ${action}`).toContain(
				(await postFormAction(client, `${teacherWallPath()}/${exhibitId}?/${action}`, { text: 'Pris.' })).status()
			);
	}
	// Another class's teacher cannot reach the exhibit through the address of their own class.
	const { teacher } = otherClass;
	const across = `/fr/classes/${otherClass.classId}/wall/${exhibitId}`;
	expect((await teacher.get(across)).status()).toBe(404);
	await postFormAction(teacher, `${across}?/hide`);
	expect((await teacher.get(`/api/walls/${otherClass.classId}/exhibits/${exhibitId}/cover`)).status()).toBe(404);
	// Students of the class cannot do what only its teacher may do.
	for (const { client } of [maker, classmate])
		for (const address of [
			`${teacherWallPath()}?/close`,
			`${teacherWallPath()}?/openLinks`,
			`${teacherWallPath()}/${exhibitId}?/hide`,
			`${teacherWallPath()}/${exhibitId}?/endLink`
		])
			expect((await postFormAction(client, address)).status(), address).toBe(403);
	expect(await fetchPage(classmate.client, wallPath())).toContain('On comprend');
});

test('a student can put up only a stored version of their own project, within limits', async () => {
	const [ownPicture, theirs] = [await putProjectOnServer(maker), await putProjectOnServer(classmate)];
	await expectRefusal(putOnWall(maker, theirs), 'not-saved', 'another’s project');
	await expectRefusal(putOnWall(maker, { ...ownPicture, version: theirs.version }), 'not-saved', 'another’s version');
	await expectRefusal(
		putOnWall(maker, { ...ownPicture, version: randomUUID() }),
		'not-saved',
		'a version of one’s invention'
	);
	await expectRefusal(putOnWall(maker, ownPicture, { account: classmate.account }), 'other-person');
	await expectRefusal(putOnWall(maker, ownPicture, {}, otherClass.classId), 'absent', 'another class');
	await expectRefusal(putOnWall(maker, ownPicture, {}, '..%2f..%2fme'), 'absent', 'no class');
	await expectRefusal(putOnWall(maker, ownPicture, { files: { 'main.ts': 'x' } }), 'malformed', 'files in the message');
	for (const question of ['x'.repeat(201), `Lis ${TEXT_REVERSING_CHARACTER}ça`, 7])
		await expectRefusal(putOnWall(maker, ownPicture, { question }), 'malformed', `question ${String(question)}`);
	const coversByKind: Record<string, string> = {
		html: toBase64(new TextEncoder().encode(MARKUP)),
		svg: toBase64(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="hurt()"/>')),
		huge: toBase64(createTestPicture('png', 60_000, 60_000)),
		'not base64': '%%%'
	};
	for (const [what, content] of Object.entries(coversByKind))
		await expectRefusal(putOnWall(maker, ownPicture, { cover: { content, description: '' } }), 'malformed', what);
	const heavy = toBase64(new Uint8Array(300_000));
	await expectRefusal(putOnWall(maker, ownPicture, { cover: { content: heavy, description: '' } }), 'too-large');
	const giant = await putProjectOnServer(maker, { 'main.ts': '//\n'.repeat(60_000) });
	await expectRefusal(putOnWall(maker, giant), 'too-large', 'a giant program');
	expect((await fetchPage(classmate.client, wallPath())).match(/data-exhibit="/g)).toHaveLength(1);
});

test('markup in an exhibit is shown as text to classmates, to the teacher and in personal data', async ({
	browser
}) => {
	const projectIds = await putProjectOnServer(
		maker,
		{ 'main.ts': `// ${MARKUP}`, 'page.css': MARKUP },
		`${TEXT_REVERSING_CHARACTER}${MARKUP}`.slice(0, 80)
	);
	const description = MARKUP;
	const cover = { content: createExhibitRequest({ account: maker.account, version: '' }).cover.content, description };
	const exhibitAnswer = await putOnWall(maker, projectIds, { question: MARKUP, cover });
	expect(exhibitAnswer.status()).toBe(200);
	const { exhibit: id } = (await exhibitAnswer.json()) as { exhibit: string };
	expect((await postFormAction(classmate.client, `${wallPath()}/${id}?/write`, { text: MARKUP })).status()).toBe(200);
	const state = await classmate.client.storageState();
	const tab = await (await browser.newContext({ storageState: state })).newPage();
	for (const address of [wallPath(), `${wallPath()}/${id}`]) {
		await tab.goto(address, { waitUntil: 'networkidle' });
		await expect(tab.locator('body')).toContainText('<script>window.hurt=1</script>');
		expect(await tab.evaluate(() => 'hurt' in window)).toBe(false);
	}
	// The page runs no program before a person presses Run, even once its scripts have loaded.
	expect(tab.frames()).toHaveLength(1);
	expect(tab.workers()).toHaveLength(0);
	expect(await fetchPage(classmate.client, `${wallPath()}/${id}`)).not.toContain(TEXT_REVERSING_CHARACTER);
	for (const [client, address] of [
		[classWithTeacher.teacher, `${teacherWallPath()}/${id}`],
		[classmate.client, '/fr/me/data']
	] as const)
		expect(await fetchPage(client, address)).not.toContain('<script>window.hurt=1</script>');

	const coverAnswer = await classmate.client.get(`/api/walls/${classWithTeacher.classId}/exhibits/${id}/cover`);
	expect(coverAnswer.headers()).toMatchObject({
		'content-type': 'image/png',
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	});
	expect(coverAnswer.headers()['content-security-policy']).toContain("default-src 'none'");
	await postFormAction(maker.client, `${wallPath()}/${id}?/takeOff`);
});

test('a portfolio shows only its maker’s stored works, without programs, and only to the class', async () => {
	const [own, theirs] = [await putProjectOnServer(maker), await putProjectOnServer(classmate)];
	const putPortfolio = ({ work, version }: ProjectAndVersionIds, more: object = {}, into = classWithTeacher.classId) =>
		maker.client.put(`/api/walls/${into}/portfolio`, {
			data: { ...createPortfolioRequest(maker.account, work, version), ...more }
		});
	const createPortfolioWorks = (more: object) => ({ works: [{ ...own, sentence: '', cover: null, ...more }] });
	await expectRefusal(putPortfolio(theirs), 'not-saved', 'another’s project');
	await expectRefusal(putPortfolio({ ...own, version: theirs.version }), 'not-saved', 'another’s version');
	await expectRefusal(putPortfolio(own, { account: classmate.account }), 'other-person');
	await expectRefusal(putPortfolio(own, {}, otherClass.classId), 'absent', 'another class');
	await expectRefusal(putPortfolio(own, { name: 'Léa' }), 'malformed', 'a name');
	await expectRefusal(
		putPortfolio(own, createPortfolioWorks({ files: { 'main.ts': '' } })),
		'malformed',
		'files in the message'
	);
	await expectRefusal(
		putPortfolio(own, createPortfolioWorks({ sentence: `Lis ${TEXT_REVERSING_CHARACTER}ça` })),
		'malformed',
		'a reversed sentence'
	);

	const secretProject = await putProjectOnServer(maker, { 'main.ts': 'const secret = 41;' }, MARKUP.slice(0, 80));
	const cover = createExhibitRequest({ account: maker.account, version: '' }).cover;
	const works = [{ ...secretProject, sentence: MARKUP, cover }];
	const portfolioAnswer = await putPortfolio(secretProject, { works });
	expect(portfolioAnswer.status()).toBe(200);
	const { portfolio } = (await portfolioAnswer.json()) as { portfolio: string };
	const [wallAddress, leadAddress] = [
		`${wallPath()}/portfolios/${portfolio}`,
		`${teacherWallPath()}/portfolios/${portfolio}`
	];
	const picture = `/api/walls/${classWithTeacher.classId}/portfolios/${portfolio}/covers/${secretProject.work}`;
	for (const [client, address] of [
		[classmate.client, wallAddress],
		[classWithTeacher.teacher, leadAddress]
	] as const) {
		const text = await fetchPage(client, address);
		expect(text).not.toMatch(/<script>window|const secret/);
		expect(text).toContain('window.hurt=1');
	}
	expect((await classmate.client.get(picture)).headers()['content-security-policy']).toContain("default-src 'none'");

	for (const [who, client] of Object.entries(outsiders)) {
		for (const address of [wallAddress, leadAddress, picture]) {
			const answer = await client.get(address, { maxRedirects: 0 });
			expect([303, 401, 403, 404], `${who} ${address}`).toContain(answer.status());
			expect(await answer.text(), `${who} ${address}`).not.toContain('window.hurt');
		}
		for (const address of [`${wallAddress}?/report`, `${leadAddress}?/hide`])
			expect([401, 403, 404], `${who} ${address}`).toContain((await postFormAction(client, address)).status());
		expect([401, 403, 404, 409], who).toContain(
			(await client.delete(`/api/walls/${classWithTeacher.classId}/portfolio`)).status()
		);
	}
	const across = `/fr/classes/${otherClass.classId}/wall/portfolios/${portfolio}`;
	expect((await otherClass.teacher.get(across)).status()).toBe(404);
	await postFormAction(otherClass.teacher, `${across}?/hide`);
	for (const { client } of [maker, classmate])
		expect((await postFormAction(client, `${leadAddress}?/hide`)).status()).toBe(403);
	await classmate.client.delete(`/api/walls/${classWithTeacher.classId}/portfolio`);
	expect(await fetchPage(classmate.client, wallPath())).toContain(`data-portfolio="${portfolio}"`);
	await postFormAction(classmate.client, `${wallAddress}?/report`);
	for (const address of [wallAddress, `${wallAddress}/__data.json`, picture])
		expect(await fetchPage(classmate.client, address), address).not.toContain('window.hurt');
	expect(await fetchPage(classmate.client, wallPath())).not.toContain(portfolio);
});

test('a project counts as a remix only of another exhibit on the same wall', async () => {
	const thirdStudent = await joinClass(classWithTeacher, 'Martre');
	const originalExhibit = await hangExhibit(classWithTeacher, maker);
	const exhibitOfOtherClass = await hangExhibit(otherClass, await joinClass(otherClass, 'Castor'));
	const createRemixFields = (remixOf: unknown) => ({ project: { title: 'Copie', card: null, remixOf } });
	const hangRemix = async (remixOf: { classId: string; exhibit: string }) => {
		const projectIds = { work: randomUUID(), version: randomUUID() };
		expect((await putWorkOnServer(classmate, projectIds, createRemixFields(remixOf))).status()).toBe(200);
		const exhibitAnswer = await putOnWall(classmate, projectIds);
		expect(exhibitAnswer.status(), await exhibitAnswer.text()).toBe(200);
		const { exhibit: id } = (await exhibitAnswer.json()) as { exhibit: string };
		return { ...projectIds, at: `${wallPath()}/${id}`, id };
	};
	for (const [what, source] of Object.entries({
		'an exhibit of another class': { classId: classWithTeacher.classId, exhibit: exhibitOfOtherClass },
		'another class': { classId: otherClass.classId, exhibit: exhibitOfOtherClass },
		'an exhibit here, as if it hung elsewhere': { classId: otherClass.classId, exhibit: originalExhibit },
		nothing: { classId: classWithTeacher.classId, exhibit: randomUUID() }
	})) {
		const { at } = await hangRemix(source);
		for (const who of [classmate.client, thirdStudent.client])
			expect(await fetchPage(who, at), what).not.toContain('data-original');
		await postFormAction(classmate.client, `${at}?/takeOff`);
	}
	for (const forgedAnswer of [
		null,
		'x',
		{ classId: classWithTeacher.classId },
		{ classId: MARKUP, exhibit: originalExhibit },
		{ classId: '..', exhibit: originalExhibit }
	])
		await expectRefusal(
			putWorkOnServer(classmate, { work: randomUUID(), version: randomUUID() }, createRemixFields(forgedAnswer)),
			'malformed'
		);

	const { work, version, at, id } = await hangRemix({ classId: classWithTeacher.classId, exhibit: originalExhibit });
	expect(await fetchPage(thirdStudent.client, at)).toContain(`data-original="${originalExhibit}"`);
	expect(await fetchPage(thirdStudent.client, `${wallPath()}/${originalExhibit}`)).toContain(`data-remix="${id}"`);
	// A classmate's pages name neither a hidden original nor a hidden remix.
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${originalExhibit}?/hide`);
	for (const address of [at, `${at}/__data.json`, wallPath()])
		expect(await fetchPage(thirdStudent.client, address), address).not.toContain(originalExhibit);
	expect(await fetchPage(classWithTeacher.teacher, `${teacherWallPath()}/${id}`)).toContain(
		`data-original="${originalExhibit}"`
	);
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${originalExhibit}?/show`);
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${id}?/hide`);
	for (const address of [`${wallPath()}/${originalExhibit}`, `${wallPath()}/${originalExhibit}/__data.json`])
		expect(await fetchPage(thirdStudent.client, address), address).not.toContain(id);

	// A project that is put up again as a remix of its own exhibit counts as no remix.
	const nextProjectId = randomUUID();
	const request = createWorkRequest({ account: classmate.account, work, version: nextProjectId, challenge: null });
	const itself = { parent: version, ...createRemixFields({ classId: classWithTeacher.classId, exhibit: id }) };
	const again = { ...request, expected: version, versions: request.versions.map((each) => ({ ...each, ...itself })) };
	expect((await classmate.client.put(`/api/works/${work}`, { data: again })).status()).toBe(200);
	expect((await putOnWall(classmate, { work, version: nextProjectId })).status()).toBe(200);
	expect(await fetchPage(classmate.client, at)).not.toMatch(/data-original|data-remix/);
	await postFormAction(classmate.client, `${at}?/takeOff`);
	await postFormAction(maker.client, `${wallPath()}/${originalExhibit}?/takeOff`);
});

test('a classmate writes one sentence of at most 200 characters about an exhibit on an open wall', async () => {
	const at = `${wallPath()}/${exhibitId}?/write`;
	for (const text of ['', '  \n ', 'x'.repeat(201), `à ${TEXT_REVERSING_CHARACTER} l’envers`])
		expect((await postFormAction(classmate.client, at, { text })).status(), JSON.stringify(text)).toBe(400);
	expect((await postFormAction(maker.client, at, { text: 'Bravo moi.' })).status()).toBe(409);
	expect(
		(await postFormAction(classmate.client, `${wallPath()}/${randomUUID()}?/write`, { text: 'Où ?' })).status()
	).toBe(404);
	for (const text of ['Une première.', 'Une seconde.'])
		expect((await postFormAction(classmate.client, at, { text })).status(), text).toBe(200);
	const exhibitPage = await fetchPage(maker.client, `${wallPath()}/${exhibitId}`);
	expect(exhibitPage).toContain('Une seconde.');
	expect(exhibitPage).not.toContain('Une première.');

	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/close`);
	expect((await postFormAction(classmate.client, at, { text: 'Mur fermé.' })).status()).toBe(409);
	await expectRefusal(putOnWall(maker, await putProjectOnServer(maker)), 'closed');
	expect(await fetchPage(maker.client, `${wallPath()}/${exhibitId}`)).toContain('Une seconde.');
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}?/open`);
});

test('a reported exhibit is hidden until a teacher shows it, and then cannot be reported again', async () => {
	const thirdStudent = await joinClass(classWithTeacher, 'Lynx');
	const at = `${wallPath()}/${exhibitId}`;
	await postFormAction(maker.client, `${at}?/report`);
	expect(await fetchPage(thirdStudent.client, wallPath()), 'one’s own report').toContain('On comprend');
	await postFormAction(classmate.client, `${at}?/report`);
	for (const address of [at, `${at}/__data.json`, `/api/walls/${classWithTeacher.classId}/exhibits/${exhibitId}/cover`])
		expect(await fetchPage(thirdStudent.client, address), address).not.toContain('On comprend');
	expect(
		(await thirdStudent.client.get(`/api/walls/${classWithTeacher.classId}/exhibits/${exhibitId}/cover`)).status()
	).toBe(404);
	expect((await postFormAction(thirdStudent.client, `${at}?/write`, { text: 'Je le vois ?' })).status()).toBe(404);
	// A member of the class reads the same of the hidden exhibit as of one that never existed.
	for (const address of [at, `${wallPath()}/${randomUUID()}`]) {
		const answer = await thirdStudent.client.get(address);
		expect(answer.status(), address).toBe(404);
		expect(await answer.text(), address).toContain('Ce projet n’est plus sur le mur.');
	}
	const own = await fetchPage(maker.client, at);
	expect(own).toContain('On comprend');
	expect(own, 'who reported it').not.toContain('Signalé par');
	expect(await fetchPage(classWithTeacher.teacher, `${teacherWallPath()}/${exhibitId}`)).toContain('Signalé par Hibou');

	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${exhibitId}?/show`);
	await postFormAction(thirdStudent.client, `${at}?/report`);
	expect(await fetchPage(thirdStudent.client, wallPath())).toContain('On comprend');
	await postFormAction(classWithTeacher.teacher, `${teacherWallPath()}/${exhibitId}?/hide`);
	expect(await fetchPage(thirdStudent.client, wallPath())).not.toContain('On comprend');
});

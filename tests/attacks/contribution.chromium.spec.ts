import { INVITED_PROBLEM_LIMIT } from '#lib/server/rate-limit/attempts.ts';
import { expect, test, type APIRequestContext } from '../test.ts';
import { openHttpClient, postForm, makeCuratorLink } from '../adults.ts';
import {
	signUpClientByLink,
	createContributorInvitation,
	createInvitedAdult,
	fetchStoredPersonData,
	findProblemId,
	createProblemRequest
} from './people.ts';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>=1+1 \u202e';

test.describe.configure({ mode: 'serial' });
let curator: APIRequestContext;
let teacher: APIRequestContext;
let otherTeacher: APIRequestContext;
let visitor: APIRequestContext;

test.beforeAll(async () => {
	curator = await signUpClientByLink(makeCuratorLink());
	[teacher, otherTeacher] = [
		await createInvitedAdult(curator, 'teacher'),
		await createInvitedAdult(curator, 'teacher')
	];
	visitor = await openHttpClient();
});

const tellProblem = async (wrong: string, invitation: string) => {
	const answer = await visitor.post('/api/problems', { data: createProblemRequest(invitation, wrong) });
	expect(answer.status(), wrong.slice(0, 80)).toBe(200);
	const { link } = (await answer.json()) as { link: string };
	return { link, id: await findProblemId(teacher, wrong.slice(0, 16)) };
};

test('markup in a told problem is shown as text on every page', async () => {
	const { link, id } = await tellProblem(`Balisage premier ${MARKUP}`, await createContributorInvitation(teacher));
	await postForm(visitor, `/fr/follow/${link}?/reply`, { text: MARKUP });
	await postForm(teacher, `/fr/problems/${id}?/ask`, { text: MARKUP });
	for (const [client, address] of [
		[visitor, `/fr/follow/${link}`],
		[teacher, '/fr/problems'],
		[teacher, `/fr/problems/${id}`],
		[teacher, `/fr/problems/${id}/sheet`],
		[curator, '/fr/problems']
	] as const) {
		const page = await (await client.get(address)).text();
		expect(page, address).not.toContain('<img src=x');
		expect(page, address).not.toContain('<script>alert');
		expect(page, address).toContain('&lt;img src=x');
	}
});

test('a told problem that is too large, malformed or sent from another site is refused', async () => {
	const invitation = await createContributorInvitation(teacher);
	const validReport = createProblemRequest(invitation);
	const createReportWithCard = (changed: object) => ({ ...validReport, card: { ...validReport.card, ...changed } });
	for (const [data, status] of [
		[createReportWithCard({ wrong: 'x'.repeat(2001) }), 400],
		[createReportWithCard({ wrong: ' \n\t ' }), 400],
		[createReportWithCard({ wrong: 'a\0b' }), 400],
		[createReportWithCard({ cases: Array.from({ length: 9 }, () => ({ label: 'a', good: 'b', bad: 'c' })) }), 400],
		[createReportWithCard({ list: { columns: ['a', 'b'], rows: [['c']] } }), 400],
		[createReportWithCard({ more: 'x' }), 400],
		[{ ...validReport, place: 'x'.repeat(81) }, 400],
		[{ ...validReport, classId: 'someone-elses' }, 403],
		[{ ...validReport, invitation: 'f'.repeat(48) }, 410],
		[createReportWithCard({ wrong: 'x'.repeat(600_000) }), 413],
		[{ ...validReport, format: 2 }, 400]
	] as const) {
		const answer = await visitor.post('/api/problems', { data });
		expect(answer.status(), JSON.stringify(data).slice(0, 120)).toBe(status);
		expect(await answer.json()).toMatchObject({ kind: 'refused' });
	}
	const foreign = await visitor.post('/api/problems', {
		data: validReport,
		headers: { origin: 'http://evil.example' }
	});
	expect(foreign.status()).toBe(403);
});

test('an invented or wrong private link shows, changes and erases nothing', async () => {
	const invitation = await createContributorInvitation(teacher);
	const { id, link } = await tellProblem('Lien volé, la caisse ne tombe pas juste.', invitation);
	for (const wrong of ['0'.repeat(48), invitation, id, link.slice(0, -1), link.toUpperCase(), '..%2fme']) {
		const page = await (await visitor.get(`/fr/follow/${wrong}`)).text();
		expect(page, wrong).toContain('Ce lien ne mène à rien');
		expect(page, wrong).not.toContain('la caisse ne tombe pas juste');
		expect(
			(
				await visitor.put(`/api/problems/${wrong}`, { data: { format: 1, card: createProblemRequest(null).card } })
			).status()
		).toBe(404);
		await postForm(visitor, `/fr/follow/${wrong}?/erase`, {});
		await postForm(visitor, `/fr/follow/${wrong}?/eraseAll`, {});
	}
	// Another teacher who knows the problem's id cannot open its private page with that id.
	expect(await (await otherTeacher.get(`/fr/follow/${id}`)).text()).toContain('Ce lien ne mène à rien');
	const page = await (await visitor.get(`/fr/follow/${link}`)).text();
	expect(page).toContain('02 98 00 00 00');
	expect((await visitor.get(`/fr/follow/${link}`)).headers()['cache-control']).toBe('no-store');
	expect(await (await visitor.get(`/fr/tell/${link}`)).text()).toContain('Cette invitation a pris fin');
});

test('a claimed problem cannot be changed by another teacher, who does not see its contact', async () => {
	const { id } = await tellProblem(
		'Prise d’un autre, les caisses manquent.',
		await createContributorInvitation(teacher)
	);
	await postForm(teacher, `/fr/problems/${id}?/claim`, { class: '' });
	const storedBefore = await fetchStoredPersonData(teacher);
	for (const action of ['claim', 'release', 'decline', 'ask', 'reply', 'letIn']) {
		const answer = await otherTeacher.post(`/fr/problems/${id}?/${action}`, {
			form: { text: 'À moi', class: '' },
			maxRedirects: 0
		});
		expect(answer.status(), action).toBe(404);
	}
	expect(await (await otherTeacher.get(`/fr/problems/${id}`)).text()).not.toContain('02 98 00 00 00');
	expect(await (await teacher.get(`/fr/problems/${id}`)).text()).toContain('02 98 00 00 00');
	expect(await fetchStoredPersonData(teacher)).toEqual(storedBefore);
	const partner = await createInvitedAdult(curator, 'partner');
	for (const address of ['/fr/problems', `/fr/problems/${id}`, '/fr/problems/invite'])
		expect([403, 404], address).toContain((await partner.get(address)).status());
});

test('a problem is kept on the page of only one account, and only with its private link', async () => {
	const { id, link } = await tellProblem(
		'Page d’un compte, la balance ment.',
		await createContributorInvitation(teacher)
	);
	const [partner, thief] = [await createInvitedAdult(curator, 'partner'), await createInvitedAdult(curator, 'partner')];
	const isProblemOnMyPage = async (client: APIRequestContext) =>
		(await (await client.get('/fr/me')).text()).includes('la balance ment');
	for (const wrong of [id, '0'.repeat(48), `${link}0`, link.slice(1), '']) {
		await postForm(thief, '/fr/me?/keep', { link: wrong });
		await postForm(thief, `/fr/follow/${wrong || 'x'}?/keep`, {});
	}
	await postForm(visitor, `/fr/follow/${link}?/keep`, {});
	expect(await isProblemOnMyPage(thief)).toBe(false);
	await postForm(partner, '/fr/me?/keep', { link: `https://braise.example/fr/follow/${link}` });
	expect(await isProblemOnMyPage(partner)).toBe(true);
	for (const address of ['/fr/me?/keep', `/fr/follow/${link}?/keep`]) await postForm(thief, address, { link });
	expect(await isProblemOnMyPage(thief)).toBe(false);
	expect(await isProblemOnMyPage(partner)).toBe(true);
	// Nobody can take the problem off the partner's page without its private link, not even the partner, who would then have no way
	// to it.
	for (const client of [thief, partner]) await postForm(client, `/fr/follow/${id}?/takeOff`, {});
	expect(await isProblemOnMyPage(partner)).toBe(true);
	await postForm(visitor, `/fr/follow/${link}?/takeOff`, {});
	expect(await isProblemOnMyPage(partner)).toBe(false);
});

test('too many problems through one invitation are refused for a while, and other invitations still work', async () => {
	const [flooded, free] = [await createContributorInvitation(teacher), await createContributorInvitation(otherTeacher)];
	const statuses: number[] = [];
	for (let attempt = 0; attempt <= INVITED_PROBLEM_LIMIT.freeAttempts; attempt += 1) {
		const answer = await visitor.post('/api/problems', { data: createProblemRequest(flooded, `Flot ${attempt}`) });
		statuses.push(answer.status());
		if (answer.status() === 429) {
			expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			expect(await answer.json()).toMatchObject({ reason: 'too-often' });
		}
	}
	expect(statuses.filter((status) => status === 200)).toHaveLength(INVITED_PROBLEM_LIMIT.freeAttempts);
	expect(statuses.at(-1)).toBe(429);
	expect((await visitor.post('/api/problems', { data: createProblemRequest(free, 'Pendant le flot') })).status()).toBe(
		200
	);
});

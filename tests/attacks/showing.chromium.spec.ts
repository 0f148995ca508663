/** Attacks the version that a teller is shown: stolen links, others' drafts, forged answers and markup. */
import { randomUUID } from 'node:crypto';
import { writeExerciseFolder } from '#lib/domain/exercise/write-exercise.ts';
import { EMPTY_EXERCISE_EXAMPLE } from '#lib/domain/exercise/exercise.ts';
import { expect, test, type APIRequestContext } from '../test.ts';
import { openClient, postForm, makeWelcomeLink } from '../adults.ts';
import {
	signUpByWelcomeLink,
	createTellerInvitation,
	createInvitedAdult,
	fetchStoredData,
	findProblemId,
	createProblemReport
} from './people.ts';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const SECRET = 'Math.ceil(minutes / 30)';

const FILES = writeExerciseFolder({
	id: 'exo-attackattack',
	version: '1.0.0',
	language: 'fr',
	title: `Prix ${MARKUP}`,
	brief: MARKUP,
	start: 'export function price(minutes: number): number {\n\treturn 0;\n}\n',
	solution: `export function price(minutes: number): number {\n\treturn ${SECRET} * 50;\n}\n`,
	examples: [{ ...EMPTY_EXERCISE_EXAMPLE, function: 'price', given: '30', returns: '50' }],
	hints: [],
	piste: 'blue',
	minutes: 10
});

test.describe.configure({ mode: 'serial' });
let teacher: APIRequestContext;
let other: APIRequestContext;
let partner: APIRequestContext;
let visitor: APIRequestContext;
let work = '';
let hash = '';
let shownProblem: { id: string; link: string };
/** Another teller, who was not shown a version. */
let beside: { id: string; link: string };

const accountOf = async (who: APIRequestContext) => (await fetchStoredData(who)).account.id;

async function claimProblem(by: APIRequestContext, wrong: string) {
	const answer = await visitor.post('/api/problems', {
		data: createProblemReport(await createTellerInvitation(by), wrong)
	});
	const { link } = (await answer.json()) as { link: string };
	const id = await findProblemId(by, wrong);
	await postForm(by, `/fr/problems/${id}?/claim`, { class: '' });
	return { id, link };
}
const tie = async (who: APIRequestContext, problem: string, account: string, tied = work) =>
	(await who.post(`/api/studio/problems/${problem}`, { data: { format: 1, account, work: tied } })).status();

test.beforeAll(async () => {
	const curator = await signUpByWelcomeLink(makeWelcomeLink());
	[teacher, other] = [await createInvitedAdult(curator, 'teacher'), await createInvitedAdult(curator, 'teacher')];
	partner = await createInvitedAdult(curator, 'partner');
	visitor = await openClient();
	[shownProblem, beside] = [
		await claimProblem(teacher, 'Montré à la boulangère.'),
		await claimProblem(other, 'Pas montré du tout.')
	];
	work = randomUUID();
	const account = await accountOf(teacher);
	expect(await tie(teacher, shownProblem.id, account)).toBe(200);
	const answer = await teacher.post(`/api/studio/showings/${work}`, { data: { format: 1, account, files: FILES } });
	({ hash } = (await answer.json()) as { hash: string });
	expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('nobody shows anything of a problem that is another’s', async () => {
	const account = await accountOf(other);
	expect(await tie(other, shownProblem.id, account)).toBe(404);
	expect(await tie(partner, shownProblem.id, await accountOf(partner))).toBe(403);
	expect(await tie(visitor, shownProblem.id, account)).toBe(401);
	// A teacher who ties another teacher's work to a problem of their own does not see that work.
	expect(await tie(other, beside.id, account)).toBe(200);
	const theirs = await (await other.get(`/fr/studio/${work}`)).text();
	expect(theirs).not.toContain('Montré à la boulangère.');
	expect((await other.get(`/fr/studio/problem/${shownProblem.id}`)).status()).toBe(404);
	for (const who of [partner, visitor])
		for (const method of ['POST', 'DELETE'])
			expect([401, 403]).toContain(
				(
					await who.fetch(`/api/studio/showings/${work}`, { method, data: { format: 1, account, files: FILES } })
				).status()
			);
	expect(await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text()).toContain(hash);
});

test('the program comes by the private link alone, compiled, as text, in no cache', async () => {
	const address = (link: string, which = hash) => `/api/problems/${link}/program?hash=${which}`;
	const answer = await visitor.get(address(shownProblem.link));
	expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' });
	const program = await answer.text();
	expect(program).toContain(SECRET);
	expect(program).not.toMatch(/minutes: number|sourceMappingURL|sourcesContent/);
	for (const link of [
		beside.link,
		shownProblem.id,
		'0'.repeat(48),
		shownProblem.link.toUpperCase(),
		shownProblem.link.slice(1),
		'..%2fme'
	])
		for (const who of [visitor, other, partner]) expect((await who.get(address(link))).status(), link).toBe(404);
	expect((await visitor.get(address(shownProblem.link, hash.slice(0, 16)))).status()).toBe(404);
	const page = await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text();
	for (const part of [SECRET, 'private/', '<img src=x', '<script>alert']) expect(page, part).not.toContain(part);
});

test('an answer fits the version before its teller, or nothing is kept', async () => {
	const content = (changed: object) => JSON.stringify({ values: {}, examples: [], remark: MARKUP, ...changed });
	const example = { function: 'price', given: [30], returns: 50 };
	const forged: [string, Record<string, string>][] = [
		['propose', { hash, content: content({ values: { other: 1 } }) }],
		['propose', { hash, content: content({ examples: [{ ...example, function: 'constructor' }] }) }],
		['propose', { hash, content: content({ examples: [{ ...example, given: [{ a: 1 }] }] }) }],
		['propose', { hash, content: content({ examples: Array.from({ length: 13 }, () => example) }) }],
		['propose', { hash, content: content({ remark: 'x'.repeat(40_000) }) }],
		['propose', { hash, content: '{' }],
		['propose', { hash: 'f'.repeat(64), content: content({}) }],
		['approve', { hash, naming: 'nobody' }],
		['approve', { hash, naming: 'curator', name: 'x' }]
	];
	for (const [action, form] of forged) {
		const answer = await visitor.post(`/fr/follow/${shownProblem.link}?/${action}`, { form });
		expect(answer.status(), JSON.stringify(form).slice(0, 100)).toBe(409);
	}
	for (const action of ['propose', 'facts', 'approve', 'withdraw']) {
		const answer = await visitor.post(`/fr/follow/${beside.link.replace(/^./, 'x')}?/${action}`, { form: { hash } });
		expect(answer.status(), action).toBe(404);
	}
	const studio = await (await teacher.get(`/fr/studio/${work}`)).text();
	expect(studio).toContain('proposals:[]');
});

test('a proposal is text to its maker, who alone answers it', async () => {
	const content = JSON.stringify({ values: {}, examples: [], remark: MARKUP });
	await postForm(visitor, `/fr/follow/${shownProblem.link}?/propose`, { hash, content });
	const studio = await (await teacher.get(`/fr/studio/${work}`)).text();
	expect(studio).not.toContain('<img src=x');
	const proposal = /proposals:\[\{id:"([0-9a-f-]{36})"/.exec(studio)?.[1] ?? '';
	expect(proposal).not.toBe('');
	for (const [who, status] of [
		[other, [409]],
		[partner, [403]],
		[visitor, [401, 303]]
	] as const) {
		const form = { proposal, state: 'taken', text: '' };
		const answer = await who.post(`/fr/studio/${work}?/answer`, { form, maxRedirects: 0 });
		expect(status).toContain(answer.status());
	}
	// A teacher who gives the problem back shows its teller nothing more.
	await postForm(teacher, `/fr/problems/${shownProblem.id}?/release`, {});
	expect((await visitor.get(`/api/problems/${shownProblem.link}/program?hash=${hash}`)).status()).toBe(404);
	expect(await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text()).not.toContain(hash);
	expect(await (await teacher.get(`/fr/studio/${work}`)).text()).not.toContain('Montré à la boulangère.');
});

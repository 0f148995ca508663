import { randomUUID } from 'node:crypto';
import { writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import { EMPTY_EXERCISE_EXAMPLE } from '#lib/domain/exercise/exercise.ts';
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

const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const SECRET_SOLUTION_CODE = 'Math.ceil(minutes / 30)';

const EXERCISE_FILES = writeExerciseFolder({
	id: 'exo-attackattack',
	version: '1.0.0',
	language: 'fr',
	title: `Prix ${MARKUP}`,
	brief: MARKUP,
	start: 'export function price(minutes: number): number {\n\treturn 0;\n}\n',
	solution: `export function price(minutes: number): number {\n\treturn ${SECRET_SOLUTION_CODE} * 50;\n}\n`,
	examples: [{ ...EMPTY_EXERCISE_EXAMPLE, function: 'price', given: '30', returns: '50' }],
	hints: [],
	piste: 'blue',
	minutes: 10
});

test.describe.configure({ mode: 'serial' });
let teacher: APIRequestContext;
let otherTeacher: APIRequestContext;
let partner: APIRequestContext;
let visitor: APIRequestContext;
let workId = '';
let demoHash = '';
let shownProblem: { id: string; link: string };
/** A problem of another contributor, who was not shown a version. */
let problemWithoutDemo: { id: string; link: string };

const fetchAccountId = async (who: APIRequestContext) => (await fetchStoredPersonData(who)).account.id;

async function tellAndClaimProblem(by: APIRequestContext, wrong: string) {
	const answer = await visitor.post('/api/problems', {
		data: createProblemRequest(await createContributorInvitation(by), wrong)
	});
	const { link } = (await answer.json()) as { link: string };
	const id = await findProblemId(by, wrong);
	await postForm(by, `/fr/problems/${id}?/claim`, { class: '' });
	return { id, link };
}
const tieWorkToProblem = async (who: APIRequestContext, problem: string, account: string, tiedWork = workId) =>
	(await who.post(`/api/studio/problems/${problem}`, { data: { format: 1, account, work: tiedWork } })).status();

test.beforeAll(async () => {
	const curator = await signUpClientByLink(makeCuratorLink());
	[teacher, otherTeacher] = [
		await createInvitedAdult(curator, 'teacher'),
		await createInvitedAdult(curator, 'teacher')
	];
	partner = await createInvitedAdult(curator, 'partner');
	visitor = await openHttpClient();
	[shownProblem, problemWithoutDemo] = [
		await tellAndClaimProblem(teacher, 'Montré à la boulangère.'),
		await tellAndClaimProblem(otherTeacher, 'Pas montré du tout.')
	];
	workId = randomUUID();
	const account = await fetchAccountId(teacher);
	expect(await tieWorkToProblem(teacher, shownProblem.id, account)).toBe(200);
	const answer = await teacher.post(`/api/studio/showings/${workId}`, {
		data: { format: 1, account, files: EXERCISE_FILES }
	});
	({ hash: demoHash } = (await answer.json()) as { hash: string });
	expect(demoHash).toMatch(/^[0-9a-f]{64}$/);
});

test('people without a claim on a problem cannot show its teller a version', async () => {
	const account = await fetchAccountId(otherTeacher);
	expect(await tieWorkToProblem(otherTeacher, shownProblem.id, account)).toBe(404);
	expect(await tieWorkToProblem(partner, shownProblem.id, await fetchAccountId(partner))).toBe(403);
	expect(await tieWorkToProblem(visitor, shownProblem.id, account)).toBe(401);
	// A teacher who ties another teacher's work to a problem of their own does not see that work.
	expect(await tieWorkToProblem(otherTeacher, problemWithoutDemo.id, account)).toBe(200);
	const studioPage = await (await otherTeacher.get(`/fr/studio/${workId}`)).text();
	expect(studioPage).not.toContain('Montré à la boulangère.');
	expect((await otherTeacher.get(`/fr/studio/problem/${shownProblem.id}`)).status()).toBe(404);
	for (const who of [partner, visitor])
		for (const method of ['POST', 'DELETE'])
			expect([401, 403]).toContain(
				(
					await who.fetch(`/api/studio/showings/${workId}`, {
						method,
						data: { format: 1, account, files: EXERCISE_FILES }
					})
				).status()
			);
	expect(await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text()).toContain(demoHash);
});

test('the shown program is served only through the private link, compiled, as text, uncached', async () => {
	const programAddressOf = (link: string, which = demoHash) => `/api/problems/${link}/program?hash=${which}`;
	const answer = await visitor.get(programAddressOf(shownProblem.link));
	expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' });
	const program = await answer.text();
	expect(program).toContain(SECRET_SOLUTION_CODE);
	expect(program).not.toMatch(/minutes: number|sourceMappingURL|sourcesContent/);
	for (const link of [
		problemWithoutDemo.link,
		shownProblem.id,
		'0'.repeat(48),
		shownProblem.link.toUpperCase(),
		shownProblem.link.slice(1),
		'..%2fme'
	])
		for (const who of [visitor, otherTeacher, partner])
			expect((await who.get(programAddressOf(link))).status(), link).toBe(404);
	expect((await visitor.get(programAddressOf(shownProblem.link, demoHash.slice(0, 16)))).status()).toBe(404);
	const page = await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text();
	for (const part of [SECRET_SOLUTION_CODE, 'private/', '<img src=x', '<script>alert'])
		expect(page, part).not.toContain(part);
});

test('forged answers of a teller that do not fit the shown version are refused', async () => {
	const createProposalJson = (changed: object) =>
		JSON.stringify({ values: {}, examples: [], remark: MARKUP, ...changed });
	const example = { function: 'price', given: [30], returns: 50 };
	const forgedForms: [string, Record<string, string>][] = [
		['propose', { hash: demoHash, content: createProposalJson({ values: { other: 1 } }) }],
		[
			'propose',
			{ hash: demoHash, content: createProposalJson({ examples: [{ ...example, function: 'constructor' }] }) }
		],
		['propose', { hash: demoHash, content: createProposalJson({ examples: [{ ...example, given: [{ a: 1 }] }] }) }],
		[
			'propose',
			{ hash: demoHash, content: createProposalJson({ examples: Array.from({ length: 13 }, () => example) }) }
		],
		['propose', { hash: demoHash, content: createProposalJson({ remark: 'x'.repeat(40_000) }) }],
		['propose', { hash: demoHash, content: '{' }],
		['propose', { hash: 'f'.repeat(64), content: createProposalJson({}) }],
		['approve', { hash: demoHash, naming: 'nobody' }],
		['approve', { hash: demoHash, naming: 'curator', name: 'x' }]
	];
	for (const [action, form] of forgedForms) {
		const answer = await visitor.post(`/fr/follow/${shownProblem.link}?/${action}`, { form });
		expect(answer.status(), JSON.stringify(form).slice(0, 100)).toBe(409);
	}
	for (const action of ['propose', 'facts', 'approve', 'withdraw']) {
		const answer = await visitor.post(`/fr/follow/${problemWithoutDemo.link.replace(/^./, 'x')}?/${action}`, {
			form: { hash: demoHash }
		});
		expect(answer.status(), action).toBe(404);
	}
	const studio = await (await teacher.get(`/fr/studio/${workId}`)).text();
	expect(studio).toContain('proposals:[]');
});

test('markup in a proposal is shown as text, and only the challenge’s maker can answer the proposal', async () => {
	const content = JSON.stringify({ values: {}, examples: [], remark: MARKUP });
	await postForm(visitor, `/fr/follow/${shownProblem.link}?/propose`, { hash: demoHash, content });
	const studio = await (await teacher.get(`/fr/studio/${workId}`)).text();
	expect(studio).not.toContain('<img src=x');
	const proposalId = /proposals:\[\{id:"([0-9a-f-]{36})"/.exec(studio)?.[1] ?? '';
	expect(proposalId).not.toBe('');
	for (const [who, status] of [
		[otherTeacher, [409]],
		[partner, [403]],
		[visitor, [401, 303]]
	] as const) {
		const form = { proposal: proposalId, state: 'taken', text: '' };
		const answer = await who.post(`/fr/studio/${workId}?/answer`, { form, maxRedirects: 0 });
		expect(status).toContain(answer.status());
	}
	// A teacher who gives the problem back shows its contributor nothing more.
	await postForm(teacher, `/fr/problems/${shownProblem.id}?/release`, {});
	expect((await visitor.get(`/api/problems/${shownProblem.link}/program?hash=${demoHash}`)).status()).toBe(404);
	expect(await (await visitor.get(`/fr/follow/${shownProblem.link}`)).text()).not.toContain(demoHash);
	expect(await (await teacher.get(`/fr/studio/${workId}`)).text()).not.toContain('Montré à la boulangère.');
});

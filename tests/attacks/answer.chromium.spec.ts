import { expect, test, type APIRequestContext } from '../test.ts';
import { BrowserlessStudent } from '../e2e/given-assignments.ts';
import { openHttpClient, postForm, makeCuratorLink } from '../adults.ts';
import {
	BORROW_OPTION_ID,
	CANCEL_OPTION_ID,
	runDebateChoices,
	createClaimedProblem,
	publishAndAssignProblem,
	type AssignedProblem
} from '../published-problem.ts';
import {
	signUpClientByLink,
	createInvitedAdult,
	createClassWithTeacher,
	joinClass,
	type ClassWithTeacher
} from './people.ts';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const SUMMARY_TEXT = 'Personne ne doit attendre deux jours pour rien.';
const POSITION_TEXT = 'Ma grand-mère n’a pas de voiture, alors non.';
const PSEUDONYMS = ['Marmotte', 'Chouette', 'Belette', 'Hermine', 'Fouine'];

test.describe.configure({ mode: 'serial' });
let classWithTeacher: ClassWithTeacher;
let toldProblem: AssignedProblem;
/** A problem of another contributor, claimed by the teacher of another class. */
let otherProblem: Pick<AssignedProblem, 'link'>;
let otherClass: ClassWithTeacher;
let students: BrowserlessStudent[] = [];
let visitor: APIRequestContext;
let partner: APIRequestContext;
let curator: APIRequestContext;

const debatePath = () => `${toldProblem.path}/debate`;
const sendSummary = (who: APIRequestContext, form: Record<string, string>, address = debatePath()) =>
	who.post(`${address}?/send`, { form, maxRedirects: 0 });
const sendAnswer = (who: APIRequestContext, link: string, form: Record<string, string>) =>
	who.post(`/fr/follow/${link}?/answer`, { form });
const fetchContributorFollowPage = async (link: string) => (await visitor.get(`/fr/follow/${link}`)).text();
const readSummaryId = async (link: string) =>
	/name="summary" value="([0-9a-f-]{36})"/.exec(await fetchContributorFollowPage(link))?.[1] ?? '';
const fetchContributorAnswer = (who: APIRequestContext) =>
	who.get(`/api/assignments/${toldProblem.assignment}/teller-answer`);
const readAnsweredField = async () =>
	/name="answered" value="(\d+)"/.exec(await (await classWithTeacher.teacher.get(debatePath())).text())?.[1] ?? '';

test.beforeAll(async () => {
	curator = await signUpClientByLink(makeCuratorLink());
	[classWithTeacher, otherClass] = [await createClassWithTeacher(curator), await createClassWithTeacher(curator)];
	visitor = await openHttpClient();
	partner = await createInvitedAdult(curator, 'partner');
	toldProblem = await publishAndAssignProblem(classWithTeacher, 'Le frigo de la classe attaquée.');
	otherProblem = await createClaimedProblem(otherClass, 'Un autre frigo, ailleurs.');
	students = await Promise.all(PSEUDONYMS.map((name) => BrowserlessStudent.join(classWithTeacher.code, name)));
});

test('a summary is refused before a debate, for too few students, without consent, or naming a student', async () => {
	const { teacher } = classWithTeacher;
	const expectRefusal = async (form: Record<string, string>, words: string) => {
		const answer = await sendSummary(teacher, form);
		expect(answer.status(), words).toBe(400);
		expect(await answer.text(), words).toMatch(new RegExp(words));
	};
	const right = { summary: SUMMARY_TEXT, agreed: 'yes' };
	expect((await sendSummary(teacher, right)).status(), 'before any debate').toBe(400);
	await runDebateChoices(classWithTeacher, toldProblem, async () => {
		for (const one of students.slice(0, 4)) await one.sendChoice(toldProblem.assignment, CANCEL_OPTION_ID);
	});
	await expectRefusal(right, 'Moins de cinq élèves ont choisi');
	await postForm(teacher, `${debatePath()}?/reopen`, {});
	await runDebateChoices(classWithTeacher, toldProblem, async () => {
		await students[4]?.sendChoice(toldProblem.assignment, BORROW_OPTION_ID, POSITION_TEXT);
	});
	await expectRefusal({ summary: SUMMARY_TEXT }, 'Relisez, puis cochez');
	for (const words of ['', ' \n ', 'x'.repeat(1300)])
		await expectRefusal({ summary: words, agreed: 'yes' }, 'Écrivez quelques phrases');
	await expectRefusal({ summary: 'Belette a raison.', agreed: 'yes' }, 'Belette.* est le pseudonyme');
	await expectRefusal({ summary: `« ${POSITION_TEXT} »`, agreed: 'yes' }, 'recopient la position');
	expect(await readSummaryId(toldProblem.link)).toBe('');
});

test('people who do not teach the class can neither send nor take back its summary', async () => {
	const form = { summary: MARKUP, agreed: 'yes' };
	const author = students[0]?.requests ?? visitor;
	for (const who of [author, partner, visitor, otherClass.teacher, curator])
		for (const action of ['send', 'takeBack', 'pass'])
			expect([303, 401, 403, 404], action).toContain(
				(await who.post(`${debatePath()}?/${action}`, { form, maxRedirects: 0 })).status()
			);
	// Another class's teacher cannot send the summary through the address of their own class.
	const across = debatePath().replace(classWithTeacher.classId, otherClass.classId);
	expect((await sendSummary(otherClass.teacher, form, across)).status()).toBe(404);
	expect(await readSummaryId(toldProblem.link)).toBe('');

	expect(
		(await sendSummary(classWithTeacher.teacher, { summary: `${SUMMARY_TEXT} ${MARKUP}`, agreed: 'yes' })).status()
	).toBe(200);
	expect(await readSummaryId(toldProblem.link)).toMatch(/^[0-9a-f-]{36}$/);
});

test('the teller’s page hides small figures, shows markup as text, and names neither class nor students', async () => {
	const page = await fetchContributorFollowPage(toldProblem.link);
	expect(page).toContain('moins de cinq classes');
	expect(page).toContain('moins de cinq élèves');
	expect(page).not.toContain('<img src=x');
	expect(page).toContain('&lt;img src=x');
	for (const secret of [
		...PSEUDONYMS,
		POSITION_TEXT,
		'Attaquée',
		classWithTeacher.classId,
		toldProblem.assignment,
		classWithTeacher.code
	])
		expect(page, secret).not.toContain(secret);
	expect((await visitor.get(`/fr/follow/${toldProblem.link}`)).headers()['cache-control']).toBe('no-store');
});

test('an answer is refused with a wrong link, for another teller’s summary, or with malformed fields', async () => {
	const summary = await readSummaryId(toldProblem.link);
	const right = { summary, will: 'yes', text: 'À moi.' };
	for (const link of [
		'0'.repeat(48),
		toldProblem.problem,
		toldProblem.link.slice(0, -1),
		toldProblem.link.toUpperCase(),
		'..%2fme'
	])
		for (const who of [visitor, partner, classWithTeacher.teacher]) {
			const answer = await sendAnswer(who, link, right);
			expect(answer.status(), link).toBe(404);
			expect(await answer.text(), link).toContain('Ce lien ne mène à rien');
		}
	const other = await sendAnswer(visitor, otherProblem.link, right);
	expect(other.status()).toBe(409);
	expect(await other.text()).toContain('La classe a repris sa synthèse');
	for (const form of [
		{ ...right, will: 'perhaps' },
		{ summary, text: 'Sans choix.' },
		{ ...right, text: '' },
		{ ...right, text: 'x'.repeat(1300) }
	]) {
		const answer = await sendAnswer(visitor, toldProblem.link, form as Record<string, string>);
		expect(answer.status()).toBe(400);
		expect(await answer.text()).toContain('Choisissez une des deux réponses');
	}
	expect(await (await classWithTeacher.teacher.get(debatePath())).text()).toContain(
		'La personne n’a pas encore répondu.'
	);
});

test('an answer reaches students only once their teacher lets it pass, and never people outside the class', async () => {
	const [first] = students;
	const author = first?.requests ?? visitor;
	const summary = await readSummaryId(toldProblem.link);
	const refusal = { summary, will: 'no', text: `Non. ${MARKUP}` };
	expect((await sendAnswer(visitor, toldProblem.link, refusal)).status()).toBe(200);
	const before = await readAnsweredField();
	expect(await (await fetchContributorAnswer(author)).json()).toMatchObject({ kind: 'answer', answer: null });
	expect((await author.post(`${debatePath()}?/pass`, { form: { answered: before } })).status()).toBe(403);

	// The teacher cannot let an answer pass that the contributor has changed since the teacher's page was loaded.
	const consent = { summary, will: 'yes', text: 'Venez me voir.' };
	expect((await sendAnswer(visitor, toldProblem.link, consent)).status()).toBe(200);
	for (const form of [{ answered: before }, { answered: '' }, { answered: 'x' }, { answered: '1e99' }]) {
		const late = await classWithTeacher.teacher.post(`${debatePath()}?/pass`, { form });
		expect(late.status()).toBe(409);
		expect(await late.text()).toContain('La réponse a changé entre-temps.');
	}
	expect(await (await fetchContributorAnswer(author)).json()).toMatchObject({ answer: null });
	expect(
		(
			await classWithTeacher.teacher.post(`${debatePath()}?/pass`, { form: { answered: await readAnsweredField() } })
		).status()
	).toBe(200);
	const contributorAnswer = await fetchContributorAnswer(author);
	expect(contributorAnswer.headers()['cache-control']).toBe('no-store');
	expect(await contributorAnswer.json()).toMatchObject({ answer: { willDo: true, text: 'Venez me voir.', name: '' } });

	const { client: stranger } = await joinClass(otherClass, 'Etranger');
	expect((await fetchContributorAnswer(stranger)).status()).toBe(404);
	expect((await fetchContributorAnswer(partner)).status()).toBe(403);
	expect((await fetchContributorAnswer(visitor)).status()).toBe(401);
	const others = await author.get(`/api/assignments/${toldProblem.assignment}/teller-answer?account=someone-else`);
	expect(await others.json()).toMatchObject({ kind: 'refused', reason: 'other-person' });
});

test('a summary that is taken back can no longer be answered, and its answer disappears', async () => {
	const summary = await readSummaryId(toldProblem.link);
	await postForm(classWithTeacher.teacher, `${debatePath()}?/takeBack`, {});
	expect(await (await fetchContributorAnswer(students[0]?.requests ?? visitor)).json()).toMatchObject({ answer: null });
	const late = await sendAnswer(visitor, toldProblem.link, { summary, will: 'yes', text: 'Trop tard.' });
	expect(late.status()).toBe(409);
	expect(await late.text()).toContain('La classe a repris sa synthèse');
	const page = await fetchContributorFollowPage(toldProblem.link);
	expect(page).not.toContain('Venez me voir.');
	expect(page).toContain('Aucune classe ne vous a encore écrit.');
});

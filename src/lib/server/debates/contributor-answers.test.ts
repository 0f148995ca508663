/** Tests how a class's summary reaches a problem's contributor and the answer reaches the class, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Challenge } from '#lib/domain/challenge.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { recordProgress } from '#lib/server/board/progress.ts';
import { storeTestLesson, type TestLesson } from '#lib/server/board/testing.ts';
import { deleteClass } from '#lib/server/classes/removal.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { eraseContributorContact } from '#lib/server/contributions/told-problem.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { approval, debateSummary, problem, publication } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { storeTestPerson } from '#lib/server/assignments/testing.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { publishVersion } from '#lib/server/studio/publications.ts';
import { findAnswerPassedToClass, storeSummaryAnswer, readProblemOutcomeInClasses } from './contributor-answers.ts';
import { storeDebateChoice } from './debate-choices.ts';
import { readDebate } from './debate-queries.ts';
import { changeDebatePhase } from './lead-debate.ts';
import { passAnswerToClass, sendSummary, readSummaryForTeacher, takeSummaryBack } from './summaries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const SUMMARY_WORDS = 'La classe veut qu’on efface la plaque.';
const STUDENT_POSITION = 'Parce que personne ne doit lire ma vie.';
const SHOWN_VERSION_HASH = 'd'.repeat(64);
let idCount = 0;

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let packedChallenge: { challenge: Challenge; privatePart: NonNullable<Awaited<ReturnType<typeof loadPrivatePart>>> };
	let toldProblemId: string;
	let lesson: TestLesson;
	let subject: { kind: 'challenge'; id: string; hash: string };

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		const challenge = await findChallenge('horodateur');
		const privatePart = challenge && (await loadPrivatePart(challenge.hash));
		if (!challenge || !privatePart) throw new Error('There is no such challenge.');
		packedChallenge = { challenge, privatePart };
	});
	afterAll(() => connection.close());

	/** Returns the id of a problem told by this account, or by a visitor. */
	async function storeTestProblem(source: 'invited' | 'student' = 'invited', contributorAccount: string | null = null) {
		const id = `problem-${(idCount += 1)}`;
		const card = { ...EMPTY_PROBLEM_CARD, wrong: 'On attend.' };
		const row = { id, source, language: 'fr', trade: 'food', place: '', card, contributorAccount } as const;
		await database.insert(problem).values({ ...row, contributorName: 'Annick', state: 'open', answerDueAt: null });
		return id;
	}
	/** Returns a challenge that was made from a problem and proposed. */
	async function publishTestChallenge(problemId: string): Promise<typeof subject> {
		const id = `own-${(idCount += 1).toString().padStart(12, '0')}`;
		const hash = (idCount += 1).toString(16).padStart(64, '0');
		const challenge = { ...packedChallenge.challenge, id, hash };
		const account = await storeTestPerson(database, 'teacher');
		await publishVersion(database, { account, packed: { ...packedChallenge, challenge }, files: {}, madeFrom: null });
		await database
			.update(publication)
			.set({ problemId, shownHash: SHOWN_VERSION_HASH })
			.where(eq(publication.hash, hash));
		return { kind: 'challenge', id, hash };
	}
	beforeEach(async () => {
		toldProblemId = await storeTestProblem();
		subject = await publishTestChallenge(toldProblemId);
		lesson = await storeTestLesson(database, { students: 7, subject });
	});

	const nthStudent = (which: number) => lesson.students[which] ?? { account: '', member: '' };
	const changePhase = (way: Parameters<typeof changeDebatePhase>[2]) =>
		changeDebatePhase(database, lesson.assignment, way, NOW);
	const storeChoice = (which: number, option: string, position = '') =>
		storeDebateChoice(
			database,
			lesson.assignment,
			{ by: nthStudent(which).account, moment: 'before', decision: { option, position } },
			NOW
		);
	async function holdDebate(choosing = 7): Promise<void> {
		await changePhase('open');
		for (let which = 0; which < choosing; which += 1)
			await storeChoice(which, which === 6 ? 'paper' : 'erased', which === 0 ? STUDENT_POSITION : '');
		await changePhase('close');
	}
	const sendTestSummary = (words = SUMMARY_WORDS, by = lesson.teacher) =>
		sendSummary(database, lesson.assignment, { by, words }, NOW);
	const readTeacherSummary = (language: 'fr' | 'en' = 'fr') =>
		readSummaryForTeacher(database, lesson.assignment, language);
	const readTestOutcome = (problemId = toldProblemId) => readProblemOutcomeInClasses(database, { id: problemId }, 'fr');
	const readPassedAnswer = () => findAnswerPassedToClass(database, lesson.assignment);
	const findSummaryId = async (problemId = toldProblemId) => (await readTestOutcome(problemId))?.summaries[0]?.id ?? '';
	const answerAsContributor = async (text = 'Nous changeons la borne.', now = NOW, problemId = toldProblemId) =>
		storeSummaryAnswer(
			database,
			{ id: problemId, state: 'open' },
			{ summary: await findSummaryId(), willDo: true, text },
			now
		);
	const passAnswer = async (answeredAt = NOW) => passAnswerToClass(database, lesson.assignment, answeredAt, NOW);

	test('a class’s summary has its choices in the challenge’s words, and nothing about single students', async () => {
		await holdDebate();
		for (const { account } of lesson.students.slice(0, 5))
			await recordProgress(
				database,
				{ assignmentId: lesson.assignment, account },
				{ step: 'decide', done: ['discover'], passed: 0, checks: 0 },
				NOW
			);
		const draft = (await readTeacherSummary())?.draft;
		const { fr } = packedChallenge.challenge.text;
		expect(draft?.question).toBe(fr.decision.question);
		expect(draft?.choices).toContainEqual({ title: fr.options['erased']?.title, count: 6 });
		expect(draft?.choices).toContainEqual({ title: fr.options['paper']?.title, count: null });
		expect(draft?.stuck).toEqual([{ title: expect.any(String) as string, count: 5 }]);
		expect((await readTeacherSummary('en'))?.draft?.question).toBe(packedChallenge.challenge.text.en.decision.question);

		expect(await sendTestSummary()).toEqual({ kind: 'sent', problemId: toldProblemId });
		const classesForContributor = await readTestOutcome();
		expect(classesForContributor).toMatchObject({
			classes: null,
			summaries: [{ ...draft, words: SUMMARY_WORDS, answer: null }]
		});
		const rows = await database.select().from(debateSummary).where(eq(debateSummary.assignmentId, lesson.assignment));
		const storedJson = JSON.stringify([classesForContributor, rows[0]?.figures]);
		for (const secret of [
			STUDENT_POSITION,
			'p00',
			...lesson.students.flatMap(({ account, member }) => [account, member])
		])
			expect(storedJson).not.toContain(secret);
		for (const secret of [lesson.classId, lesson.assignment, lesson.teacher])
			expect(JSON.stringify(classesForContributor)).not.toContain(secret);
		expect((await readTeacherSummary())?.sent).toMatchObject({ words: SUMMARY_WORDS, answer: null });
		expect(await sendTestSummary(), 'a second time').toEqual({ kind: 'late' });
	});

	test('a summary is not sent too early, with too few choices, a pseudonym or a copied position', async () => {
		expect(await readTeacherSummary()).toBeNull();
		expect(await sendTestSummary()).toEqual({ kind: 'late' });
		await changePhase('open');
		await storeChoice(0, 'paper');
		expect(await sendTestSummary(), 'while the class chooses').toEqual({ kind: 'late' });
		await changePhase('close');
		expect(await readTeacherSummary()).toEqual({ contributor: '', draft: null, sent: null });
		expect(await sendTestSummary()).toEqual({ kind: 'too-few' });
		await changePhase('reopen');
		await holdDebate();
		expect(await sendTestSummary('C’est p03 qui l’a dit.')).toEqual({ kind: 'named', pseudonym: 'p03' });
		expect(await sendTestSummary(`Une élève : « ${STUDENT_POSITION} »`)).toEqual({ kind: 'copied' });
		expect(await readTestOutcome()).toEqual({ classes: null, summaries: [] });
		expect(await sendTestSummary()).toEqual({ kind: 'sent', problemId: toldProblemId });
	});

	test('no summary is sent for a challenge of the build, a student’s problem or a declined problem', async () => {
		const lessonOfBuild = await storeTestLesson(database, {
			subject: { kind: 'challenge', id: 'horodateur', hash: packedChallenge.challenge.hash }
		});
		expect(await readSummaryForTeacher(database, lessonOfBuild.assignment, 'fr')).toBeNull();
		lesson = await storeTestLesson(database, {
			students: 7,
			subject: await publishTestChallenge(await storeTestProblem('student'))
		});
		await holdDebate();
		expect(await readTeacherSummary()).toBeNull();
		expect(await sendTestSummary()).toEqual({ kind: 'late' });

		lesson = await storeTestLesson(database, { students: 7, subject });
		await holdDebate();
		await database.update(problem).set({ state: 'declined' }).where(eq(problem.id, toldProblemId));
		expect(await sendTestSummary()).toEqual({ kind: 'late' });
	});

	test('the class reads the teller’s answer only after a teacher passed on exactly that answer', async () => {
		await holdDebate();
		await sendTestSummary();
		expect(await passAnswer(), 'before there is one').toBe(false);
		expect(await answerAsContributor()).toBe('done');
		expect(await readPassedAnswer()).toBeNull();
		expect((await readDebate(database, lesson.assignment))?.answerSince).toBeNull();
		expect((await readTeacherSummary())?.sent?.answer).toMatchObject({
			text: 'Nous changeons la borne.',
			isPassed: false
		});
		// Meanwhile the contributor writes another answer, which no teacher has read.
		const later = new Date(NOW.getTime() + 1000);
		expect(await answerAsContributor('Autre chose.', later)).toBe('done');
		expect(await passAnswer(NOW)).toBe(false);
		expect(await readPassedAnswer()).toBeNull();
		expect(await passAnswer(later)).toBe(true);
		expect(await readPassedAnswer()).toEqual({ willDo: true, text: 'Autre chose.', name: '' });
		expect((await readDebate(database, lesson.assignment))?.answerSince).toBe(NOW.getTime());
		expect((await readTestOutcome())?.summaries[0]?.answer?.isPassed).toBe(true);

		// A teacher has to read a new answer before the class does.
		expect(await answerAsContributor('Finalement, non.', new Date(NOW.getTime() + 2000))).toBe('done');
		expect(await readPassedAnswer()).toBeNull();
	});

	test('only its teller answers a summary, unless the problem is declined or the summary taken back', async () => {
		await holdDebate();
		await sendTestSummary();
		const otherProblem = await storeTestProblem();
		expect(await answerAsContributor('À moi', NOW, otherProblem)).toBe('withdrawn');
		const summary = await findSummaryId();
		const refusal = { summary, willDo: false, text: 'Non.' };
		expect(await storeSummaryAnswer(database, { id: toldProblemId, state: 'declined' }, refusal, NOW)).toBe('closed');
		expect((await readTeacherSummary())?.sent?.answer).toBeNull();
		expect(await readTestOutcome(otherProblem)).toBeNull();
		await answerAsContributor();
		await passAnswer();
		await takeSummaryBack(database, lesson.assignment);
		expect(await readPassedAnswer()).toBeNull();
		expect((await readDebate(database, lesson.assignment))?.answerSince).toBeNull();
		expect((await readTestOutcome())?.summaries).toEqual([]);
		expect(await storeSummaryAnswer(database, { id: toldProblemId, state: 'open' }, refusal, NOW)).toBe('withdrawn');
		expect((await readTeacherSummary())?.draft, 'it can be sent anew').not.toBeNull();
	});

	test('the class reads the name that the teller allows at that moment, and none once the contact is erased', async () => {
		const approvalRow = { problemId: toldProblemId, workId: 'draft', naming: 'firm', name: 'Four du port' } as const;
		await holdDebate();
		await sendTestSummary();
		await answerAsContributor();
		await passAnswer();
		expect((await readPassedAnswer())?.name, 'who allowed none').toBe('');
		await database.insert(approval).values({ ...approvalRow, hash: 'another' });
		expect((await readPassedAnswer())?.name, 'for another version').toBe('');
		await database.update(approval).set({ hash: SHOWN_VERSION_HASH }).where(eq(approval.problemId, toldProblemId));
		expect([(await readPassedAnswer())?.name, (await readTeacherSummary())?.contributor]).toEqual([
			'Four du port',
			'Four du port'
		]);
		await eraseContributorContact(database, toldProblemId);
		expect([(await readPassedAnswer())?.name, (await readTeacherSummary())?.contributor]).toEqual(['', '']);
		expect((await readPassedAnswer())?.text).toBe('Nous changeons la borne.');
		const rows = await database.select().from(debateSummary).where(eq(debateSummary.problemId, toldProblemId));
		expect(JSON.stringify(rows)).not.toMatch(/Four du port|Annick/);
	});

	test('a teller is told how many classes began the challenge, once five have begun', async () => {
		const storeLessonProgress = async ({ assignment, students }: TestLesson) =>
			recordProgress(
				database,
				{ assignmentId: assignment, account: students[0]?.account ?? '' },
				{ step: 'discover', done: [], passed: 0, checks: 0 },
				NOW
			);
		for (let nth = 0; nth < 4; nth += 1) await storeLessonProgress(await storeTestLesson(database, { subject }));
		// A lesson that was given, but that no student has begun, does not count.
		await storeTestLesson(database, { subject });
		expect((await readTestOutcome())?.classes).toBeNull();
		await storeLessonProgress(lesson);
		expect((await readTestOutcome())?.classes).toBe(5);
	});

	test('data exports contain the summary and its answer; the summary is deleted with the class or problem', async () => {
		const partner = await storeTestPerson(database, 'partner');
		await database.update(problem).set({ contributorAccount: partner }).where(eq(problem.id, toldProblemId));
		await holdDebate();
		await sendTestSummary();
		expect((await gatherPersonalData(database, partner, NOW)).problemsTold[0]?.classAnswers).toEqual([]);
		await answerAsContributor();
		expect((await gatherPersonalData(database, lesson.teacher, NOW)).summariesSent).toMatchObject([
			{ words: SUMMARY_WORDS }
		]);
		expect((await gatherPersonalData(database, partner, NOW)).problemsTold[0]?.classAnswers).toMatchObject([
			{ willDo: true, answer: 'Nous changeons la borne.', passedAt: null }
		]);
		const listSummarySenders = async () =>
			(await database.select().from(debateSummary).where(eq(debateSummary.problemId, toldProblemId))).map(
				(row) => row.sentBy
			);
		const colleague = await storeTestPerson(database, 'teacher');
		await takeSummaryBack(database, lesson.assignment);
		await sendTestSummary(SUMMARY_WORDS, colleague);
		await removePerson(database, colleague, NOW);
		expect(await listSummarySenders()).toEqual([null]);
		await deleteClass(database, lesson.classId, NOW);
		expect(await listSummarySenders()).toEqual([]);

		lesson = await storeTestLesson(database, { students: 7, subject });
		await holdDebate();
		await sendTestSummary();
		await database.delete(problem).where(eq(problem.id, toldProblemId));
		expect(await readTeacherSummary()).toBeNull();
	});
});

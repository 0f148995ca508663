/** Tests how problems are told, let in, claimed, declined and erased, and who may see and change them. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isActionAllowed, type AccessAction, type Role } from '#lib/domain/access.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import {
	ANSWER_DUE_WORKING_DAYS,
	CLAIM_LAPSE_DAYS,
	CONTRIBUTOR_CONTACT_KEPT_DAYS,
	DECLINED_PROBLEM_KEPT_DAYS
} from '#lib/domain/problem-state.ts';
import { addDays } from '#lib/domain/school-class.ts';
import { addWorkingDays } from '#lib/domain/dates.ts';
import type { SentProblem } from '#lib/wire/contribution.ts';
import { hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import { createClass } from '#lib/server/classes/classes.ts';
import { deleteClass, removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { summarisePersonalData } from '#lib/server/personal-data/overview.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { actOnProblem } from './act-on-problem.ts';
import {
	storeCompletedCard,
	eraseContributorContact,
	eraseProblem,
	findProblemOfLink,
	isProblemErasable
} from './told-problem.ts';
import {
	endProblemInvitation,
	createProblemInvitation,
	listProblemInvitations,
	PROBLEM_INVITATION_DAYS
} from './invitations.ts';
import {
	listBoardProblems,
	listProblemsOfStudents,
	readProblemMessages,
	listDeclinedProblems,
	listProblemsToldBy,
	listProblemsForCurators
} from './problem-queries.ts';
import { findRelationsToProblem } from './require-problem.ts';
import { applyProblemDeadlines } from './retention.ts';
import { storeToldProblem } from './store-told-problem.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const PROBLEM_CARD = {
	...EMPTY_PROBLEM_CARD,
	wrong: 'Il reste du pain le soir.',
	whom: 'Pour ceux qui le jettent.',
	rule: 'On fait comme la semaine d’avant.'
};
const SENT_PROBLEM: SentProblem = {
	format: 1,
	invitation: null,
	classId: null,
	language: 'fr',
	trade: 'food',
	place: 'Brest',
	name: 'Annick',
	contact: '02 98 00 00 00',
	card: PROBLEM_CARD
};

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let idCount = 0;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());

	const storePerson = async (role: Role) => {
		const id = `${role}-${(idCount += 1)}`;
		await database.insert(schema.account).values({ id, role, name: `M. ${id}`, email: `${id}@ecole.example` });
		return id;
	};
	const storeClassWithStudent = async () => {
		const [teacher, student] = [await storePerson('teacher'), await storePerson('student')];
		const { id } = await createClass(database, '2de 4', teacher);
		const member = `member-${(idCount += 1)}`;
		await database
			.insert(schema.membership)
			.values({ id: member, classId: id, accountId: student, pseudonym: 'Loup', pseudonymKey: 'loup' });
		return { id, teacher, student, member };
	};
	const readProblemRow = async (id: string) => {
		const [row] = await database.select().from(schema.problem).where(eq(schema.problem.id, id));
		if (!row) throw new Error('There is no such problem.');
		return row;
	};
	/** Tells a problem. Returns the problem with its private link, or the reason of the refusal. */
	const tellProblem = async (
		sent: Partial<SentProblem> = {},
		contributor: { id: string; role: Role } | null = null,
		now = NOW
	) => {
		const idsBefore = new Set((await database.select().from(schema.problem)).map(({ id }) => id));
		const result = await storeToldProblem(database, { ...SENT_PROBLEM, ...sent }, contributor, now);
		if (result.kind === 'refused') return result.reason;
		const rows = await database.select().from(schema.problem);
		const row =
			result.link === null
				? rows.find(({ id }) => !idsBefore.has(id))
				: rows.find((one) => one.tokenHash === hashLinkToken(result.link ?? ''));
		if (!row) throw new Error('It was not stored.');
		return { id: row.id, link: result.link ?? '', row };
	};
	const tellOrThrow = async (...given: Parameters<typeof tellProblem>) => {
		const result = await tellProblem(...given);
		if (typeof result === 'string') throw new Error(result);
		return result;
	};
	const actOnTestProblem = (
		id: string,
		given: Parameters<typeof actOnProblem>[2]['act'],
		by: string | null = null,
		now = NOW
	) => actOnProblem(database, id, { act: given, by }, now);
	const tellOpenProblem = async (now = NOW) => {
		const problem = await tellOrThrow({}, null, now);
		await actOnTestProblem(problem.id, { kind: 'let-in' }, null, now);
		return problem;
	};
	const isAllowedToAct = async (id: string, role: Role, account: string, action: AccessAction) =>
		isActionAllowed(role, action, await findRelationsToProblem(database, await readProblemRow(id), account));
	const isListed = async (list: Promise<{ id: string }[]>, id: string) => (await list).some((one) => one.id === id);

	test('a problem told without an invitation is hidden from teachers until a curator lets it in', async () => {
		const { id, row } = await tellOrThrow();
		const [teacher, curator] = [await storePerson('teacher'), await storePerson('curator')];
		expect(row).toMatchObject({ state: 'waiting', answerDueAt: addWorkingDays(NOW, ANSWER_DUE_WORKING_DAYS) });
		expect(await isListed(listBoardProblems(database), id)).toBe(false);
		expect(await isListed(listProblemsForCurators(database), id)).toBe(true);
		expect(await isAllowedToAct(id, 'teacher', teacher, 'problem.read')).toBe(false);
		expect(await isAllowedToAct(id, 'curator', curator, 'problem.let-in')).toBe(true);
		expect(await actOnTestProblem(id, { kind: 'let-in' })).toBe('done');
		expect(await isListed(listBoardProblems(database), id)).toBe(true);
		expect(await isAllowedToAct(id, 'teacher', teacher, 'problem.read')).toBe(true);
		for (const action of ['problem.let-in', 'problem.contact', 'problem.reply'] as const)
			expect(await isAllowedToAct(id, 'teacher', teacher, action), action).toBe(false);
	});

	test('only the teacher who claimed a problem acts on it, and curators may read the contact too', async () => {
		const { id } = await tellOpenProblem();
		const [teacher, otherTeacher, curator] = [
			await storePerson('teacher'),
			await storePerson('teacher'),
			await storePerson('curator')
		];
		expect(await actOnTestProblem(id, { kind: 'claim', by: teacher, classId: null })).toBe('done');
		expect(await actOnTestProblem(id, { kind: 'claim', by: otherTeacher, classId: null })).toBe('changed');
		for (const action of ['problem.contact', 'problem.ask', 'problem.decline', 'problem.release'] as const) {
			expect(await isAllowedToAct(id, 'teacher', teacher, action), action).toBe(true);
			expect(await isAllowedToAct(id, 'teacher', otherTeacher, action), action).toBe(false);
		}
		expect(await isAllowedToAct(id, 'curator', curator, 'problem.contact')).toBe(true);
		expect(await isAllowedToAct(id, 'teacher', otherTeacher, 'problem.read')).toBe(true);
		expect((await listBoardProblems(database)).find((one) => one.id === id)?.claimedBy).toEqual({
			id: teacher,
			name: `M. ${teacher}`
		});
	});

	test('when two teachers claim a problem at once, only one claim succeeds', async () => {
		const { id } = await tellOpenProblem();
		const teachers = [await storePerson('teacher'), await storePerson('teacher')];
		const results = await Promise.all(teachers.map((by) => actOnTestProblem(id, { kind: 'claim', by, classId: null })));
		expect(results.toSorted()).toEqual(['changed', 'done']);
	});

	test('teacher and teller exchange messages, and only a hash of the private link is stored', async () => {
		const { id, link } = await tellOpenProblem();
		const teacher = await storePerson('teacher');
		const askAct = { kind: 'ask' } as const;
		const message = { side: 'house', accountId: teacher, text: 'Combien en reste-t-il ?' } as const;
		expect(await actOnProblem(database, id, { act: askAct, by: teacher, message }, NOW)).toBe('done');
		expect((await readProblemRow(id)).answerDueAt).toBeNull();
		const followedProblem = await findProblemOfLink(database, link, undefined);
		expect(followedProblem?.id).toBe(id);
		expect(JSON.stringify(await database.select().from(schema.problem))).not.toContain(link);
		const answer = { side: 'teller', accountId: null, text: 'Quarante.' } as const;
		await actOnProblem(database, id, { act: { kind: 'reply' }, by: null, message: answer }, addDays(NOW, 1));
		expect((await readProblemMessages(database, id)).map(({ side, name, text }) => [side, name, text])).toEqual([
			['house', `M. ${teacher}`, 'Combien en reste-t-il ?'],
			['teller', null, 'Quarante.']
		]);
	});

	test('a problem sent twice with one link is stored once, and another link stores another problem', async () => {
		const link = 'b1'.repeat(24);
		const { id } = await tellOrThrow({ link });
		const changedCard = { ...PROBLEM_CARD, wrong: 'Another text.' };
		expect(await storeToldProblem(database, { ...SENT_PROBLEM, link, card: changedCard }, null, NOW)).toEqual({
			kind: 'told',
			link
		});
		const rows = await database
			.select()
			.from(schema.problem)
			.where(eq(schema.problem.tokenHash, hashLinkToken(link)));
		expect(rows).toMatchObject([{ id, card: PROBLEM_CARD }]);
		expect((await tellOrThrow({ link: 'b2'.repeat(24) })).id).not.toBe(id);
		expect((await tellOrThrow({ link: null })).link).toMatch(/^[0-9a-f]{48}$/);
		const { id: classId, student } = await storeClassWithStudent();
		const studentResult = await storeToldProblem(
			database,
			{ ...SENT_PROBLEM, classId, link: 'b3'.repeat(24) },
			{ id: student, role: 'student' },
			NOW
		);
		expect(studentResult).toEqual({ kind: 'told', link: null });
	});

	test('a student’s problem sent twice is stored once, and another problem is stored separately', async () => {
		const { id: classId, student, member } = await storeClassWithStudent();
		const tellInClass = (card: SentProblem['card']) =>
			storeToldProblem(database, { ...SENT_PROBLEM, classId, card }, { id: student, role: 'student' }, NOW);
		const countProblems = () => database.$count(schema.problem, eq(schema.problem.membershipId, member));
		for (let time = 0; time < 2; time++) expect(await tellInClass(PROBLEM_CARD)).toEqual({ kind: 'told', link: null });
		expect(await countProblems()).toBe(1);
		await tellInClass({ ...PROBLEM_CARD, wrong: 'Autre chose.' });
		expect(await countProblems()).toBe(2);
	});

	test('a problem is opened only by its private link, or by the account that told it', async () => {
		const { id, row } = await tellOpenProblem();
		const teacher = await storePerson('teacher');
		const invitation = (await createProblemInvitation(database, { by: teacher, classId: null }, NOW)) ?? '';
		for (const link of ['0'.repeat(48), id, invitation, row.tokenHash ?? '', '', '../x', 'a\0b']) {
			expect(await findProblemOfLink(database, link, undefined), link).toBeUndefined();
			expect(await findProblemOfLink(database, link, teacher), link).toBeUndefined();
		}
		const partner = await storePerson('partner');
		const ownProblem = await tellOrThrow({}, { id: partner, role: 'partner' });
		expect((await findProblemOfLink(database, ownProblem.id, partner))?.id).toBe(ownProblem.id);
		expect(await findProblemOfLink(database, ownProblem.id, teacher)).toBeUndefined();
		expect(await listProblemsToldBy(database, partner)).toMatchObject([{ id: ownProblem.id, state: 'waiting' }]);
	});

	test('a problem told by invitation is open at once, and an ended or unknown invitation is refused', async () => {
		const teacher = await storePerson('teacher');
		const link = (await createProblemInvitation(database, { by: teacher, classId: null }, NOW)) ?? '';
		const { row } = await tellOrThrow({ invitation: link });
		expect(row).toMatchObject({ source: 'invited', state: 'open', invitedBy: teacher });
		expect(await tellProblem({ invitation: link }, null, addDays(NOW, PROBLEM_INVITATION_DAYS + 1))).toBe('link-over');
		expect(await tellProblem({ invitation: 'f'.repeat(48) })).toBe('link-over');
		const [ownInvitation] = await listProblemInvitations(database, teacher, NOW);
		expect(await endProblemInvitation(database, await storePerson('teacher'), ownInvitation?.id ?? '')).toBe(false);
		expect(await endProblemInvitation(database, teacher, ownInvitation?.id ?? '')).toBe(true);
		expect(await tellProblem({ invitation: link })).toBe('link-over');
	});

	test('an invitation to tell ends when its maker stops being a teacher', async () => {
		const teacher = await storePerson('teacher');
		const link = (await createProblemInvitation(database, { by: teacher, classId: null }, NOW)) ?? '';
		await database.update(schema.account).set({ role: 'applicant' }).where(eq(schema.account.id, teacher));
		expect(await tellProblem({ invitation: link })).toBe('link-over');
	});

	test('a student’s problem is seen only by teachers of the class until one of them offers it', async () => {
		const { id: classId, teacher, student } = await storeClassWithStudent();
		const [otherTeacher, curator] = [await storePerson('teacher'), await storePerson('curator')];
		expect(await tellProblem({}, { id: student, role: 'student' })).toBe('forbidden');
		const { id, row } = await tellOrThrow({ classId }, { id: student, role: 'student' });
		expect(row).toMatchObject({
			source: 'student',
			contributorName: '',
			contact: '',
			tokenHash: null,
			answerDueAt: null
		});
		expect(await listProblemsOfStudents(database, teacher)).toMatchObject([
			{ id, student: { pseudonym: 'Loup', className: '2de 4' } }
		]);
		expect(await listProblemsOfStudents(database, otherTeacher)).toEqual([]);
		expect(await isListed(listProblemsForCurators(database), id)).toBe(false);
		expect(await isAllowedToAct(id, 'curator', curator, 'problem.read')).toBe(false);
		expect(await isAllowedToAct(id, 'teacher', otherTeacher, 'problem.read')).toBe(false);
		expect(await isAllowedToAct(id, 'teacher', teacher, 'problem.let-in')).toBe(true);
		expect(await actOnTestProblem(id, { kind: 'let-in' }, teacher)).toBe('done');
		expect((await listBoardProblems(database)).find((one) => one.id === id)).toMatchObject({
			state: 'open',
			student: null
		});
		expect(await isAllowedToAct(id, 'teacher', teacher, 'problem.reply')).toBe(true);
		expect(await isAllowedToAct(id, 'teacher', otherTeacher, 'problem.reply')).toBe(false);
		expect(await isAllowedToAct(id, 'teacher', otherTeacher, 'problem.claim')).toBe(true);
		expect(await listProblemsToldBy(database, student)).toMatchObject([{ id, isOffered: true }]);
	});

	test('people outside a class cannot tell a problem within it', async () => {
		const { id: classId } = await storeClassWithStudent();
		for (const role of ['student', 'teacher', 'partner'] as const)
			expect(await tellProblem({ classId }, { id: await storePerson(role), role })).toBe('forbidden');
		expect(await tellProblem({ classId })).toBe('forbidden');
	});

	test('a problem told in class is deleted with its student or class; an offered problem outlives its student', async () => {
		const { id: classId, teacher, student, member } = await storeClassWithStudent();
		const offeredProblem = await tellOrThrow({ classId }, { id: student, role: 'student' });
		await actOnTestProblem(offeredProblem.id, { kind: 'let-in' }, teacher);
		const classProblem = await tellOrThrow({ classId }, { id: student, role: 'student' });
		await removeStudent(database, classId, member, NOW);
		await expect(readProblemRow(classProblem.id)).rejects.toThrow();
		expect(await readProblemRow(offeredProblem.id)).toMatchObject({ membershipId: null, state: 'open' });
		const otherClass = await storeClassWithStudent();
		const otherClassProblem = await tellOrThrow(
			{ classId: otherClass.id },
			{ id: otherClass.student, role: 'student' }
		);
		await deleteClass(database, otherClass.id, NOW);
		await expect(readProblemRow(otherClassProblem.id)).rejects.toThrow();
	});

	test('a declined problem leaves the board, its teller reads why, and only curators can let it in again', async () => {
		const { id, link } = await tellOpenProblem();
		const [teacher, curator] = [await storePerson('teacher'), await storePerson('curator')];
		expect(await actOnTestProblem(id, { kind: 'decline', reason: 'Trop secret pour une classe.' }, teacher)).toBe(
			'done'
		);
		expect(await isListed(listBoardProblems(database), id)).toBe(false);
		expect(await isListed(listDeclinedProblems(database), id)).toBe(true);
		expect((await findProblemOfLink(database, link, undefined))?.declineReason).toBe('Trop secret pour une classe.');
		expect(await storeCompletedCard(database, id, PROBLEM_CARD)).toBe(false);
		expect(await actOnTestProblem(id, { kind: 'reply' })).toBe('changed');
		expect(await isAllowedToAct(id, 'teacher', teacher, 'problem.let-in')).toBe(false);
		expect(await isAllowedToAct(id, 'curator', curator, 'problem.let-in')).toBe(true);
	});

	test('a problem without an answer for ten working days returns to the curators', async () => {
		const { id } = await tellOpenProblem();
		await applyProblemDeadlines(database, addWorkingDays(NOW, ANSWER_DUE_WORKING_DAYS - 1));
		expect((await readProblemRow(id)).state).toBe('open');
		await applyProblemDeadlines(database, addWorkingDays(NOW, ANSWER_DUE_WORKING_DAYS));
		expect((await readProblemRow(id)).state).toBe('returned');
		expect(await isListed(listBoardProblems(database), id)).toBe(false);
		expect(await isListed(listProblemsForCurators(database), id)).toBe(true);
	});

	test('a claim lapses after thirty days without activity, and ends when the claimant is deleted', async () => {
		const [{ id }, lostProblem] = [await tellOpenProblem(), await tellOpenProblem()];
		const [teacher, leaver] = [await storePerson('teacher'), await storePerson('teacher')];
		await actOnTestProblem(id, { kind: 'claim', by: teacher, classId: null }, teacher);
		await actOnTestProblem(lostProblem.id, { kind: 'claim', by: leaver, classId: null }, leaver);
		await removePerson(database, leaver, NOW);
		await applyProblemDeadlines(database, addDays(NOW, CLAIM_LAPSE_DAYS - 1));
		expect((await readProblemRow(id)).state).toBe('claimed');
		expect((await readProblemRow(lostProblem.id)).state).toBe('returned');
		await applyProblemDeadlines(database, addDays(NOW, CLAIM_LAPSE_DAYS));
		expect(await readProblemRow(id)).toMatchObject({
			state: 'lapsed',
			claimedBy: null,
			unclaimedSince: addDays(NOW, CLAIM_LAPSE_DAYS)
		});
	});

	test('a teller’s name and contact are erased after ninety days without a claim, or on request', async () => {
		const afterContactDays = addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS);
		const [waitingProblem, claimedProblem, erasedProblem] = [
			await tellOrThrow(),
			await tellOpenProblem(),
			await tellOpenProblem()
		];
		await actOnTestProblem(
			claimedProblem.id,
			{ kind: 'claim', by: await storePerson('teacher'), classId: null },
			null,
			addDays(afterContactDays, -1)
		);
		await eraseContributorContact(database, erasedProblem.id);
		expect(await readProblemRow(erasedProblem.id)).toMatchObject({
			contributorName: '',
			contact: '',
			card: PROBLEM_CARD
		});
		await applyProblemDeadlines(database, addDays(afterContactDays, -1));
		expect((await readProblemRow(waitingProblem.id)).contact).toBe(SENT_PROBLEM.contact);
		await applyProblemDeadlines(database, afterContactDays);
		expect(await readProblemRow(waitingProblem.id)).toMatchObject({
			contributorName: '',
			contact: '',
			card: PROBLEM_CARD
		});
		expect((await readProblemRow(claimedProblem.id)).contact).toBe(SENT_PROBLEM.contact);
		const problems = await database.select().from(schema.problem);
		expect(await applyProblemDeadlines(database, afterContactDays)).toBe(0);
		expect(await database.select().from(schema.problem)).toEqual(problems);
	});

	test('a teller can erase a problem with its messages, unless it is claimed or has a folder in the studio', async () => {
		const teacher = await storePerson('teacher');
		const [claimedProblem, lapsedProblem, begunProblem] = [
			await tellOpenProblem(),
			await tellOpenProblem(),
			await tellOpenProblem()
		];
		await actOnTestProblem(claimedProblem.id, { kind: 'claim', by: teacher, classId: null });
		await actOnTestProblem(lapsedProblem.id, { kind: 'claim', by: teacher, classId: null });
		const message = { side: 'house', accountId: teacher, text: 'Et le lundi ?' } as const;
		await actOnProblem(database, lapsedProblem.id, { act: { kind: 'ask' }, by: teacher, message }, NOW);
		await actOnTestProblem(lapsedProblem.id, { kind: 'decline', reason: 'Trop long.' }, teacher);
		await database
			.insert(schema.problemFolder)
			.values({ workId: 'draft', accountId: teacher, problemId: begunProblem.id });
		for (const { id } of [claimedProblem, begunProblem]) {
			expect(await isProblemErasable(database, id)).toBe(false);
			expect(await eraseProblem(database, id)).toBe(false);
		}
		expect(await isProblemErasable(database, lapsedProblem.id)).toBe(true);
		expect(await eraseProblem(database, lapsedProblem.id)).toBe(true);
		expect(await readProblemMessages(database, lapsedProblem.id)).toEqual([]);
		expect(await findProblemOfLink(database, lapsedProblem.link, undefined)).toBeUndefined();
	});

	test('a person’s data export contains the problems they told or claimed, their messages and invitations', async () => {
		const [partner, teacher] = [await storePerson('partner'), await storePerson('teacher')];
		const { id } = await tellOrThrow({}, { id: partner, role: 'partner' });
		await actOnTestProblem(id, { kind: 'let-in' });
		await actOnTestProblem(id, { kind: 'claim', by: teacher, classId: null });
		const message = { side: 'house', accountId: teacher, text: 'Et le lundi ?' } as const;
		await actOnProblem(database, id, { act: { kind: 'ask' }, by: teacher, message }, NOW);
		const link = await createProblemInvitation(database, { by: teacher, classId: null }, NOW);
		const partnerData = await gatherPersonalData(database, partner, NOW);
		expect(partnerData.problemsTold).toMatchObject([
			{ contact: SENT_PROBLEM.contact, card: PROBLEM_CARD, state: 'claimed' }
		]);
		const teacherData = await gatherPersonalData(database, teacher, NOW);
		expect(teacherData).toMatchObject({
			problemsTold: [],
			problemsClaimed: [{ id }],
			problemMessages: [{ problemId: id, text: 'Et le lundi ?' }]
		});
		expect(teacherData.problemInvitations).toHaveLength(1);
		expect(JSON.stringify(teacherData)).not.toContain(SENT_PROBLEM.contact);
		expect(JSON.stringify(teacherData)).not.toContain(hashLinkToken(link ?? ''));
		expect(JSON.stringify(partnerData)).not.toContain((await readProblemRow(id)).tokenHash);
		await removePerson(database, partner, NOW);
		expect(await readProblemRow(id)).toMatchObject({ contributorAccount: null, card: PROBLEM_CARD });
	});

	test('a student’s data export says when their problem was offered to others', async () => {
		const { id: classId, teacher, student } = await storeClassWithStudent();
		const { id } = await tellOrThrow({ classId }, { id: student, role: 'student' });
		const dataBefore = await gatherPersonalData(database, student, NOW);
		expect(dataBefore.problemsTold).toMatchObject([{ offeredAt: null }]);
		expect(summarisePersonalData(dataBefore, 'fr').problems).toMatchObject([{ isOffered: false }]);
		await actOnTestProblem(id, { kind: 'let-in' }, teacher);
		const dataAfter = await gatherPersonalData(database, student, NOW);
		expect(dataAfter.problemsTold).toMatchObject([{ offeredAt: NOW }]);
		expect(summarisePersonalData(dataAfter, 'fr').problems).toMatchObject([{ isOffered: true }]);
		expect(JSON.stringify(dataAfter.problemsTold)).not.toContain(teacher);
	});

	test('a declined problem is deleted after a year', async () => {
		const { id } = await tellOpenProblem();
		await actOnTestProblem(id, { kind: 'decline', reason: 'Non.' });
		await applyProblemDeadlines(database, addDays(NOW, DECLINED_PROBLEM_KEPT_DAYS));
		expect((await readProblemRow(id)).state).toBe('declined');
		await applyProblemDeadlines(database, addDays(NOW, DECLINED_PROBLEM_KEPT_DAYS + 1));
		await expect(readProblemRow(id)).rejects.toThrow();
	});
});

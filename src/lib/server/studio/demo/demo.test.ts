/** Tests what a maker shows to a problem's contributor, and the contributor's answers, on both database engines. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { CLAIM_LAPSE_DAYS, CONTRIBUTOR_CONTACT_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { ShownVersion } from '#lib/domain/demo.ts';
import { storeTestPerson, storeTestWork } from '#lib/server/assignments/testing.ts';
import { actOnProblem } from '#lib/server/contributions/act-on-problem.ts';
import { eraseContributorContact, findProblemOfLink } from '#lib/server/contributions/told-problem.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import { applyProblemDeadlines } from '#lib/server/contributions/retention.ts';
import { storeToldProblem } from '#lib/server/contributions/store-told-problem.ts';
import { type Connection, type Database, rowsOf } from '#lib/server/db/database.ts';
import { approval, problem, proposal } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { deleteTiesOfLostFolders, foldersOfProblem, problemOfFolder, tieFolderToProblem } from './problem-folders.ts';
import {
	findContributorNameAllowedAfterEndedClaim,
	storeProposalReply,
	readDemoForMaker,
	readDemo
} from './read-demo.ts';
import { endDemo, findShownProgram, findDemo, showVersionToContributor } from './demos.ts';
import { storeFactMarks, storeApproval, storeContributorProposal, withdrawApproval } from './contributor-answers.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const [OLD_HASH, NEW_HASH] = ['a'.repeat(64), 'b'.repeat(64)];
const REMARK_PROPOSAL = { values: {}, examples: [], remark: 'Il sonne trop tard.' };
const NAMING_WISH = { naming: 'firm', name: 'Four du port' } as const;

const createShownVersion = (facts: string[]): ShownVersion => ({
	language: 'fr',
	title: 'Frigo',
	version: '1.0.0',
	labels: {},
	situation: '',
	hand: [],
	options: [],
	another: [],
	decideSituation: '',
	figures: {},
	functions: [],
	facts: facts.map((id) => ({ id, group: 'rule', text: `Fait ${id}` }))
});

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());

	const readProblemRow = async (id: string): Promise<ProblemRow> => {
		const [row] = await database.select().from(problem).where(eq(problem.id, id));
		if (!row) throw new Error('There is no such problem.');
		return row;
	};
	/** Returns a problem that a teacher has claimed, with the folder that was begun from it. */
	const createClaimedProblem = async (contributor: string | null = null) => {
		const result = await storeToldProblem(
			database,
			{
				format: 1,
				invitation: null,
				classId: null,
				language: 'fr',
				trade: 'food',
				place: 'Brest',
				name: 'Annick',
				contact: '02 98',
				card: { ...EMPTY_PROBLEM_CARD, wrong: 'Trop.', whom: 'Moi.', rule: 'Hier.' }
			},
			contributor === null ? null : { id: contributor, role: 'partner' },
			NOW
		);
		const link = result.kind === 'told' ? (result.link ?? '') : '';
		const id = (await findProblemOfLink(database, link, undefined))?.id ?? '';
		const maker = await storeTestPerson(database, 'teacher');
		await actOnProblem(database, id, { act: { kind: 'let-in' }, by: null }, NOW);
		await actOnProblem(database, id, { act: { kind: 'claim', by: maker, classId: null }, by: maker }, NOW);
		const { work } = await storeTestWork(database, [maker], 'folder');
		await tieFolderToProblem(database, { account: maker, workId: work, problemId: id });
		return { id, link, maker, work };
	};
	const showToContributor = (
		{ id, maker, work }: Awaited<ReturnType<typeof createClaimedProblem>>,
		facts = ['one', 'two'],
		hash = OLD_HASH,
		now = NOW
	) =>
		showVersionToContributor(
			database,
			{ problemId: id, account: maker, workId: work, hash, version: createShownVersion(facts), program: 'compiled' },
			now
		);
	const markFacts = async (id: string, answers: Record<string, string | undefined>, hash = OLD_HASH) => {
		const factMarks = new Map(
			Object.entries(answers).map(([fact, reason]) => [fact, { isTrue: reason === undefined, reason: reason ?? '' }])
		);
		return storeFactMarks(database, await readProblemRow(id), { hash, answers: factMarks }, NOW);
	};

	test('a folder is tied to the problem it was begun from, only for the teacher who claimed it', async () => {
		const { id, maker, work } = await createClaimedProblem();
		const otherTeacher = await storeTestPerson(database, 'teacher');
		expect(await problemOfFolder(database, maker, work)).toMatchObject({
			row: { id },
			relations: expect.arrayContaining(['claims']) as unknown
		});
		expect(await foldersOfProblem(database, maker, id)).toEqual([work]);
		expect(await problemOfFolder(database, otherTeacher, work)).toBeUndefined();
		await actOnProblem(database, id, { act: { kind: 'release' }, by: maker }, NOW);
		expect((await problemOfFolder(database, maker, work))?.relations).not.toContain('claims');
	});

	test('a version is shown while its maker has the claim, and showing it keeps the claim alive', async () => {
		const claim = await createClaimedProblem();
		expect(await showToContributor(claim, ['one'], OLD_HASH, addDays(NOW, CLAIM_LAPSE_DAYS - 1))).toBe('shown');
		await applyProblemDeadlines(database, addDays(NOW, CLAIM_LAPSE_DAYS + 1));
		expect(await findDemo(database, await readProblemRow(claim.id))).toMatchObject({ hash: OLD_HASH });
		expect(await findShownProgram(database, await readProblemRow(claim.id), OLD_HASH)).toBe('compiled');
		expect(await findShownProgram(database, await readProblemRow(claim.id), NEW_HASH)).toBeUndefined();
		await actOnProblem(database, claim.id, { act: { kind: 'release' }, by: claim.maker }, NOW);
		expect(await findDemo(database, await readProblemRow(claim.id))).toBeUndefined();
		expect(await findShownProgram(database, await readProblemRow(claim.id), OLD_HASH)).toBeUndefined();
		const otherTeacher = await storeTestPerson(database, 'teacher');
		await actOnProblem(
			database,
			claim.id,
			{ act: { kind: 'claim', by: otherTeacher, classId: null }, by: otherTeacher },
			NOW
		);
		expect(await findDemo(database, await readProblemRow(claim.id))).toBeUndefined();
		expect(await showToContributor(claim, ['one'], NEW_HASH)).toBe('changed');
		expect(
			await storeContributorProposal(
				database,
				await readProblemRow(claim.id),
				{ hash: OLD_HASH, content: REMARK_PROPOSAL },
				NOW
			)
		).toBe('changed');
	});

	test('the teller’s page never contains the program, and a showing ends only for its own folder', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim);
		expect(await findDemo(database, await readProblemRow(claim.id))).not.toHaveProperty('program');
		expect(JSON.stringify(await readDemo(database, await readProblemRow(claim.id)))).not.toContain('compiled');
		await endDemo(database, claim.id, 'another');
		expect((await readDemo(database, await readProblemRow(claim.id))).shown).not.toBeNull();
		await endDemo(database, claim.id, claim.work);
		expect((await readDemo(database, await readProblemRow(claim.id))).shown).toBeNull();
	});

	test('a valid proposal sets a due date for its answer, which can be given only once', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim);
		const row = await readProblemRow(claim.id);
		expect(row.answerDueAt).toBeNull();
		expect(await storeContributorProposal(database, row, { hash: NEW_HASH, content: REMARK_PROPOSAL }, NOW)).toBe(
			'changed'
		);
		expect(
			await storeContributorProposal(
				database,
				row,
				{ hash: OLD_HASH, content: { ...REMARK_PROPOSAL, remark: '' } },
				NOW
			)
		).toBe('malformed');
		expect((await readProblemRow(claim.id)).answerDueAt).toBeNull();
		expect(await storeContributorProposal(database, row, { hash: OLD_HASH, content: REMARK_PROPOSAL }, NOW)).toBe(
			'done'
		);
		expect((await readProblemRow(claim.id)).answerDueAt).not.toBeNull();
		const [givenProposal] = (await readDemoForMaker(database, row, claim.work)).proposals;
		const answer = {
			id: givenProposal?.id ?? '',
			problemId: claim.id,
			by: claim.maker,
			state: 'declined',
			answer: 'Plus tard.'
		} as const;
		const otherClaim = await createClaimedProblem();
		expect(await storeProposalReply(database, { ...answer, problemId: otherClaim.id }, NOW)).toBe(false);
		expect(await storeProposalReply(database, answer, NOW)).toBe(true);
		expect(await storeProposalReply(database, { ...answer, state: 'taken' }, NOW)).toBe(false);
		expect((await readDemo(database, row)).proposals).toMatchObject([{ state: 'declined', answer: 'Plus tard.' }]);
	});

	test('answering a proposal clears the due date and keeps the claim alive', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim);
		await storeContributorProposal(
			database,
			await readProblemRow(claim.id),
			{ hash: OLD_HASH, content: REMARK_PROPOSAL },
			NOW
		);
		const [givenProposal] = (await readDemoForMaker(database, await readProblemRow(claim.id), claim.work)).proposals;
		const answer = {
			id: givenProposal?.id ?? '',
			problemId: claim.id,
			by: claim.maker,
			state: 'taken',
			answer: ''
		} as const;
		await storeProposalReply(database, answer, addDays(NOW, CLAIM_LAPSE_DAYS - 1));
		expect((await readProblemRow(claim.id)).answerDueAt).toBeNull();
		await applyProblemDeadlines(database, addDays(NOW, CLAIM_LAPSE_DAYS + 1));
		expect((await readProblemRow(claim.id)).state).toBe('claimed');
	});

	test('a problem with 50 proposals accepts no more', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim);
		const rows = Array.from({ length: 50 }, (_, at) => ({
			id: `${claim.id}-${at}`,
			problemId: claim.id,
			workId: claim.work,
			content: REMARK_PROPOSAL
		}));
		await database.insert(proposal).values(rows);
		expect(
			await storeContributorProposal(
				database,
				await readProblemRow(claim.id),
				{ hash: OLD_HASH, content: REMARK_PROPOSAL },
				NOW
			)
		).toBe('full');
	});

	test('an approval needs every fact marked true, and lapses with a wrong fact or a new version', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim);
		const row = await readProblemRow(claim.id);
		const approvalToStore = { hash: OLD_HASH, wish: NAMING_WISH };
		await markFacts(claim.id, { one: undefined, invented: undefined });
		expect(await storeApproval(database, row, approvalToStore, NOW)).toBe('facts');
		await markFacts(claim.id, { two: 'Il sonne à 6.' });
		expect(await storeApproval(database, row, approvalToStore, NOW)).toBe('facts');
		expect((await readDemo(database, row)).facts).toHaveLength(2);
		// A fact that is marked wrong without a reason counts as wrong too.
		await markFacts(claim.id, { two: '' });
		expect(await storeApproval(database, row, approvalToStore, NOW)).toBe('facts');
		expect((await readDemo(database, row)).facts).toContainEqual({ fact: 'two', isTrue: false, reason: '' });
		await markFacts(claim.id, { two: undefined });
		expect(await markFacts(claim.id, { invented: undefined })).toBe('malformed');
		expect(await markFacts(claim.id, {})).toBe('empty');
		expect(await storeApproval(database, row, { ...approvalToStore, hash: NEW_HASH }, NOW)).toBe('changed');
		expect(await storeApproval(database, row, approvalToStore, NOW)).toBe('done');
		expect((await readDemo(database, row)).approval).toMatchObject({ hash: OLD_HASH, ...NAMING_WISH });
		// Marking a fact as wrong after approving ends the approval.
		await markFacts(claim.id, { two: 'Il sonne à 6.' });
		expect((await readDemo(database, row)).approval).toBeNull();
		await markFacts(claim.id, { two: undefined });
		expect(await storeApproval(database, row, approvalToStore, NOW)).toBe('done');
		// An answer about a fact is kept as long as the shown version has the fact's sentence unchanged.
		await showToContributor(claim, ['two', 'three'], NEW_HASH);
		const { shown, approval: givenApproval, facts } = await readDemo(database, row);
		expect(givenApproval?.hash).not.toBe(shown?.hash);
		expect(facts).toEqual([{ fact: 'two', isTrue: true, reason: '' }]);
		await withdrawApproval(database, claim.id, claim.work);
		expect((await readDemo(database, row)).approval).toBeNull();
	});

	test('answers about an older version count for the facts that have not changed', async () => {
		const claim = await createClaimedProblem();
		await showToContributor(claim, ['one', 'two'], OLD_HASH);
		await showToContributor(claim, ['two', 'three'], NEW_HASH);
		expect(await markFacts(claim.id, { one: undefined, two: 'Non.' }, OLD_HASH)).toBe('done');
		const { facts } = await readDemo(database, await readProblemRow(claim.id));
		expect(facts).toEqual([{ fact: 'two', isTrue: false, reason: 'Non.' }]);
		expect(await markFacts(claim.id, { one: undefined }, OLD_HASH)).toBe('changed');
	});

	const createApprovedClaim = async (contributor: string | null = null) => {
		const claim = await createClaimedProblem(contributor);
		await showToContributor(claim, ['one']);
		await markFacts(claim.id, { one: undefined });
		await storeContributorProposal(
			database,
			await readProblemRow(claim.id),
			{ hash: OLD_HASH, content: REMARK_PROPOSAL },
			NOW
		);
		await storeApproval(database, await readProblemRow(claim.id), { hash: OLD_HASH, wish: NAMING_WISH }, NOW);
		return claim;
	};
	test('two folders begun from one problem keep their answers apart', async () => {
		const claim = await createApprovedClaim();
		const { work: secondFolder } = await storeTestWork(database, [claim.maker], 'folder');
		await showToContributor({ ...claim, work: secondFolder }, ['one', 'two'], NEW_HASH);
		const row = await readProblemRow(claim.id);
		const noAnswers = { proposals: [], facts: [], approval: null };
		expect(await readDemoForMaker(database, row, secondFolder)).toMatchObject({
			shown: { hash: NEW_HASH },
			...noAnswers
		});
		const firstDemo = await readDemoForMaker(database, row, claim.work);
		expect(firstDemo).toMatchObject({
			shown: null,
			isAnotherShown: true,
			proposals: [{ content: REMARK_PROPOSAL }]
		});
		expect(firstDemo).toMatchObject({ facts: [{ fact: 'one', isTrue: true }], approval: { hash: OLD_HASH } });
		// The contributor sees and answers the folder that is shown now, and can withdraw the approval of the other folder.
		expect(await readDemo(database, row)).toMatchObject({ ...noAnswers, otherApprovals: [{ workId: claim.work }] });
		await markFacts(claim.id, { one: 'Non.', two: undefined }, NEW_HASH);
		expect((await readDemoForMaker(database, row, claim.work)).facts).toEqual(firstDemo.facts);
		expect((await readDemoForMaker(database, row, claim.work)).approval).not.toBeNull();
		await withdrawApproval(database, claim.id, claim.work);
		expect((await readDemo(database, row)).otherApprovals).toEqual([]);
		// When the first folder is shown again, the earlier answers about it are there.
		await showToContributor(claim, ['one'], OLD_HASH);
		expect((await readDemo(database, row)).facts).toEqual(firstDemo.facts);
	});

	const approvalNamesOf = async (id: string) =>
		(await database.select().from(approval).where(eq(approval.problemId, id))).map(({ naming, name }) => [
			naming,
			name
		]);

	test('the name in an approval is erased with the contact: on request, or after 90 unclaimed days', async () => {
		const [erased, forgotten] = [await createApprovedClaim(), await createApprovedClaim()];
		expect(await approvalNamesOf(erased.id)).toEqual([['firm', 'Four du port']]);
		await eraseContributorContact(database, erased.id);
		expect(await approvalNamesOf(erased.id)).toEqual([['nobody', '']]);
		await actOnProblem(database, forgotten.id, { act: { kind: 'release' }, by: null }, NOW);
		await applyProblemDeadlines(database, addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS - 1));
		expect(await approvalNamesOf(forgotten.id)).toEqual([['firm', 'Four du port']]);
		await applyProblemDeadlines(database, addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS));
		expect(await approvalNamesOf(forgotten.id)).toEqual([['nobody', '']]);
	});

	const countRowsIn = async (table: string, id: string) =>
		rowsOf(await database.execute(sql`select 1 from ${sql.identifier(table)} where problem_id = ${id}`)).length;

	test('a maker who released the problem learns only whether the approved name may still be used', async () => {
		const claim = await createClaimedProblem();
		const readAllowedName = async () =>
			findContributorNameAllowedAfterEndedClaim(database, await readProblemRow(claim.id), claim.work);
		await showToContributor(claim, ['one']);
		await markFacts(claim.id, { one: undefined });
		await storeApproval(database, await readProblemRow(claim.id), { hash: OLD_HASH, wish: NAMING_WISH }, NOW);
		await actOnProblem(database, claim.id, { act: { kind: 'release' }, by: claim.maker }, NOW);
		expect(await readAllowedName()).toEqual({ allowed: { hash: OLD_HASH, name: NAMING_WISH.name } });
		await eraseContributorContact(database, claim.id);
		expect(await readAllowedName()).toEqual({ allowed: { hash: OLD_HASH, name: '' } });
		await withdrawApproval(database, claim.id, claim.work);
		expect(await readAllowedName()).toEqual({ allowed: null });
		await database.update(problem).set({ source: 'student' }).where(eq(problem.id, claim.id));
		expect(await readAllowedName()).toBeNull();
	});

	test('a showing is deleted with its problem or its maker, and proposals only with the problem', async () => {
		const [deleted, left] = [await createApprovedClaim(), await createApprovedClaim()];
		await database.delete(problem).where(eq(problem.id, deleted.id));
		for (const table of ['proposal', 'fact_answer', 'approval', 'showing', 'problem_folder'])
			expect(await countRowsIn(table, deleted.id), table).toBe(0);
		await removePerson(database, left.maker, NOW);
		for (const table of ['showing', 'problem_folder']) expect(await countRowsIn(table, left.id), table).toBe(0);
		expect(await countRowsIn('proposal', left.id)).toBe(1);
	});

	test('a lost folder is forgotten after 30 days, together with its showing', async () => {
		const claim = await createClaimedProblem();
		const { id, maker, work } = claim;
		await tieFolderToProblem(database, { account: maker, workId: 'never-sent', problemId: id });
		await showToContributor({ ...claim, work: 'never-sent' }, ['one'], OLD_HASH, new Date());
		const monthLater = addDays(new Date(), 31);
		await deleteTiesOfLostFolders(database, addDays(monthLater, -2));
		expect(await foldersOfProblem(database, maker, id)).toHaveLength(2);
		expect(await countRowsIn('showing', id)).toBe(1);
		await deleteTiesOfLostFolders(database, monthLater);
		expect(await foldersOfProblem(database, maker, id)).toEqual([work]);
		expect(await countRowsIn('showing', id)).toBe(0);
	});

	test('teller and maker find the showing and its answers in their data', async () => {
		const contributor = await storeTestPerson(database, 'partner');
		const { id, maker, work } = await createApprovedClaim(contributor);
		expect((await gatherPersonalData(database, contributor, NOW)).problemsTold).toMatchObject([
			{
				proposals: [{ content: REMARK_PROPOSAL }],
				factAnswers: [{ isTrue: true }],
				approvals: [{ name: NAMING_WISH.name }]
			}
		]);
		expect(await gatherPersonalData(database, maker, NOW)).toMatchObject({
			problemFolders: [{ problemId: id, work }],
			versionsShown: [{ problemId: id, work }]
		});
	});
});

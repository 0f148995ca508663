/** Tests that each row says who sees the data and until when, as docs/privacy.md does. */
import { expect, test } from 'vitest';
import { CONTRIBUTOR_CONTACT_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PersonalDataOverview } from '#lib/server/personal-data/overview.ts';
import { createStoredDataList } from './stored-data-list.ts';

const EMPTY_OVERVIEW: PersonalDataOverview = {
	account: {
		isStudent: true,
		name: '',
		email: '',
		application: '',
		createdAt: new Date('2026-09-01T08:00:00Z'),
		endsAt: null,
		deletionAt: null
	},
	signedIn: [],
	providers: [],
	classes: [],
	levels: [],
	pairs: [],
	progress: [],
	submissions: [],
	debates: [],
	works: [],
	exhibits: [],
	portfolios: [],
	wallSentences: [],
	wallReports: [],
	problems: [],
	problemFolders: 0,
	versionsShown: 0,
	claims: 0,
	problemMessages: 0,
	problemInvitations: 0,
	teaching: [],
	notices: [],
	given: 0,
	summaries: 0,
	reviews: 0,
	validated: 0,
	publications: [],
	checked: [],
	publicationMessages: 0,
	links: 0,
	comments: []
};
const ADULT_ACCOUNT = {
	...EMPTY_OVERVIEW.account,
	isStudent: false,
	name: 'Mme Le Gall',
	email: 'legall@ecole.example'
};

/** Returns the rows without the first row, which is about the account itself. */
const listRowsWithoutAccount = (kept: Partial<PersonalDataOverview>) =>
	createStoredDataList({ ...EMPTY_OVERVIEW, ...kept }).slice(1);

const TOLD_PROBLEM = {
	wrong: 'Il reste du pain.',
	hasContact: false,
	isMailed: false,
	hasPhoto: false,
	isOfClass: true,
	isOffered: false,
	answers: 0,
	approvals: [],
	classAnswers: 0
};

test('a student’s problem that is not offered is listed as seen by them and their teachers', () => {
	expect(listRowsWithoutAccount({ problems: [TOLD_PROBLEM] })).toEqual([
		{
			what: m.data_problem_student({ text: TOLD_PROBLEM.wrong }),
			who: m.data_you_teachers(),
			until: m.data_until_their_class()
		}
	]);
});

test('a student’s offered problem is listed as seen by teachers and curators while the problem exists', () => {
	expect(listRowsWithoutAccount({ problems: [{ ...TOLD_PROBLEM, isOffered: true }] })).toEqual([
		{
			what: m.data_problem_student({ text: TOLD_PROBLEM.wrong }),
			who: m.data_problem_readers_student(),
			until: m.data_until_problem()
		}
	]);
});

const WALL_SENTENCE = { className: '2de 4', text: 'Oui.', isShown: true };
const WALL_SENTENCE_MESSAGE_INPUTS = { name: '2de 4', text: 'Oui.' };

test('a sentence on a wall is listed as seen by the class', () => {
	expect(listRowsWithoutAccount({ wallSentences: [WALL_SENTENCE] })).toEqual([
		{
			what: m.data_wall_sentence(WALL_SENTENCE_MESSAGE_INPUTS),
			who: m.data_you_class(),
			until: m.data_until_wall({ days: 0 })
		}
	]);
	expect(listRowsWithoutAccount({ account: ADULT_ACCOUNT, wallSentences: [WALL_SENTENCE] })).toEqual([
		{
			what: m.data_wall_sentence_adult(WALL_SENTENCE_MESSAGE_INPUTS),
			who: m.data_class_members(),
			until: m.data_until_wall_adult()
		}
	]);
});

test('a hidden sentence on a wall is listed as seen by its writer and the teachers', () => {
	const hiddenSentence = { ...WALL_SENTENCE, isShown: false };
	expect(listRowsWithoutAccount({ wallSentences: [hiddenSentence] })).toEqual([
		{
			what: m.data_wall_sentence_hidden(WALL_SENTENCE_MESSAGE_INPUTS),
			who: m.data_you_teachers(),
			until: m.data_until_wall({ days: 0 })
		}
	]);
	expect(listRowsWithoutAccount({ account: ADULT_ACCOUNT, wallSentences: [hiddenSentence] })).toEqual([
		{
			what: m.data_wall_sentence_hidden_adult(WALL_SENTENCE_MESSAGE_INPUTS),
			who: m.data_you_colleagues(),
			until: m.data_until_wall_adult()
		}
	]);
});

test('the row of a work with own files mentions these files', () => {
	const work = { id: 'w', challenge: null, title: 'Chat', versions: 3, hasOwnFiles: true };
	const describedDataOf = (hasOwnFiles: boolean) =>
		listRowsWithoutAccount({ works: [{ ...work, hasOwnFiles }] }).map(({ what }) => what);
	expect(describedDataOf(false)).toEqual([m.data_work({ title: 'Chat', count: 3 })]);
	expect(describedDataOf(true)).toEqual([m.data_work_files({ title: 'Chat', count: 3 })]);
});

test('a work on a challenge is named by the challenge’s title', () => {
	const work = { id: 'w', challenge: 'La ligne de pizzas', title: '', versions: 1, hasOwnFiles: false };
	expect(listRowsWithoutAccount({ works: [work] }).map(({ what }) => what)).toEqual([
		m.data_work({ title: 'La ligne de pizzas', count: 1 })
	]);
});

test('an adult’s rows about their classes and challenges say who sees each and until when, in one order', () => {
	const publication = { challenge: 'Pain', version: '1.2' };
	const self = m.data_self_adult();
	const kept = {
		account: ADULT_ACCOUNT,
		teaching: [{ id: 'c', name: '2de 4' }],
		notices: ['1re 2'],
		given: 2,
		summaries: 3,
		reviews: 4,
		validated: 5,
		publications: [publication],
		checked: [publication],
		publicationMessages: 6,
		comments: ['Bravo.'],
		links: 7
	};
	expect(listRowsWithoutAccount(kept).map(({ what, who, until }) => [what, who, until])).toEqual([
		[m.data_teaching({ name: '2de 4' }), self, m.data_until_account()],
		[m.data_notice({ name: '1re 2' }), self, m.data_until_read()],
		[m.data_given({ count: 2 }), m.data_class_members(), m.data_until_their_class()],
		[m.data_summaries({ count: 3 }), m.data_summary_readers(), m.data_until_summary()],
		[m.data_reviews({ count: 4 }), m.data_class_members(), m.data_until_their_class()],
		[m.data_validated({ count: 5 }), m.data_class_members(), m.data_until_their_class()],
		[m.data_publication(publication), m.data_class_members(), m.data_until_their_class()],
		[m.data_publication_reviewed(publication), m.data_everyone(), m.data_until_challenge()],
		[m.data_publication_messages({ count: 6 }), m.data_problem_readers(), m.data_until_challenge()],
		[m.data_comment({ text: 'Bravo.' }), self, m.data_until_account()],
		[m.data_links({ count: 7 }), self, m.data_until_link()]
	]);
});

test('an adult’s rows about problems say who sees each and until when, in one order', () => {
	const told = { ...TOLD_PROBLEM, isOfClass: false, hasContact: true, isMailed: true, hasPhoto: true };
	const kept = {
		account: ADULT_ACCOUNT,
		problems: [{ ...told, answers: 2, approvals: ['Lou', ''], classAnswers: 3 }],
		problemFolders: 4,
		versionsShown: 5,
		claims: 6,
		problemMessages: 7,
		problemInvitations: 8
	};
	const untilContact = m.data_until_contact({ days: CONTRIBUTOR_CONTACT_KEPT_DAYS });
	expect(listRowsWithoutAccount(kept).map(({ what, who, until }) => [what, who, until])).toEqual([
		[m.data_problem({ text: told.wrong }), m.data_problem_readers(), m.data_until_problem()],
		[m.data_problem_contact(), m.data_problem_contact_readers(), untilContact],
		[m.data_problem_mail(), m.data_problem_contact_readers(), untilContact],
		[m.data_problem_photo(), m.data_problem_readers(), untilContact],
		[m.data_demo_answers({ count: 2 }), m.data_demo_readers(), m.data_until_problem()],
		[m.data_approval({ name: 'Lou' }), m.data_demo_readers(), m.data_until_problem()],
		[m.data_approval({ name: '—' }), m.data_demo_readers(), m.data_until_problem()],
		[m.data_class_answers({ count: 3 }), m.data_class_answer_readers(), m.data_until_summary()],
		[m.data_problem_folders({ count: 4 }), m.data_self_adult(), m.data_until_folder()],
		[m.data_demos({ count: 5 }), m.data_maker_readers(), m.data_until_folder()],
		[m.data_claims({ count: 6 }), m.data_problem_readers(), m.data_until_claim()],
		[m.data_problem_messages({ count: 7 }), m.data_problem_readers(), m.data_until_talk()],
		[m.data_problem_invitations({ count: 8 }), m.data_self_adult(), m.data_until_invitation()]
	]);
});

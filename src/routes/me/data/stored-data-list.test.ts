/** Tests that each row says who sees the data and until when, as docs/privacy.md does. */
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import type { PersonalDataOverview } from '#lib/server/personal-data/overview.ts';
import { createStoredDataList } from './stored-data-list.ts';

const NOTHING_KEPT: PersonalDataOverview = {
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
const ADULT = { ...NOTHING_KEPT.account, isStudent: false, name: 'Mme Le Gall', email: 'legall@ecole.example' };

/** Returns the rows without the first row, which is about the account itself. */
const rowsOf = (kept: Partial<PersonalDataOverview>) => createStoredDataList({ ...NOTHING_KEPT, ...kept }).slice(1);

const CARD = {
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

test('a student’s card is its class’s own until it is offered', () => {
	expect(rowsOf({ problems: [CARD] })).toEqual([
		{
			what: m.data_problem_student({ text: CARD.wrong }),
			who: m.data_you_teachers(),
			until: m.data_until_their_class()
		}
	]);
});

test('an offered card is read by teachers and curators, and stands as long as the problem', () => {
	expect(rowsOf({ problems: [{ ...CARD, isOffered: true }] })).toEqual([
		{
			what: m.data_problem_student({ text: CARD.wrong }),
			who: m.data_problem_readers_student(),
			until: m.data_until_problem()
		}
	]);
});

const SENTENCE = { className: '2de 4', text: 'Oui.', isShown: true };
const SENTENCE_TEXTS = { name: '2de 4', text: 'Oui.' };

test('a sentence on a wall is seen by the class', () => {
	expect(rowsOf({ wallSentences: [SENTENCE] })).toEqual([
		{
			what: m.data_wall_sentence(SENTENCE_TEXTS),
			who: m.data_you_class(),
			until: m.data_until_wall({ days: 0 })
		}
	]);
	expect(rowsOf({ account: ADULT, wallSentences: [SENTENCE] })).toEqual([
		{
			what: m.data_wall_sentence_adult(SENTENCE_TEXTS),
			who: m.data_class_members(),
			until: m.data_until_wall_adult()
		}
	]);
});

test('a sentence that the class does not see is seen by its writer and the teachers', () => {
	const hiddenSentence = { ...SENTENCE, isShown: false };
	expect(rowsOf({ wallSentences: [hiddenSentence] })).toEqual([
		{
			what: m.data_wall_sentence_hidden(SENTENCE_TEXTS),
			who: m.data_you_teachers(),
			until: m.data_until_wall({ days: 0 })
		}
	]);
	expect(rowsOf({ account: ADULT, wallSentences: [hiddenSentence] })).toEqual([
		{
			what: m.data_wall_sentence_hidden_adult(SENTENCE_TEXTS),
			who: m.data_you_colleagues(),
			until: m.data_until_wall_adult()
		}
	]);
});

test('a work with pictures, sounds or other files says so', () => {
	const work = { id: 'w', kind: 'project' as const, challenge: null, title: 'Chat', versions: 3, hasOwnFiles: true };
	const whatOf = (hasOwnFiles: boolean) => rowsOf({ works: [{ ...work, hasOwnFiles }] }).map(({ what }) => what);
	expect(whatOf(false)).toEqual([m.data_work({ title: 'Chat', count: 3 })]);
	expect(whatOf(true)).toEqual([m.data_work_files({ title: 'Chat', count: 3 })]);
});

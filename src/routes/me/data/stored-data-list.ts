/** Describes each kind of stored data in a sentence, with who sees the data and until when. */
import { TELLER_CONTACT_DAYS } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PersonalDataOverview } from '#lib/server/personal-data/overview.ts';
import { pisteName } from '#lib/ui/pistes.ts';
import { formatDay } from '#lib/ui/when.ts';

export interface StoredData {
	what: string;
	who: string;
	until: string;
}

const date = (moment: Date): string => formatDay(moment, getLocale());
const createRowMaker = (who: string, until: string) => (what: string) => ({ what, who, until });

export function createStoredDataList(data: PersonalDataOverview): StoredData[] {
	const { account } = data;
	const self = account.isStudent ? m.data_you() : m.data_self_adult();
	const endsAt = account.deletionAt ?? account.endsAt;
	const untilAccount = endsAt ? m.data_until_date({ date: date(endsAt) }) : m.data_until_account();
	const ofAccount = createRowMaker(self, untilAccount);
	const passwordProviders = data.providers.filter((provider) => provider === 'credential');
	const otherProviders = data.providers.filter((provider) => provider !== 'credential');
	return [
		account.isStudent
			? ofAccount(m.data_account_student({ date: date(account.createdAt) }))
			: createRowMaker(
					m.data_you_adult(),
					untilAccount
				)(m.data_account_adult({ name: account.name, email: account.email, date: date(account.createdAt) })),
		...(account.deletionAt
			? [
					createRowMaker(
						account.isStudent ? m.data_you_teachers() : m.data_you_curators(),
						m.data_until_date({ date: date(account.deletionAt) })
					)(account.isStudent ? m.data_deletion_asked() : m.data_deletion_asked_adult())
				]
			: []),
		...(account.application
			? [createRowMaker(m.data_you_adult(), untilAccount)(m.data_application({ text: account.application }))]
			: []),
		...passwordProviders.map(() => createRowMaker(m.data_nobody(), untilAccount)(m.data_password())),
		...otherProviders.map((provider) => ofAccount(m.data_openid({ provider }))),
		...data.signedIn.map(({ createdAt, expiresAt }) =>
			createRowMaker(self, m.data_until_date({ date: date(expiresAt) }))(m.data_session({ date: date(createdAt) }))
		),
		...listClassData(data),
		...data.works.map(({ kind, challenge, title, versions, hasOwnFiles }) =>
			ofAccount(
				(hasOwnFiles ? m.data_work_files : m.data_work)({
					title: title || workSubjectText(kind, challenge),
					count: versions
				})
			)
		),
		...listWallData(data),
		...listProblemData(data),
		...listTeachingData(data, ofAccount)
	];
}

function listClassData(data: PersonalDataOverview): StoredData[] {
	const days = Math.max(0, ...data.classes.map(({ retentionDays }) => retentionDays));
	const ofClass = createRowMaker(m.data_you_teachers(), m.data_until_class({ days }));
	return [
		...data.classes.map(({ name, pseudonym, retentionDays }) =>
			createRowMaker(m.data_you_class(), m.data_until_class({ days: retentionDays }))(m.data_class({ pseudonym, name }))
		),
		...data.levels.map(({ piste, note }) => ofClass(m.data_level({ piste: pisteName(piste), note }))),
		...data.pairs.map(({ name, beganAt }) =>
			createRowMaker(m.data_you_two(), m.data_until_pair())(m.data_pair({ name, date: date(beganAt) }))
		),
		...data.progress.flatMap(({ title, step, needsHelpSince }) => [
			ofClass(m.data_progress({ title, step })),
			...(needsHelpSince ? [ofClass(m.data_help({ title, date: date(needsHelpSince) }))] : [])
		]),
		...data.submissions.flatMap(({ title, handedInAt, verdicts, review }) => [
			ofClass(m.data_submission({ title, date: date(handedInAt) })),
			...(verdicts > 0 ? [ofClass(m.data_verdicts({ title }))] : []),
			...(review ? [ofClass(m.data_review({ title, date: date(review.sentAt), count: review.lines }))] : [])
		]),
		...data.debates.map(({ title, moment, shown }) =>
			createRowMaker(
				shown ? m.data_debate_shown() : m.data_you_teachers(),
				m.data_until_debate()
			)(moment === 'before' ? m.data_debate({ title }) : m.data_debate_after({ title }))
		)
	];
}

function listWallData({
	account,
	classes,
	exhibits,
	portfolios,
	wallSentences,
	wallReports
}: PersonalDataOverview): StoredData[] {
	const days = Math.max(0, ...classes.map(({ retentionDays }) => retentionDays));
	const ofSentence = (isShown: boolean) =>
		account.isStudent
			? createRowMaker(isShown ? m.data_you_class() : m.data_you_teachers(), m.data_until_wall({ days }))
			: createRowMaker(isShown ? m.data_class_members() : m.data_you_colleagues(), m.data_until_wall_adult());
	const ofLink = createRowMaker(m.data_link_readers(), m.data_until_link_ends());
	const [sentenceText, hiddenSentenceText] = account.isStudent
		? [m.data_wall_sentence, m.data_wall_sentence_hidden]
		: [m.data_wall_sentence_adult, m.data_wall_sentence_hidden_adult];
	return [
		...exhibits.flatMap(({ className: name, retentionDays, isShown, isRemix, hasLink, ...exhibit }) => {
			const title = exhibit.title || m.project_untitled();
			const ofExhibit = createRowMaker(
				isShown ? m.data_you_class() : m.data_you_teachers(),
				m.data_until_wall({ days: retentionDays })
			);
			return [
				ofExhibit((isShown ? m.data_exhibit : m.data_exhibit_hidden)({ title, name })),
				...(isRemix ? [ofExhibit(m.data_exhibit_remix({ title }))] : []),
				...(hasLink ? [ofLink(m.data_exhibit_link({ title, name }))] : [])
			];
		}),
		...portfolios.map(({ className: name, retentionDays, works: count, isShown }) =>
			createRowMaker(
				isShown ? m.data_you_class() : m.data_you_teachers(),
				m.data_until_wall({ days: retentionDays })
			)(isShown ? m.data_portfolio({ name, count }) : m.data_portfolio_hidden({ name, count }))
		),
		...wallSentences.map(({ className: name, text, isShown }) =>
			ofSentence(isShown)((isShown ? sentenceText : hiddenSentenceText)({ name, text }))
		),
		...wallReports.map((name) =>
			createRowMaker(m.data_you_teachers(), m.data_until_decided())(m.data_exhibit_report({ name }))
		)
	];
}

function listProblemData({
	account,
	problems,
	claims,
	problemMessages,
	problemInvitations,
	...data
}: PersonalDataOverview): StoredData[] {
	const ofReaders = createRowMaker(m.data_problem_readers(), m.data_until_problem());
	const ofMaker = createRowMaker(m.data_showing_readers(), m.data_until_problem());
	const ofStudentCard = (isOffered: boolean) =>
		isOffered
			? createRowMaker(m.data_problem_readers_student(), m.data_until_problem())
			: createRowMaker(m.data_you_teachers(), m.data_until_their_class());
	return [
		...problems.flatMap(({ wrong, hasContact, isMailed, hasPhoto, isOfClass, isOffered, ...answered }) => [
			isOfClass || account.isStudent
				? ofStudentCard(isOffered)(m.data_problem_student({ text: wrong }))
				: ofReaders(m.data_problem({ text: wrong })),
			...(hasContact
				? [
						createRowMaker(
							m.data_problem_contact_readers(),
							m.data_until_contact({ days: TELLER_CONTACT_DAYS })
						)(m.data_problem_contact())
					]
				: []),
			...(isMailed
				? [
						createRowMaker(
							m.data_problem_contact_readers(),
							m.data_until_contact({ days: TELLER_CONTACT_DAYS })
						)(m.data_problem_mail())
					]
				: []),
			...(hasPhoto
				? [
						createRowMaker(
							m.data_problem_readers(),
							m.data_until_contact({ days: TELLER_CONTACT_DAYS })
						)(m.data_problem_photo())
					]
				: []),
			...(answered.answers > 0 ? [ofMaker(m.data_showing_answers({ count: answered.answers }))] : []),
			...answered.approvals.map((name) => ofMaker(m.data_approval({ name: name || '—' }))),
			...(answered.classAnswers > 0
				? [
						createRowMaker(
							m.data_class_answer_readers(),
							m.data_until_summary()
						)(m.data_class_answers({ count: answered.classAnswers }))
					]
				: [])
		]),
		...(data.problemFolders > 0
			? [
					createRowMaker(
						m.data_self_adult(),
						m.data_until_folder()
					)(m.data_problem_folders({ count: data.problemFolders }))
				]
			: []),
		...(data.versionsShown > 0
			? [createRowMaker(m.data_maker_readers(), m.data_until_folder())(m.data_showings({ count: data.versionsShown }))]
			: []),
		...(claims > 0
			? [createRowMaker(m.data_problem_readers(), m.data_until_claim())(m.data_claims({ count: claims }))]
			: []),
		...(problemMessages > 0
			? [
					createRowMaker(
						m.data_problem_readers(),
						m.data_until_talk()
					)(m.data_problem_messages({ count: problemMessages }))
				]
			: []),
		...(problemInvitations > 0
			? [
					createRowMaker(
						m.data_self_adult(),
						m.data_until_invitation()
					)(m.data_problem_invitations({ count: problemInvitations }))
				]
			: [])
	];
}

function listTeachingData(data: PersonalDataOverview, ofAccount: (what: string) => StoredData): StoredData[] {
	const ofTheirClass = createRowMaker(m.data_class_members(), m.data_until_their_class());
	const { given, summaries, reviews, validated, links, publicationMessages } = data;
	const untilChecked = m.data_until_challenge();
	return [
		...data.teaching.map(({ name }) => ofAccount(m.data_teaching({ name }))),
		...data.notices.map((name) => createRowMaker(m.data_self_adult(), m.data_until_read())(m.data_notice({ name }))),
		...(given > 0 ? [ofTheirClass(m.data_given({ count: given }))] : []),
		...(summaries > 0
			? [createRowMaker(m.data_summary_readers(), m.data_until_summary())(m.data_summaries({ count: summaries }))]
			: []),
		...(reviews > 0 ? [ofTheirClass(m.data_reviews({ count: reviews }))] : []),
		...(validated > 0 ? [ofTheirClass(m.data_validated({ count: validated }))] : []),
		...data.publications.map((one) => ofTheirClass(m.data_publication(one))),
		...data.checked.map((one) => createRowMaker(m.data_everyone(), untilChecked)(m.data_publication_reviewed(one))),
		...(publicationMessages > 0
			? [
					createRowMaker(
						m.data_problem_readers(),
						untilChecked
					)(m.data_publication_messages({ count: publicationMessages }))
				]
			: []),
		...data.comments.map((text) => ofAccount(m.data_comment({ text }))),
		...(links > 0 ? [createRowMaker(m.data_self_adult(), m.data_until_link())(m.data_links({ count: links }))] : [])
	];
}

const workSubjectText = (kind: string, challenge: string | null): string =>
	kind !== 'project' && challenge ? m.data_work_challenge({ id: challenge }) : m.data_work_project();

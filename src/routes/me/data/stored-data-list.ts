import { CONTRIBUTOR_CONTACT_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PersonalDataOverview } from '#lib/server/personal-data/overview.ts';
import { pisteName } from '#lib/ui/names.ts';
import { formatDay } from '#lib/ui/when.ts';

export interface StoredDataRow {
	what: string;
	who: string;
	until: string;
}

const formatDate = (moment: Date): string => formatDay(moment, getLocale());
type DataRowMaker = (what: string) => StoredDataRow;
const createDataRowMaker =
	(who: string, until: string): DataRowMaker =>
	(what) => ({ what, who, until });

const rowsOfCount = (count: number, describe: (inputs: { count: number }) => string, makeRow: DataRowMaker) =>
	count > 0 ? [makeRow(describe({ count }))] : [];

export function createStoredDataList(data: PersonalDataOverview): StoredDataRow[] {
	const { account } = data;
	const self = account.isStudent ? m.data_you() : m.data_self_adult();
	const endsAt = account.deletionAt ?? account.endsAt;
	const untilAccount = endsAt ? m.data_until_date({ date: formatDate(endsAt) }) : m.data_until_account();
	const ofAccount = createDataRowMaker(self, untilAccount);
	const passwordProviders = data.providers.filter((provider) => provider === 'credential');
	const otherProviders = data.providers.filter((provider) => provider !== 'credential');
	return [
		account.isStudent
			? ofAccount(m.data_account_student({ date: formatDate(account.createdAt) }))
			: createDataRowMaker(
					m.data_you_adult(),
					untilAccount
				)(m.data_account_adult({ name: account.name, email: account.email, date: formatDate(account.createdAt) })),
		...(account.deletionAt
			? [
					createDataRowMaker(
						account.isStudent ? m.data_you_teachers() : m.data_you_curators(),
						m.data_until_date({ date: formatDate(account.deletionAt) })
					)(account.isStudent ? m.data_deletion_asked() : m.data_deletion_asked_adult())
				]
			: []),
		...(account.application
			? [createDataRowMaker(m.data_you_adult(), untilAccount)(m.data_application({ text: account.application }))]
			: []),
		...passwordProviders.map(() => createDataRowMaker(m.data_nobody(), untilAccount)(m.data_password())),
		...otherProviders.map((provider) => ofAccount(m.data_openid({ provider }))),
		...data.signedIn.map(({ createdAt, expiresAt }) =>
			createDataRowMaker(
				self,
				m.data_until_date({ date: formatDate(expiresAt) })
			)(m.data_session({ date: formatDate(createdAt) }))
		),
		...listClassData(data),
		...data.works.map(({ challenge, title, versions, hasOwnFiles }) =>
			ofAccount(
				(hasOwnFiles ? m.data_work_files : m.data_work)({
					title: title || challenge || m.data_work_project(),
					count: versions
				})
			)
		),
		...listWallData(data),
		...listProblemData(data),
		...listTeachingData(data, ofAccount)
	];
}

function listClassData(data: PersonalDataOverview): StoredDataRow[] {
	const days = Math.max(0, ...data.classes.map(({ retentionDays }) => retentionDays));
	const ofClass = createDataRowMaker(m.data_you_teachers(), m.data_until_class({ days }));
	return [
		...data.classes.map(({ name, pseudonym, retentionDays }) =>
			createDataRowMaker(
				m.data_you_class(),
				m.data_until_class({ days: retentionDays })
			)(m.data_class({ pseudonym, name }))
		),
		...data.levels.map(({ piste, note }) => ofClass(m.data_level({ piste: pisteName(piste), note }))),
		...data.pairs.map(({ name, beganAt }) =>
			createDataRowMaker(m.data_you_two(), m.data_until_pair())(m.data_pair({ name, date: formatDate(beganAt) }))
		),
		...data.progress.flatMap(({ title, step, needsHelpSince }) => [
			ofClass(m.data_progress({ title, step })),
			...(needsHelpSince ? [ofClass(m.data_help({ title, date: formatDate(needsHelpSince) }))] : [])
		]),
		...data.submissions.flatMap(({ title, handedInAt, verdicts, review }) => [
			ofClass(m.data_submission({ title, date: formatDate(handedInAt) })),
			...(verdicts > 0 ? [ofClass(m.data_verdicts({ title }))] : []),
			...(review ? [ofClass(m.data_review({ title, date: formatDate(review.sentAt), count: review.lines }))] : [])
		]),
		...data.debates.map(({ title, moment, shown }) =>
			createDataRowMaker(
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
}: PersonalDataOverview): StoredDataRow[] {
	const days = Math.max(0, ...classes.map(({ retentionDays }) => retentionDays));
	const sentenceRowMakerOf = (isShown: boolean) =>
		account.isStudent
			? createDataRowMaker(isShown ? m.data_you_class() : m.data_you_teachers(), m.data_until_wall({ days }))
			: createDataRowMaker(isShown ? m.data_class_members() : m.data_you_colleagues(), m.data_until_wall_adult());
	const ofLink = createDataRowMaker(m.data_link_readers(), m.data_until_link_ends());
	const [sentenceText, hiddenSentenceText] = account.isStudent
		? [m.data_wall_sentence, m.data_wall_sentence_hidden]
		: [m.data_wall_sentence_adult, m.data_wall_sentence_hidden_adult];
	return [
		...exhibits.flatMap(({ className: name, retentionDays, isShown, isRemix, hasLink, ...exhibit }) => {
			const title = exhibit.title || m.project_untitled();
			const ofExhibit = createDataRowMaker(
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
			createDataRowMaker(
				isShown ? m.data_you_class() : m.data_you_teachers(),
				m.data_until_wall({ days: retentionDays })
			)(isShown ? m.data_portfolio({ name, count }) : m.data_portfolio_hidden({ name, count }))
		),
		...wallSentences.map(({ className: name, text, isShown }) =>
			sentenceRowMakerOf(isShown)((isShown ? sentenceText : hiddenSentenceText)({ name, text }))
		),
		...wallReports.map((name) =>
			createDataRowMaker(m.data_you_teachers(), m.data_until_decided())(m.data_exhibit_report({ name }))
		)
	];
}

function listProblemData(data: PersonalDataOverview): StoredDataRow[] {
	const untilProblem = m.data_until_problem();
	const untilContact = m.data_until_contact({ days: CONTRIBUTOR_CONTACT_KEPT_DAYS });
	const ofReaders = createDataRowMaker(m.data_problem_readers(), untilProblem);
	const ofMaker = createDataRowMaker(m.data_demo_readers(), untilProblem);
	const ofContact = createDataRowMaker(m.data_problem_contact_readers(), untilContact);
	const ofPhoto = createDataRowMaker(m.data_problem_readers(), untilContact);
	const ofClassAnswers = createDataRowMaker(m.data_class_answer_readers(), m.data_until_summary());
	const ofFolders = createDataRowMaker(m.data_self_adult(), m.data_until_folder());
	const ofVersions = createDataRowMaker(m.data_maker_readers(), m.data_until_folder());
	const ofClaims = createDataRowMaker(m.data_problem_readers(), m.data_until_claim());
	const ofMessages = createDataRowMaker(m.data_problem_readers(), m.data_until_talk());
	const ofInvitations = createDataRowMaker(m.data_self_adult(), m.data_until_invitation());
	const studentProblemRowMakerOf = (isOffered: boolean) =>
		isOffered
			? createDataRowMaker(m.data_problem_readers_student(), untilProblem)
			: createDataRowMaker(m.data_you_teachers(), m.data_until_their_class());
	return [
		...data.problems.flatMap((problem) => [
			problem.isOfClass || data.account.isStudent
				? studentProblemRowMakerOf(problem.isOffered)(m.data_problem_student({ text: problem.wrong }))
				: ofReaders(m.data_problem({ text: problem.wrong })),
			...(problem.hasContact ? [ofContact(m.data_problem_contact())] : []),
			...(problem.isMailed ? [ofContact(m.data_problem_mail())] : []),
			...(problem.hasPhoto ? [ofPhoto(m.data_problem_photo())] : []),
			...rowsOfCount(problem.answers, m.data_demo_answers, ofMaker),
			...problem.approvals.map((name) => ofMaker(m.data_approval({ name: name || '—' }))),
			...rowsOfCount(problem.classAnswers, m.data_class_answers, ofClassAnswers)
		]),
		...rowsOfCount(data.problemFolders, m.data_problem_folders, ofFolders),
		...rowsOfCount(data.versionsShown, m.data_demos, ofVersions),
		...rowsOfCount(data.claims, m.data_claims, ofClaims),
		...rowsOfCount(data.problemMessages, m.data_problem_messages, ofMessages),
		...rowsOfCount(data.problemInvitations, m.data_problem_invitations, ofInvitations)
	];
}

function listTeachingData(data: PersonalDataOverview, ofAccount: DataRowMaker): StoredDataRow[] {
	const untilChallenge = m.data_until_challenge();
	const ofTheirClass = createDataRowMaker(m.data_class_members(), m.data_until_their_class());
	const ofNotices = createDataRowMaker(m.data_self_adult(), m.data_until_read());
	const ofSummaries = createDataRowMaker(m.data_summary_readers(), m.data_until_summary());
	const ofChecked = createDataRowMaker(m.data_everyone(), untilChallenge);
	const ofMessages = createDataRowMaker(m.data_problem_readers(), untilChallenge);
	const ofLinks = createDataRowMaker(m.data_self_adult(), m.data_until_link());
	return [
		...data.teaching.map(({ name }) => ofAccount(m.data_teaching({ name }))),
		...data.notices.map((name) => ofNotices(m.data_notice({ name }))),
		...rowsOfCount(data.given, m.data_given, ofTheirClass),
		...rowsOfCount(data.summaries, m.data_summaries, ofSummaries),
		...rowsOfCount(data.reviews, m.data_reviews, ofTheirClass),
		...rowsOfCount(data.validated, m.data_validated, ofTheirClass),
		...data.publications.map((publication) => ofTheirClass(m.data_publication(publication))),
		...data.checked.map((publication) => ofChecked(m.data_publication_reviewed(publication))),
		...rowsOfCount(data.publicationMessages, m.data_publication_messages, ofMessages),
		...data.comments.map((text) => ofAccount(m.data_comment({ text }))),
		...rowsOfCount(data.links, m.data_links, ofLinks)
	];
}

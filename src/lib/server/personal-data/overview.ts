/** Summarises a person's data for their page, without the contents that only the downloaded file holds. */
import type { Language } from '#lib/domain/language.ts';
import type { PersonalData } from './gather-personal-data.ts';

interface TitledChallengeVersion {
	challenge: string;
	title: Record<string, string>;
	version: string;
}

export function summarisePersonalData(data: PersonalData, language: Language) {
	const { account } = data;
	const pickTitleInLanguage = (titles: Partial<Record<string, string>> | null | undefined) =>
		titles?.[language] || Object.values(titles ?? {}).find(Boolean) || '';
	const titleOf = ({ title }: { title: Record<Language, string> | undefined }) => pickTitleInLanguage(title);
	const toListedPublication = ({ challenge, title, version }: TitledChallengeVersion) => ({
		challenge: pickTitleInLanguage(title) || challenge,
		version
	});
	return {
		account: {
			isStudent: account.role === 'student',
			name: account.name,
			email: account.email ?? '',
			application: account.application,
			createdAt: account.createdAt,
			endsAt: account.endsAt,
			deletionAt: account.deletionAt
		},
		signedIn: data.signedIn,
		providers: data.waysToSignIn.map(({ provider }) => provider),
		classes: data.classes.map(({ id, name, pseudonym, retentionDays }) => ({ id, name, pseudonym, retentionDays })),
		levels: data.levels.map(({ piste, note }) => ({ piste, note })),
		pairs: data.pairs.map(({ name, beganAt }) => ({ name, beganAt })),
		progress: data.standings.map((row) => ({
			title: titleOf(row),
			step: pickTitleInLanguage(row.stepTitle) || row.step,
			pair: row.pair,
			needsHelpSince: row.needsHelpSince
		})),
		submissions: data.submissions.map((row) => ({
			title: titleOf(row),
			handedInAt: row.handedInAt,
			pair: row.pair,
			verdicts: row.verdicts.length,
			review: row.review ? { sentAt: row.review.sentAt, lines: row.review.lines.length } : null
		})),
		debates: data.debates.map((row) => ({ title: titleOf(row), moment: row.moment, shown: row.shown })),
		works: data.works.map(({ id, challenge, challengeTitle, head, versions, ownFiles }) => ({
			id,
			challenge: pickTitleInLanguage(challengeTitle) || (challenge?.id ?? null),
			title: versions.find((version) => version.id === head)?.project?.title ?? '',
			versions: versions.length,
			hasOwnFiles: Object.keys(ownFiles).length > 0
		})),
		exhibits: data.exhibits.map(({ className, retentionDays, title, visibility, remixOf, link }) => ({
			className,
			retentionDays,
			title,
			isRemix: remixOf !== null,
			isShown: visibility === 'shown',
			hasLink: link !== null
		})),
		portfolios: data.portfolios.map(({ className, retentionDays, visibility, works }) => ({
			className,
			retentionDays,
			works: works.length,
			isShown: visibility === 'shown'
		})),
		wallSentences: data.wallSentences.map(({ className, text, visibility }) => ({
			className,
			text,
			isShown: visibility === 'shown'
		})),
		wallReports: data.wallReports.map(({ className }) => className),
		problems: data.problemsTold.map(
			({ wrong, hasContact, mail, photo, isOfClass, offeredAt, proposals, factAnswers, approvals, classAnswers }) => ({
				wrong,
				hasContact,
				isMailed: mail !== undefined,
				hasPhoto: photo !== undefined,
				isOfClass,
				isOffered: offeredAt !== null,
				answers: proposals.length + factAnswers.length,
				approvals: approvals.map(({ name }) => name),
				classAnswers: classAnswers.length
			})
		),
		problemFolders: data.problemFolders.length,
		versionsShown: data.versionsShown.length,
		claims: data.problemsClaimed.length,
		problemMessages: data.problemMessages.length,
		problemInvitations: data.problemInvitations.length,
		teaching: data.teaching.map(({ id, name }) => ({ id, name })),
		notices: data.classNotices.map(({ className }) => className),
		given: data.assignmentsGiven.length,
		summaries: data.summariesSent.length,
		reviews: data.reviewsWritten.length,
		validated: data.levelsValidated.length,
		publications: data.publications.map(toListedPublication),
		checked: data.publicationsChecked.map(toListedPublication),
		publicationMessages: data.publicationMessages.length,
		links: data.linksMade.length,
		comments: data.reusableComments.map(({ text }) => text)
	};
}

export type PersonalDataOverview = ReturnType<typeof summarisePersonalData>;

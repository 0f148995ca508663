/** What the page says of a person's data: enough to know each thing, without the contents that the file has. */
import type { PersonalData } from './gather.ts';

export function outline(data: PersonalData) {
	const { account } = data;
	return {
		account: {
			isStudent: account.role === 'student',
			name: account.name,
			email: account.email ?? '',
			application: account.application,
			createdAt: account.createdAt,
			endsAt: account.endsAt
		},
		signedIn: data.signedIn,
		providers: data.waysToSignIn.map(({ provider }) => provider),
		classes: data.classes.map(({ id, name, pseudonym, retentionDays }) => ({ id, name, pseudonym, retentionDays })),
		levels: data.levels.map(({ piste, note }) => ({ piste, note })),
		standings: data.standings.map(({ assignmentId, step }) => ({ id: assignmentId, step })),
		submissions: data.submissions.map(({ id, handedInAt }) => ({ id, handedInAt })),
		debates: data.debates.length,
		works: data.works.map(({ id, kind, challenge, head, versions }) => ({
			id,
			kind,
			challenge: challenge?.id ?? null,
			title: versions.find((version) => version.id === head)?.project?.title ?? '',
			versions: versions.length
		})),
		teaching: data.teaching.map(({ id, name }) => ({ id, name })),
		comments: data.reusableComments.map(({ text }) => text)
	};
}

export type Outline = ReturnType<typeof outline>;

/** Form actions by which a maker proposes a version to the catalogue, withdraws or retires it. */
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import { isId } from '#lib/domain/identity.ts';
import { parsePublicationComment, type PublicationAct } from '#lib/domain/publication.ts';
import { m } from '#lib/paraglide/messages.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { problemOfFolder } from '#lib/server/studio/showing/problem-folders.ts';
import { carryOutPublicationAct } from './act-on-version.ts';
import { explainFailedPublicationAct } from './explain-result.ts';

export type MakerAct = Extract<PublicationAct, 'propose' | 'withdraw' | 'retire' | 'comment'>;

/** Carries out a maker's act. Returns undefined, or on failure a message for the form. */
export async function carryOutMakerAct(
	event: Pick<RequestEvent, 'locals' | 'params' | 'request'>,
	action: 'publication.propose',
	act: MakerAct
) {
	const form = await event.request.formData();
	const hash = readFormText(form, 'hash');
	const isOwn = await isVersionMadeBy(event.locals.person?.id, hash);
	const person = demandAccess(event, action, isOwn ? ['author'] : []);
	if (!isOwn) error(404);
	const text = parsePublicationComment(readFormText(form, 'text'));
	if (text === undefined || (act === 'comment' && text === ''))
		return fail(400, { publication: m.publication_comment_empty() });
	const workId = event.params['work'] ?? '';
	const toldProblem =
		act === 'propose' && isId(workId) ? await problemOfFolder(database(), person.id, workId) : undefined;
	const result = await carryOutPublicationAct(
		database(),
		hash,
		{ act, person, text, problemId: toldProblem?.row.id ?? null },
		new Date()
	);
	return result === 'done' ? undefined : fail(409, { publication: explainFailedPublicationAct(result) });
}

async function isVersionMadeBy(account: string | undefined, hash: string): Promise<boolean> {
	if (account === undefined) return false;
	const { publication, studioChallenge } = schema;
	const rows = await database()
		.select({ hash: publication.hash })
		.from(publication)
		.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
		.where(and(eq(publication.hash, hash), eq(studioChallenge.accountId, account)));
	return rows.length > 0;
}

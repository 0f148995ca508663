import { fail, type RequestEvent, error } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access.ts';
import {
	parsePublicationComment,
	PUBLICATION_REVIEW_POINTS,
	selectReviewPoints,
	type PublicationAct
} from '#lib/domain/publication.ts';
import { m } from '#lib/paraglide/messages.js';
import { queueContributorMail } from '#lib/server/contributions/contributor-mail-job.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { carryOutPublicationAct, type PublicationActResult } from './act-on-version.ts';
import { and, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import { publication } from '#lib/server/db/schema/index.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { problemOfFolder } from '#lib/server/studio/demo/problem-folders.ts';

const explainFailedPublicationAct = (result: Exclude<PublicationActResult, 'done'>): string =>
	result === 'full' ? m.publication_full() : m.publication_changed();

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

/** Returns undefined for a version that is not published, or that did not come from a told problem. */
async function findProblemIdOfPublished(database: Database, hash: string): Promise<string | undefined> {
	const [found] = await database
		.select({ problemId: publication.problemId })
		.from(publication)
		.where(and(eq(publication.hash, hash), eq(publication.state, 'published')));
	return found?.problemId ?? undefined;
}

const ACTS_THAT_NEED_REASON: readonly PublicationAct[] = ['ask-for-work', 'hold-back', 'retire', 'comment'];

/** Returns undefined, or a message for the form with what was typed. The caller must have demanded the action. */
export async function carryOutReviewerAct(
	{ request }: Pick<RequestEvent, 'request'>,
	{ person, hash, act }: { person: Person; hash: string; act: PublicationAct }
) {
	const form = await request.formData();
	const text = parsePublicationComment(readFormText(form, 'text'));
	const points = selectReviewPoints(form.getAll('point'));
	const formValues = { text: text ?? '', points };
	if (text === undefined || (text === '' && ACTS_THAT_NEED_REASON.includes(act)))
		return fail(400, { message: m.publication_comment_empty(), ...formValues });
	if (act === 'agree' && points.length < PUBLICATION_REVIEW_POINTS.length)
		return fail(400, { message: m.publication_points_missing(), ...formValues });
	const result = await carryOutPublicationAct(database(), hash, { act, person, text, points }, new Date());
	if (result !== 'done') return fail(409, { message: explainFailedPublicationAct(result), ...formValues });
	if (act === 'agree') await queuePublicationNews(hash);
	return undefined;
}

async function queuePublicationNews(hash: string): Promise<void> {
	const problemId = await findProblemIdOfPublished(database(), hash);
	if (problemId !== undefined) await queueContributorMail(problemId, 'published');
}

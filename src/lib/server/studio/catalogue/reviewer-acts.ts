/** Carries out a reviewer's act on a version, as sent by the forms of the version's page. */
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access.ts';
import {
	parsePublicationComment,
	PUBLICATION_REVIEW_POINTS,
	selectReviewPoints,
	type PublicationAct
} from '#lib/domain/publication.ts';
import { m } from '#lib/paraglide/messages.js';
import { queueTellerMail } from '#lib/server/contributions/teller-mail-job.ts';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { carryOutPublicationAct } from './act-on-version.ts';
import { explainFailedPublicationAct } from './explain-result.ts';
import { findProblemIdOfPublished } from './problem-of-published.ts';

/** Acts that need a written reason for the maker. */
const ACTS_THAT_NEED_REASON: readonly PublicationAct[] = ['ask-for-work', 'hold-back', 'retire', 'comment'];

/**
 * Carries out a reviewer's act. Returns undefined, or on failure a message for the form with what was typed. The caller must
 * have demanded the action.
 */
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

/** Queues a mail to the problem's teller when this agreement published the version. */
async function queuePublicationNews(hash: string): Promise<void> {
	const problemId = await findProblemIdOfPublished(database(), hash);
	if (problemId !== undefined) await queueTellerMail(problemId, 'published');
}

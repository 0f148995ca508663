import { parseMark } from '#lib/domain/own-submission.ts';
import { isId } from '#lib/domain/sync.ts';
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { markDone } from '#lib/server/reviews/mark-done.ts';
import { answer, refuse } from '#lib/server/submissions/api.ts';
import type { RequestHandler } from './$types';

const LARGEST = 500;

export const PUT: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'review.answer', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const { person, assignment } = asking;
	const body = await readJson(event.request, LARGEST);
	if (body.kind === 'refused') return refuse(body.reason);
	const mark = parseMark(body.value);
	const { comment } = event.params;
	if (mark === undefined || !isId(comment)) return refuse('malformed');
	if (mark.account !== person.id) return refuse('other-person');
	const marked = await markDone(database(), person.id, assignment.id, comment, mark.done);
	return marked ? answer({ kind: 'marked', done: mark.done }) : refuse('absent');
};

/** Checks a student's request about their own board row before it reaches the database. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Action } from '../../domain/access.ts';
import { may } from '../../domain/access.ts';
import type { Person } from '../../domain/person.ts';
import { demand } from '../access/index.ts';
import { fromHere, readJson } from '../http/json-body.ts';
import { refuse } from '../work/api.ts';
import { BurstLimit } from '../rate-limit/burst-limit.ts';

/** Bytes: enough for a few hundred ids. */
const LARGEST = 20_000;
const often = new BurstLimit();

export type Said<Sent> =
	{ kind: 'said'; sent: Sent; assignment: string; person: Person } | { kind: 'refused'; answer: Response };

/** Does not check that the assignment is for the student: reports are frequent, so each database statement includes that check. */
export async function said<Sent extends { account: string }>(
	event: RequestEvent,
	action: Extract<Action, 'board.report' | 'debate.take-part'>,
	parse: (input: unknown) => Sent | undefined
): Promise<Said<Sent>> {
	const refused = (answer: Response) => ({ kind: 'refused' as const, answer });
	const { locals, request, url, params } = event;
	const { person } = locals;
	if (!fromHere(request.headers, url.origin)) return refused(refuse('other-site'));
	if (person === null) return refused(refuse('signed-out'));
	if (!may(person.role, action, ['member'])) return refused(refuse('forbidden'));
	demand(event, action, ['member']);
	const assignment = params['assignment'] ?? '';
	if (!/^[\w-]{1,64}$/.test(assignment)) return refused(refuse('absent'));
	if (often.isTooOften(person.id, Date.now()))
		return refused(new Response(null, { status: 429, headers: { 'retry-after': '10' } }));
	const body = await readJson(request, LARGEST);
	if (body.kind === 'refused') return refused(refuse(body.reason));
	const sent = parse(body.value);
	if (sent === undefined) return refused(refuse('malformed'));
	if (sent.account !== person.id) return refused(refuse('other-person'));
	return { kind: 'said', sent, assignment, person };
}

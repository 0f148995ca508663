/** Finds the assignment of an address and demands an action on it. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { may, type Action } from '../../domain/access.ts';
import { phaseOf, type Assignment } from '../../domain/assignment.ts';
import type { Person } from '../../domain/person.ts';
import { demand } from '../access/index.ts';
import { findClass, type SchoolClass } from '../classes/classes.ts';
import { database } from '../db/index.ts';
import { fromHere } from '../http/json-body.ts';
import { refuse } from '../work/api.ts';
import { isRemoved, relationsToAssignment, type Member } from './relations.ts';

type LessonAction = Extract<Action, `${'assignment' | 'board' | 'submission' | 'review' | 'debate'}.${string}`>;
type Event = Pick<RequestEvent, 'locals' | 'params'>;

/** Demands the action for a page of `params.class`. Absent assignments and those of other classes get the same 404. */
export async function demandAssignment(
	event: Event,
	action: LessonAction
): Promise<{ person: Person; schoolClass: SchoolClass; assignment: Assignment }> {
	const { params, locals } = event;
	const { assignment, relations } = await relationsToAssignment(
		database(),
		params['assignment'] ?? '',
		locals.person?.id
	);
	const isOfClass = assignment?.classId === params['class'];
	const person = demand(event, action, isOfClass ? relations.filter((relation) => relation === 'teaches') : []);
	const schoolClass = await findClass(database(), params['class'] ?? '');
	// The class was deleted in the meantime.
	if (!schoolClass || !assignment) error(404);
	return { person, schoolClass, assignment };
}

export type AskedAsMember =
	{ kind: 'member'; person: Person; assignment: Assignment; member: Member } | { kind: 'refused'; answer: Response };

/**
 * Demands the action for a student's JSON address, refusing other sites' requests and assignments that are not for the student. The
 * relation `author` is granted too, because every database statement selects only the student's own rows.
 */
export async function askedAsMember(
	event: Pick<RequestEvent, 'locals' | 'params' | 'request' | 'url'>,
	action: LessonAction,
	now: Date
): Promise<AskedAsMember> {
	const { params, locals, request, url } = event;
	const { person } = locals;
	const refused = (answer: Response) => ({ kind: 'refused' as const, answer });
	if (request.method !== 'GET' && !fromHere(request.headers, url.origin)) return refused(refuse('other-site'));
	if (person === null) return refused(refuse('signed-out'));
	const found = await relationsToAssignment(database(), params['assignment'] ?? '', person.id);
	const { assignment, member } = found;
	if (!assignment && person.role === 'student' && (await isRemoved(database(), params['assignment'] ?? '', person.id)))
		return refused(refuse('assignment-removed'));
	const relations = member ? (['member', 'author'] as const) : [];
	if (!may(person.role, action, relations)) {
		return refused(refuse(may(person.role, action, ['member', 'author']) ? 'absent' : 'forbidden'));
	}
	demand(event, action, relations);
	if (!assignment || !member) return refused(refuse('absent'));
	// Before it opens, a student may only read when it will open.
	if (action !== 'assignment.see' && phaseOf(assignment, now) === 'ahead') return refused(refuse('absent'));
	// A tab may still belong to the previous person at this browser: refuse when it names another account.
	const believed = url.searchParams.get('account');
	if (believed !== null && believed !== person.id) return refused(refuse('other-person'));
	return { kind: 'member', person, assignment, member };
}

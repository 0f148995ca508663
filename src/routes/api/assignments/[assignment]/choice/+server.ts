/** Reads and stores a student's choices in the debate; each of a pair has their own. */
import { parseChoice } from '#lib/domain/debate.ts';
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { choicesOf, choose } from '#lib/server/debates/choose.ts';
import { said } from '#lib/server/board/api.ts';
import { answer, refuse } from '#lib/server/work/api.ts';
import type { Person } from '#lib/domain/person.ts';
import type { RequestHandler } from './$types';

const sittingHere = ({ id, pair }: Person): string[] => (pair === undefined ? [id] : [id, pair.other.id]);

export const GET: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'debate.take-part', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const choices = await choicesOf(database(), asking.assignment.id, sittingHere(asking.person));
	return answer({ kind: 'choices', choices });
};

export const PUT: RequestHandler = async (event) => {
	const asking = await said(event, 'debate.take-part', parseChoice);
	if (asking.kind === 'refused') return asking.answer;
	const { sent, assignment, person } = asking;
	if (!sittingHere(person).includes(sent.by)) return refuse('absent');
	const chosen = await choose(database(), assignment, sent, new Date());
	return chosen === 'kept' || chosen === 'late' ? answer({ kind: chosen }) : refuse(chosen);
};

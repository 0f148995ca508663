/** Builds the JSON answers of the hand-in endpoints. */
import { json } from '@sveltejs/kit';
import { HAND_IN_FORMAT, HAND_IN_STATUS, type HandInRefusal } from '../../domain/hand-in.ts';

export function answer(body: object, status = 200): Response {
	return json({ format: HAND_IN_FORMAT, ...body }, { status, headers: { 'cache-control': 'no-store' } });
}

export function refuse(reason: HandInRefusal): Response {
	return answer({ kind: 'refused', reason }, HAND_IN_STATUS[reason]);
}

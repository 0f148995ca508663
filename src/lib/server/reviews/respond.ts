/** Builds the JSON answers of the review endpoints. */
import { json } from '@sveltejs/kit';
import { REVIEW_FORMAT, REVIEW_STATUS, type ReviewRefusal } from '../../domain/review.ts';

export function answer(body: object, status = 200): Response {
	return json({ format: REVIEW_FORMAT, ...body }, { status, headers: { 'cache-control': 'no-store' } });
}

export function refuse(reason: ReviewRefusal): Response {
	return answer({ kind: 'refused', reason }, REVIEW_STATUS[reason]);
}

import { type ReviewMove, type ReviewText } from '#lib/domain/review.ts';
import {
	parseReviewAnswer,
	reviewApi,
	type ReviewAnswer,
	parseReusableComments,
	type ReusableComment,
	type ReusableCommentRequest
} from '#lib/wire/review.ts';

export interface UnsentReview {
	revision: number;
	text: ReviewText;
	move: ReviewMove | null;
}

/** Upper limit of bytes of a `keepalive` request, which outlives its page; the Fetch standard's limit is 64 KiB. */
const LARGEST_KEEPALIVE_BYTES = 60_000;

/** Sends a review. Resolves to undefined when no answer in Braise's format comes. */
export async function sendReview(
	address: string,
	account: string,
	unsentReview: UnsentReview
): Promise<ReviewAnswer | undefined> {
	const body = JSON.stringify({ format: reviewApi.format, account, ...unsentReview });
	return parseReviewAnswer(await sendJson(address, 'PUT', body));
}

export async function sendReusableCommentRequest(
	address: string,
	request: ReusableCommentRequest
): Promise<ReusableComment[] | undefined> {
	return parseReusableComments(await sendJson(address, 'POST', JSON.stringify(request)));
}

async function sendJson(address: string, method: string, body: string): Promise<unknown> {
	try {
		const keepalive = new TextEncoder().encode(body).length < LARGEST_KEEPALIVE_BYTES;
		const headers = { 'content-type': 'application/json', accept: 'application/json' };
		return (await (await fetch(address, { method, headers, body, keepalive })).json()) as unknown;
	} catch {
		return undefined;
	}
}

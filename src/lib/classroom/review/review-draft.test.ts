/** Tests how a draft review is saved, merged, returned and accepted. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_REVIEW, type ReviewText } from '#lib/domain/review.ts';
import { reviewApi, type ReviewAnswer } from '#lib/wire/review.ts';
import { ReviewDraft } from './review-draft.svelte.ts';
import type { UnsentReview } from './send-review.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reviewFormat = reviewApi.format;
const storedReview = (revision: number, text: ReviewText) => ({
	revision,
	text,
	reviewer: { id: 'other', name: 'Mme Autre' },
	updatedAt: 0,
	sentAt: null
});

/** Makes a draft review, and a stand-in for the server that stores one review. */
function beginDraft(review: ReturnType<typeof storedReview> | null = null) {
	const server = {
		revision: review?.revision ?? 0,
		text: review?.text ?? EMPTY_REVIEW,
		away: false,
		seen: [] as UnsentReview[]
	};
	const write = async (writing: UnsentReview): Promise<ReviewAnswer | undefined> => {
		server.seen.push(writing);
		if (server.away) return undefined;
		if (writing.revision !== server.revision)
			return {
				format: reviewFormat,
				kind: 'changed',
				review: storedReview(server.revision, server.text),
				state: 'in-review'
			};
		server.revision += 1;
		server.text = writing.text;
		const state = writing.move === 'accept' ? 'accepted' : 'in-review';
		return { format: reviewFormat, kind: 'saved', revision: server.revision, state };
	};
	return { server, draft: new ReviewDraft({ id: 'piece', state: 'judged', review }, write) };
}

test('typed text is saved at a pause, once', async () => {
	const { server, draft } = beginDraft();
	draft.setComment('B');
	draft.setComment('Bien');
	expect(draft.saveState).toBe('waiting');
	expect(draft.isUnsaved).toBe(true);
	await vi.advanceTimersByTimeAsync(1000);
	expect(server.seen.map(({ text }) => text.comment)).toEqual(['Bien']);
	expect(draft).toMatchObject({ saveState: 'kept', state: 'in-review', isUnsaved: false });
});

test('only to look writes nothing, and neither does an empty comment', async () => {
	const { server, draft } = beginDraft();
	draft.ensureLineComment('main.ts', 1);
	await draft.flush();
	expect(server.seen).toEqual([]);
	expect(draft.ensureLineComment('main.ts', 1), 'the same line, the same comment').toBe(draft.text.lines[0]?.id);
});

test('a removed line comment is put back as it was written, and an empty one leaves nothing to undo', async () => {
	const { server, draft } = beginDraft();
	const id = draft.ensureLineComment('main.ts', 3);
	draft.rewriteLineComment(id, 'Pourquoi 3 ?');
	await draft.flush();
	draft.removeLineComment(id);
	await draft.flush();
	expect(server.text.lines).toEqual([]);
	draft.removeLineComment(draft.ensureLineComment('main.ts', 9));
	expect(draft.removedLineComment?.id, 'the empty comment is no written one').toBe(id);
	draft.putBackLineComment();
	expect(draft.removedLineComment).toBeNull();
	await draft.flush();
	expect(server.text.lines).toEqual([{ id, file: 'main.ts', line: 3, text: 'Pourquoi 3 ?' }]);
});

test('accepting takes what is being typed along', async () => {
	const { server, draft } = beginDraft();
	draft.setComment('Bravo');
	expect(await draft.changeState('accept')).toBe(true);
	expect(server.seen).toMatchObject([{ text: { comment: 'Bravo' }, move: 'accept' }]);
	expect(draft.state).toBe('accepted');
});

test('without a network it is tried again, and nothing is lost', async () => {
	const { server, draft } = beginDraft();
	server.away = true;
	draft.setComment('Bien');
	await vi.advanceTimersByTimeAsync(1000);
	expect(draft.saveState).toBe('failed');
	server.away = false;
	await vi.advanceTimersByTimeAsync(5000);
	expect(draft.saveState).toBe('kept');
	expect(server.text.comment).toBe('Bien');
});

describe('two teachers', () => {
	test('in different places are joined, and it is said', async () => {
		const { server, draft } = beginDraft();
		server.revision = 1;
		server.text = { ...EMPTY_REVIEW, rubric: { reads: 'alone' } };
		draft.setComment('Bien');
		await vi.advanceTimersByTimeAsync(2000);
		expect(server.text).toEqual({ comment: 'Bien', rubric: { reads: 'alone' }, lines: [] });
		expect(draft).toMatchObject({ otherTeacher: 'Mme Autre', clashes: [], saveState: 'kept' });
	});

	test('in one place: both are kept until somebody decides, and nothing is sent meanwhile', async () => {
		const { server, draft } = beginDraft();
		server.revision = 1;
		server.text = { ...EMPTY_REVIEW, comment: 'À revoir' };
		draft.setComment('Bien');
		await vi.advanceTimersByTimeAsync(1000);
		expect(draft.clashes).toEqual([{ kind: 'comment', theirs: 'À revoir' }]);
		expect(await draft.changeState('accept'), 'not over the head of the other').toBe(false);
		expect(server.text.comment).toBe('À revoir');
		draft.resolveClashes('both');
		await vi.advanceTimersByTimeAsync(1000);
		expect(server.text.comment).toBe('À revoir\n\nBien');
	});

	test('what is typed while the clash is open is kept as well', async () => {
		const line = { file: 'main.ts', line: 1 };
		const { server, draft } = beginDraft(
			storedReview(1, { ...EMPTY_REVIEW, lines: [{ id: 'a', ...line, text: 'Nom ?' }] })
		);
		server.revision = 2;
		server.text = { ...EMPTY_REVIEW, comment: 'À revoir', lines: [{ id: 'a', ...line, text: 'Renomme.' }] };
		draft.setComment('Bien');
		draft.rewriteLineComment('a', 'Quel nom ?');
		await vi.advanceTimersByTimeAsync(1000);
		expect(draft.clashes).toHaveLength(2);
		draft.setComment('Bien, et clair');
		draft.rewriteLineComment('a', 'Quel nom, ici ?');
		draft.resolveClashes('both');
		await vi.advanceTimersByTimeAsync(1000);
		expect(server.text).toMatchObject({
			comment: 'À revoir\n\nBien, et clair',
			lines: [{ text: 'Renomme.\nQuel nom, ici ?' }]
		});
	});

	test('the other teacher’s text is taken over while nothing is written here', () => {
		const { draft } = beginDraft();
		draft.takeServerReview({ state: 'in-review', review: storedReview(3, { ...EMPTY_REVIEW, comment: 'De l’autre' }) });
		expect(draft.text.comment).toBe('De l’autre');
		draft.setComment('Le mien');
		draft.takeServerReview({ state: 'in-review', review: storedReview(4, EMPTY_REVIEW) });
		expect(draft.text.comment).toBe('Le mien');
	});
});

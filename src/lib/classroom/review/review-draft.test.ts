import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_REVIEW, type ReviewText } from '#lib/domain/review.ts';
import { reviewApi, type ReviewAnswer } from '#lib/wire/review.ts';
import { ReviewDraft } from './review-draft.svelte.ts';
import type { UnsentReview } from './send-review.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const REVIEW_FORMAT = reviewApi.format;
const createStoredReview = (revision: number, text: ReviewText) => ({
	revision,
	text,
	reviewer: { id: 'other', name: 'Mme Autre' },
	updatedAt: 0,
	sentAt: null
});

function beginDraft(review: ReturnType<typeof createStoredReview> | null = null) {
	const server = {
		revision: review?.revision ?? 0,
		text: review?.text ?? EMPTY_REVIEW,
		away: false,
		seen: [] as UnsentReview[]
	};
	const answerWrite = async (writing: UnsentReview): Promise<ReviewAnswer | undefined> => {
		server.seen.push(writing);
		if (server.away) return undefined;
		if (writing.revision !== server.revision)
			return {
				format: REVIEW_FORMAT,
				kind: 'changed',
				review: createStoredReview(server.revision, server.text),
				state: 'in-review'
			};
		server.revision += 1;
		server.text = writing.text;
		const state = writing.move === 'accept' ? 'accepted' : 'in-review';
		return { format: REVIEW_FORMAT, kind: 'saved', revision: server.revision, state };
	};
	return { server, draft: new ReviewDraft({ id: 'piece', state: 'judged', review }, answerWrite) };
}

test('text typed in quick succession is saved once, after a pause', async () => {
	const { server, draft } = beginDraft();
	draft.setComment('B');
	draft.setComment('Bien');
	expect(draft.saveState).toBe('waiting');
	expect(draft.isUnsaved).toBe(true);
	await vi.advanceTimersByTimeAsync(1000);
	expect(server.seen.map(({ text }) => text.comment)).toEqual(['Bien']);
	expect(draft).toMatchObject({ saveState: 'kept', state: 'in-review', isUnsaved: false });
});

test('an empty line comment is not sent, and reopening its line gives the same comment', async () => {
	const { server, draft } = beginDraft();
	draft.ensureLineComment('main.ts', 1);
	await draft.sendNow();
	expect(server.seen).toEqual([]);
	expect(draft.ensureLineComment('main.ts', 1), 'the same line, the same comment').toBe(draft.text.lines[0]?.id);
});

test('a removed line comment can be put back, even after an empty comment was removed', async () => {
	const { server, draft } = beginDraft();
	const id = draft.ensureLineComment('main.ts', 3);
	draft.rewriteLineComment(id, 'Pourquoi 3 ?');
	await draft.sendNow();
	draft.removeLineComment(id);
	await draft.sendNow();
	expect(server.text.lines).toEqual([]);
	draft.removeLineComment(draft.ensureLineComment('main.ts', 9));
	expect(draft.removedLineComment?.id, 'the empty comment is no written one').toBe(id);
	draft.putBackLineComment();
	expect(draft.removedLineComment).toBeNull();
	await draft.sendNow();
	expect(server.text.lines).toEqual([{ id, file: 'main.ts', line: 3, text: 'Pourquoi 3 ?' }]);
});

test('accepting a submission also sends the text being typed', async () => {
	const { server, draft } = beginDraft();
	draft.setComment('Bravo');
	expect(await draft.changeState('accept')).toBe(true);
	expect(server.seen).toMatchObject([{ text: { comment: 'Bravo' }, move: 'accept' }]);
	expect(draft.state).toBe('accepted');
});

test('a teacher learns that the server did not answer an acceptance, and may accept again', async () => {
	const { server, draft } = beginDraft();
	draft.setComment('Bien');
	await draft.sendNow();
	server.away = true;
	expect(await draft.changeState('accept')).toBe(false);
	server.away = false;
	await vi.advanceTimersByTimeAsync(5000);
	expect(draft).toMatchObject({ isMoveUnanswered: true, state: 'in-review' });
	expect(await draft.changeState('accept')).toBe(true);
	expect(draft).toMatchObject({ isMoveUnanswered: false, state: 'accepted' });
});

test('saving is tried again after a lost network, and no text is lost', async () => {
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

describe('a review edited by two teachers', () => {
	test('merges changes of different parts and names the other teacher', async () => {
		const { server, draft } = beginDraft();
		server.revision = 1;
		server.text = { ...EMPTY_REVIEW, rubric: { reads: 'alone' } };
		draft.setComment('Bien');
		await vi.advanceTimersByTimeAsync(2000);
		expect(server.text).toEqual({ comment: 'Bien', rubric: { reads: 'alone' }, lines: [] });
		expect(draft).toMatchObject({ otherTeacher: 'Mme Autre', clashes: [], saveState: 'kept' });
	});

	test('keeps both texts of the same part until a teacher decides, and sends nothing meanwhile', async () => {
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

	test('keeps text that is typed while a clash is open', async () => {
		const line = { file: 'main.ts', line: 1 };
		const { server, draft } = beginDraft(
			createStoredReview(1, { ...EMPTY_REVIEW, lines: [{ id: 'a', ...line, text: 'Nom ?' }] })
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

	test('takes over the other teacher’s text until this teacher writes', () => {
		const { draft } = beginDraft();
		draft.takeServerReview({
			state: 'in-review',
			review: createStoredReview(3, { ...EMPTY_REVIEW, comment: 'De l’autre' })
		});
		expect(draft.text.comment).toBe('De l’autre');
		draft.setComment('Le mien');
		draft.takeServerReview({ state: 'in-review', review: createStoredReview(4, EMPTY_REVIEW) });
		expect(draft.text.comment).toBe('Le mien');
	});
});

import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { sendProblem } from './send-problem.ts';

afterEach(() => vi.unstubAllGlobals());

const PRIVATE_LINK_TOKEN = 'a0'.repeat(24);
const TOLD_PROBLEM = {
	card: { ...EMPTY_PROBLEM_CARD, wrong: 'Il reste du pain.' },
	trade: 'food',
	place: '',
	name: '',
	contact: '',
	invitation: null,
	classId: null,
	language: 'fr',
	photo: null,
	link: PRIVATE_LINK_TOKEN
} as const;

/** Answers every request in place of the server; returns the list of requests. */
function stubServer() {
	const requests: string[] = [];
	vi.stubGlobal('fetch', (address: string, { method = '', signal }: RequestInit) => {
		requests.push(`${method} ${address}`);
		expect(signal).toBeInstanceOf(AbortSignal);
		const kind = method === 'POST' ? 'told' : 'kept';
		return Promise.resolve(Response.json({ format: 1, kind, ...(kind === 'told' && { link: PRIVATE_LINK_TOKEN }) }));
	});
	return requests;
}

test('the first sending of a problem is one request; sending again also updates card and photo', async () => {
	const requests = stubServer();
	expect(await sendProblem(TOLD_PROBLEM)).toMatchObject({ kind: 'told', link: PRIVATE_LINK_TOKEN });
	expect(requests.splice(0)).toEqual(['POST /api/problems']);
	expect(await sendProblem(TOLD_PROBLEM, { isRepeated: true })).toMatchObject({
		kind: 'told',
		link: PRIVATE_LINK_TOKEN
	});
	expect(requests).toEqual([
		'POST /api/problems',
		`PUT /api/problems/${PRIVATE_LINK_TOKEN}`,
		`PUT /api/problems/${PRIVATE_LINK_TOKEN}/photo`
	]);
});

test('sending a problem again fails when the server does not answer', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new DOMException('late', 'TimeoutError')));
	expect(await sendProblem(TOLD_PROBLEM, { isRepeated: true })).toEqual({
		kind: 'failed',
		reason: 'network',
		seconds: 0
	});
});

test('sending a problem again fails when the update of its card gets no answer', async () => {
	vi.stubGlobal('fetch', (_address: string, { method = '' }: RequestInit) =>
		method === 'POST'
			? Promise.resolve(Response.json({ format: 1, kind: 'told', link: PRIVATE_LINK_TOKEN }))
			: Promise.reject(new DOMException('late', 'TimeoutError'))
	);
	expect(await sendProblem(TOLD_PROBLEM, { isRepeated: true })).toEqual({
		kind: 'failed',
		reason: 'network',
		seconds: 0
	});
});

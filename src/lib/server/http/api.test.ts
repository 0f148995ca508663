/** Tests in which order the reasons to refuse a JSON request are checked. */
import { expect, test } from 'vitest';
import { syncApi } from '#lib/wire/sync.ts';
import { readApiMessage, createApiResponder, permitByRoleAssumingRelations } from './api.ts';

const TEST_API_FORMAT = 7;
const ownOrigin = 'http://braise.test';

interface RequestFaults {
	origin?: string;
	person?: { id: string; role: 'student' | 'partner'; name: string } | null;
	believed?: string;
	isTooOften?: boolean;
	type?: string;
	body?: unknown;
}

async function sendRequest({ origin = ownOrigin, believed, isTooOften = false, ...faults }: RequestFaults) {
	const { person = { id: 'anne', role: 'student', name: 'Renard' }, type = 'application/json', body } = faults;
	const url = new URL(believed === undefined ? ownOrigin : `${ownOrigin}?account=${believed}`);
	const headers = { origin, 'content-type': type };
	const request = new Request(url, { method: 'PUT', body: JSON.stringify(body), headers });
	const locals = { person, checkedActions: new Set<never>() };
	const responder = createApiResponder({ ...syncApi, format: TEST_API_FORMAT });
	return readApiMessage(
		{ request, url, locals, params: {} },
		responder,
		permitByRoleAssumingRelations('pair.leave', 'self'),
		{
			limit: () => (isTooOften ? responder.refuse('too-often', 30) : undefined),
			largestBytes: 30,
			parse: (input) => {
				const message = { account: '', ...(input as object) };
				return message.account === '' ? undefined : message;
			}
		}
	);
}

const allFaults: RequestFaults = {
	origin: 'http://evil.test',
	person: null,
	believed: 'bert',
	isTooOften: true,
	type: 'text/plain',
	body: 'a'.repeat(40)
};

test('a request with several faults is refused for the first one, in a fixed order of checks', async () => {
	const remainingFaults = { ...allFaults };
	const answers: unknown[] = [];
	const mendFaultAndSend = async (change: RequestFaults) => {
		const response = await sendRequest(Object.assign(remainingFaults, change));
		if (!(response instanceof Response)) return answers.push(response.body);
		const { format, reason } = (await response.json()) as { format: number; reason: string };
		expect(format).toBe(TEST_API_FORMAT);
		return answers.push(`${response.status} ${reason} ${response.headers.get('retry-after') ?? ''}`.trim());
	};
	await mendFaultAndSend({});
	await mendFaultAndSend({ origin: ownOrigin });
	await mendFaultAndSend({ person: { id: 'anne', role: 'partner', name: 'Ville' } });
	await mendFaultAndSend({ believed: 'anne' });
	await mendFaultAndSend({ person: { id: 'anne', role: 'student', name: 'Renard' } });
	await mendFaultAndSend({ isTooOften: false });
	await mendFaultAndSend({ type: 'application/json' });
	await mendFaultAndSend({ body: {} });
	await mendFaultAndSend({ body: { account: 'bert' } });
	await mendFaultAndSend({ body: { account: 'anne' } });
	expect(answers).toEqual([
		'403 other-site',
		'401 signed-out',
		'409 other-person',
		'403 forbidden',
		'429 too-often 30',
		'415 not-json',
		'413 too-large',
		'400 malformed',
		'409 other-person',
		{ account: 'anne' }
	]);
});

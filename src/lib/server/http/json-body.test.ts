/** Tests which request bodies and origins are accepted. */
import { expect, test } from 'vitest';
import { isFromOwnPage, readJsonBody } from './api.ts';

const ownOrigin = 'http://braise.test';
const createPutRequest = (body: BodyInit, headers: Record<string, string> = {}) =>
	new Request(ownOrigin, { method: 'PUT', body, headers: { 'content-type': 'application/json', ...headers } });

test('JSON is read, in any alphabet', async () => {
	expect(await readJsonBody(createPutRequest('{"a":"é𝄞"}'), 100)).toEqual({ kind: 'json', value: { a: 'é𝄞' } });
	expect(await readJsonBody(createPutRequest('1', { 'content-type': 'Application/JSON; charset=utf-8' }), 9)).toEqual({
		kind: 'json',
		value: 1
	});
});

test.each([
	['not-json', createPutRequest('a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
	['not-json', createPutRequest('{}', { 'content-type': 'text/plain' })],
	['malformed', createPutRequest('')],
	['malformed', createPutRequest('{"a":')],
	['malformed', createPutRequest(new Uint8Array([0x22, 0xff, 0x22]))],
	['too-large', createPutRequest(`"${'a'.repeat(100)}"`)]
])('a wrong body is refused as %s', async (reason, wrong) => {
	expect(await readJsonBody(wrong, 100)).toEqual({ kind: 'refused', reason });
});

test.each([
	[true, {}],
	[true, { origin: ownOrigin, 'sec-fetch-site': 'same-origin' }],
	[false, { origin: 'http://evil.test' }],
	[false, { origin: 'null' }],
	[false, { origin: `${ownOrigin}:81` }],
	[false, { origin: ownOrigin, 'sec-fetch-site': 'same-site' }]
])('whether a request comes from our own page is %s for headers %j', (ours, headers) => {
	expect(isFromOwnPage(new Headers(headers), ownOrigin)).toBe(ours);
});

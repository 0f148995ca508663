/** Tests that logged causes of errors contain no values, and no messages that may repeat values. */
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { loggedCauseOf } from './index.ts';

const PRIVATE_MAIL_ADDRESS = 'camille@example.org';

test('a logged query error contains its code and statement, and none of its values', () => {
	const innerError = Object.assign(new Error(`Key (email)=(${PRIVATE_MAIL_ADDRESS}) already exists.`), {
		code: '23505',
		detail: PRIVATE_MAIL_ADDRESS
	});
	const cause = loggedCauseOf(
		new DrizzleQueryError('insert into account values ($1)', [PRIVATE_MAIL_ADDRESS], innerError)
	);
	expect(cause).toMatchObject({ code: '23505', statement: 'insert into account values ($1)' });
	expect(JSON.stringify(cause)).not.toContain(PRIVATE_MAIL_ADDRESS);
	expect(cause.frames[0]).toContain('src/lib/server/log/cause.test.ts');
});

test.each([
	['a thrown text', PRIVATE_MAIL_ADDRESS],
	['a thrown object', { secret: PRIVATE_MAIL_ADDRESS }],
	['a thrown error', new Error(`There is no ${PRIVATE_MAIL_ADDRESS}.`)],
	['a JSON parsing error', catchThrown(() => JSON.parse(`{"a": ${PRIVATE_MAIL_ADDRESS}}`))],
	['an error message of several lines', new Error(`first\n    at ${PRIVATE_MAIL_ADDRESS} in the second`)]
])('a private value in %s is not logged', (_, error) => {
	expect(JSON.stringify(loggedCauseOf(error))).not.toContain(PRIVATE_MAIL_ADDRESS);
});

test('a TypeError of the program is logged with its name and message', () => {
	const cause = loggedCauseOf(catchThrown(() => (undefined as unknown as { length: number }).length));
	expect(cause).toMatchObject({ error: 'TypeError', message: expect.stringContaining('length') });
});

function catchThrown(act: () => unknown): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}

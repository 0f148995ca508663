import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { errorHeading } from './error-heading.ts';

test('an error heading keeps messages for people and replaces SvelteKit’s own messages', () => {
	expect(errorHeading(404, 'Not Found')).toBe(m.error_lost());
	expect(errorHeading(404, 'Error: 404')).toBe(m.error_lost());
	expect(errorHeading(403, 'Cette classe est archivée.')).toBe('Cette classe est archivée.');
	expect(errorHeading(500, 'Internal Error')).toBe(m.error_broken());
	expect(errorHeading(404, undefined)).toBe(m.error_broken());
});

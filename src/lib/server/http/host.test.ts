/** Tests that only a plain host, with or without a port, is accepted as a Host header. */
import { expect, test } from 'vitest';
import { parseHostHeader } from './gate.ts';

test.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'salle-12.local', 'BRAISE.example:8080'])(
	'%s is accepted as a host',
	(header) => {
		expect(parseHostHeader(header)?.host).toBe(header.toLowerCase());
	}
);

test.each([
	undefined,
	'',
	'a b',
	"localhost; script-src 'unsafe-inline'",
	'localhost:3000,evil.example',
	'user@localhost',
	'localhost/path',
	'localhost:99999',
	'localhost:x',
	'*.example',
	'-a-:1'
])('%s is refused as a host', (header) => {
	expect(parseHostHeader(header)).toBeUndefined();
});

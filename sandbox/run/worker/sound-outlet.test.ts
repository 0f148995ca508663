import { expect, test } from 'vitest';
import { createSoundOutlet } from './sound-outlet.ts';

test('at most sixteen messages leave in a tenth of a second', () => {
	const sent: number[] = [];
	let time = 0;
	const send = createSoundOutlet<number>(
		(message) => sent.push(message),
		() => time
	);
	const sendMany = () => {
		for (let nth = 0; nth < 1000; nth++) send(nth);
	};
	sendMany();
	expect(sent).toHaveLength(16);
	time = 99;
	sendMany();
	expect(sent).toHaveLength(16);
	time = 100;
	sendMany();
	expect(sent).toHaveLength(32);
});

/** Tests that a program sends at most sixteen sound messages in a tenth of a second. */
import { expect, test } from 'vitest';
import { createSoundOutlet } from './sound-outlet.ts';

test('at most sixteen sound messages are sent in a tenth of a second', () => {
	const messages: number[] = [];
	let currentTime = 0;
	const send = createSoundOutlet<number>(
		(message) => messages.push(message),
		() => currentTime
	);
	const sendMany = () => {
		for (let nth = 0; nth < 1000; nth++) send(nth);
	};
	sendMany();
	expect(messages).toHaveLength(16);
	currentTime = 99;
	sendMany();
	expect(messages).toHaveLength(16);
	currentTime = 100;
	sendMany();
	expect(messages).toHaveLength(32);
});

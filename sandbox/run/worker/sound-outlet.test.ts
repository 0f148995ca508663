import { expect, test } from 'vitest';
import { createSoundMessageThrottle } from './sound-outlet.ts';

test('at most sixteen sound messages are sent in a tenth of a second', () => {
	const messages: number[] = [];
	let currentTime = 0;
	const send = createSoundMessageThrottle<number>(
		(message) => messages.push(message),
		() => currentTime
	);
	const sendManyMessages = () => {
		for (let nth = 0; nth < 1000; nth++) send(nth);
	};
	sendManyMessages();
	expect(messages).toHaveLength(16);
	currentTime = 99;
	sendManyMessages();
	expect(messages).toHaveLength(16);
	currentTime = 100;
	sendManyMessages();
	expect(messages).toHaveLength(32);
});

/** Upper limit of messages in a time window, more than a listener can tell apart. Further messages of the window are dropped. */
const SOUND_MESSAGE_LIMIT = { messages: 16, milliseconds: 100 };

export function createSoundMessageThrottle<Message>(
	send: (message: Message) => void,
	now: () => number
): (message: Message) => void {
	let windowStart = -Infinity;
	let messageCount = 0;
	return (message) => {
		if (now() - windowStart >= SOUND_MESSAGE_LIMIT.milliseconds) {
			windowStart = now();
			messageCount = 0;
		}
		if (messageCount >= SOUND_MESSAGE_LIMIT.messages) return;
		messageCount += 1;
		send(message);
	};
}

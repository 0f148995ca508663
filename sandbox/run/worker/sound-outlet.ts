/** Sends the notes and sounds of a sketch to the frame, so few at a time that no loop floods it. */

/** Upper limit of messages in a time, more than a listener can tell apart. Further ones of that time are dropped. */
const LIMIT = { messages: 16, milliseconds: 100 };

export function createSoundOutlet<Message>(
	send: (message: Message) => void,
	now: () => number
): (message: Message) => void {
	let since = -Infinity;
	let messageCount = 0;
	return (message) => {
		if (now() - since >= LIMIT.milliseconds) {
			since = now();
			messageCount = 0;
		}
		if (messageCount >= LIMIT.messages) return;
		messageCount += 1;
		send(message);
	};
}

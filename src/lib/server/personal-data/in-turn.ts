/** What may take much memory is done one after the other: what one took is free again before the next begins. */
let last: Promise<unknown> = Promise.resolve();

export function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
	const turn = last.then(act);
	last = turn.catch(() => undefined);
	return turn;
}

/** Orders drawn at random, one after the other: among 479 001 600 of them, is this a way to find a good one? */
import { label } from 'braise/draw';
import { homes, pointOf, type Place } from './country';
import { dashboard } from './dashboard';
import { decimal, type Frame } from './frame';
import { names } from './names';
import { plate } from './plates';
import { drive, type Round } from './rounds';
import { knots, thread } from './thread';

export interface OrdersPlay {
	kind: 'orders';
	rounds: Round[];
}

const LASTS = 0.7;

function shuffled(seed: number): Place[] {
	let state = seed * 7919 + 17;
	const next = () => {
		state = (state * 16807) % 2147483647;
		return state / 2147483647;
	};
	const order = [...homes];
	for (let last = order.length - 1; last > 0; last--) {
		const other = Math.floor(next() * (last + 1));
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}

export const orders = (): OrdersPlay => ({
	kind: 'orders',
	rounds: Array.from({ length: 60 }, (_, index) => drive(shuffled(index + 1)))
});

export function playOrders(frame: Frame, { rounds }: OrdersPlay): void {
	const { palette, layout, french } = frame;
	const count = frame.still ? rounds.length - 1 : Math.floor(frame.time / LASTS) % rounds.length;
	const round = rounds[count]!;
	const shortest = Math.min(...rounds.slice(0, count + 1).map(({ km }) => km));
	thread(frame, round.path, palette.thread);
	knots(frame, round.crossings, Infinity);
	for (const [index, place] of homes.entries()) {
		const at = layout.at(pointOf(place));
		plate(frame, at, 'awaited', index, 1);
	}
	names(frame);
	dashboard(frame, null, [
		{ title: label('order'), value: `${count + 1}` },
		{ title: label('length'), value: label('km', { km: decimal(round.km, french) }) },
		{ title: label('shortest-seen'), value: label('km', { km: decimal(shortest, french) }) }
	]);
}

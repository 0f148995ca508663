/** The line at work: boxes come, are printed, and go to the van or into the tray. */
import { label, layer, pop, push, rotate, translate } from 'braise/draw';
import { awa } from './awa';
import { belt, tray } from './belt';
import { bubble, type Speech } from './bubble';
import { carton, STAMP } from './carton';
import { pile } from './cheeses';
import { heights, type Layout } from './layout';
import type { Order, Printed } from './orders';
import type { Mood } from './face';
import { fire, hood, oven } from './oven';
import type { Palette } from './palette';
import { between } from './paper';
import { arm, printer } from './printer';
import { pizza } from './pizza';
import { room } from './room';
import { slate } from './slate';
import { slips } from './slips';
import { ANSWERED_AT, BEGINS_AT, momentOf, moments } from './timeline';

export interface Playing {
	orders: Order[];
	printed: Printed;
	situation: string;
	time: number;
	still: boolean;
	comma: (text: string) => string;
}

/** Boxes stand a little before the belt's middle. */
const STANDS = heights.front + 14;

function moodOf(order: Order, now: number): Mood {
	if (now < moments.speaks[0]) return 'watching';
	if (order.right) return 'content';
	return order.answer.kind === 'nonsense' ? 'puzzled' : 'indignant';
}

function speechOf(order: Order, { printed, situation }: Playing): Speech {
	const shown = order.answer.shown;
	if (order.answer.kind === 'nonsense') return { words: label('says-nonsense', { shown }), tone: 'odd' };
	if (situation === 'recipe') {
		if (order.right) return { words: label('says-recipe-right', { shown }), tone: 'right' };
		const tasteless = shown <= 'C';
		return {
			words: label(tasteless ? 'says-tasteless' : 'says-recipe-wrong', { shown }),
			tone: tasteless ? 'odd' : 'wrong'
		};
	}
	if (order.right)
		return { words: label(printed === 'letter' ? 'says-right' : 'says-right-number', { shown }), tone: 'right' };
	const words = printed === 'letter' ? 'says-wrong' : 'says-wrong-number';
	return { words: label(words, { shown, fair: order.fair }), tone: 'wrong' };
}

/** Where the box is: from the hood to the stamp, then on to the right, or over the edge. */
function passing(palette: Palette, layout: Layout, order: Order, now: number, sway: number): void {
	const stop = layout.printer - STAMP + 6;
	const arrives = between(now, ...moments.arrives);
	const leaves = between(now, ...moments.leaves);
	const start = layout.hood - 40;
	let x = start + (stop - start) * arrives;
	let y = -STANDS;
	let turn = 0;
	if (leaves > 0 && order.right) x = stop + (layout.width + 160 - stop) * leaves * leaves;
	else if (leaves > 0) {
		const slid = Math.min(1, leaves / 0.6);
		x = stop + (layout.tray - stop) * slid;
		const fall = Math.max(0, (leaves - 0.55) / 0.45);
		y = -STANDS + fall * fall * 110;
		turn = fall * 0.5;
	}
	push();
	translate(x, y);
	rotate(turn);
	carton(palette, order, between(now, moments.printed, moments.printed + 0.3));
	translate(-36, -82);
	pile(order.cheeses ?? 0, sway);
	pop();
}

/** The next pizza leaves the oven and goes under the hood, where it gets its box. */
function baked(palette: Palette, layout: Layout, mouth: number, next: Order, now: number): void {
	const along = between(now, moments.leaves[0] - 2.6, moments.leaves[1]);
	push();
	translate(mouth + 10 + (layout.hood - mouth - 10) * along, -STANDS - 40);
	pizza(next.pizza, 0.56);
	pop();
}

export function playLine(palette: Palette, layout: Layout, playing: Playing): void {
	const { orders, time, still } = playing;
	const isTurned = orders.some(({ cheeses }) => cheeses !== undefined);
	const { count, current, now } = momentOf(time, orders.length, still, isTurned ? ANSWERED_AT : BEGINS_AT);
	const order = orders[current];
	layer('room', palette.hour, () => {
		room(palette, layout, true);
		push();
		translate(0, layout.height);
		if (layout.oven !== null) oven(palette, layout.oven);
		pop();
	});
	if (order === undefined) return;
	const moving = still
		? 0
		: count * 260 + between(now, ...moments.arrives) * 150 + between(now, ...moments.leaves) * 110;
	push();
	translate(0, layout.height);
	if (layout.oven !== null) fire(palette, layout.oven, still ? 1 : time);
	slate(palette, layout, order, playing.printed, playing.situation, playing.comma);
	const mood = moodOf(order, now);
	const shaking = mood === 'indignant' && !still ? Math.sin(now * 26) * 1.6 * Math.max(0, 1 - (now - 2.1) / 1.2) : 0;
	push();
	translate(layout.awa + shaking, -heights.back + 4);
	awa(palette, mood, still ? 0 : Math.sin(time * 2.1) * 1.2, !still && time % 3.7 < 0.12);
	pop();
	push();
	translate(layout.printer, 0);
	printer(palette, order, playing.printed, {
		shown: now >= moments.printed,
		judged: now >= moments.lamp && now < moments.leaves[0] + 0.4,
		small: layout.small,
		glitch: still ? 0 : Math.sin(time * 31) > 0.7 ? 3 : 0
	});
	pop();
	belt(palette, layout, moving);
	if (layout.oven !== null) baked(palette, layout, layout.oven, orders[(current + 1) % orders.length] ?? order, now);
	const wrong = orders.filter((each, index) => !each.right && index < current).length;
	const rounds = Math.floor(count / Math.max(1, orders.length));
	const thrown = wrong + rounds * orders.filter((each) => !each.right).length;
	passing(palette, layout, order, now, still ? 0 : Math.sin(time * 2.6));
	tray(palette, layout, thrown);
	hood(palette, layout.hood);
	push();
	translate(layout.printer, 0);
	const [from, to] = moments.stamps;
	arm(palette, now < from || now > to + 0.3 ? 0 : Math.sin(Math.min(1, (now - from) / (to + 0.3 - from)) * Math.PI));
	pop();
	const grown =
		between(now, moments.speaks[0], moments.speaks[0] + 0.25) *
		(1 - between(now, moments.speaks[1], moments.speaks[1] + 0.2));
	bubble(palette, speechOf(order, playing), {
		x: layout.awa - 18,
		y: -heights.back - 186,
		...layout.says,
		size: layout.small,
		grown
	});
	pop();
	slips(palette, layout, orders, current, still ? 0 : Math.sin(time * 1.3) * 0.02);
}

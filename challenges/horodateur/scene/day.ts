/** The street while it is used: cars come and go, someone stands at the meter. */
import {
	circle,
	fill,
	label,
	layer,
	noStroke,
	pop,
	push,
	rect,
	scale,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { bubble, type Speech } from './bubble';
import { car } from './cars';
import { heights, type Layout } from './layout';
import { coin, meter } from './meter';
import type { Palette } from './palette';
import { between, box, piece } from './paper';
import { ageOf, ivy, moss, TREE_AGE } from './overgrown';
import { person } from './people';
import type { Stay } from './stays';
import { cross, street } from './street';
import { tickets } from './tickets';
import { ANSWERED_AT, BEGINS_AT, moments, moodAt, PLAYS, STILL } from './timeline';

export interface Playing {
	stays: Stay[];
	/** Seconds since the first stay began. */
	time: number;
	still: boolean;
	/** How long a hand lets Léonie stay; absent where no hand may. */
	hers?: number | undefined;
}

function moment({ stays, time, still, hers }: Playing) {
	const told = time + (hers === undefined ? BEGINS_AT : ANSWERED_AT);
	const count = Math.floor(told / PLAYS);
	return { count, current: count % Math.max(1, stays.length), now: still ? STILL : told - count * PLAYS };
}

function speechOf(stay: Stay): Speech {
	const asked = stay.asked.kind === 'cents' ? stay.asked.cents : stay.asked.shown;
	const aside = label('should-be', { cents: stay.fair });
	switch (stay.verdict) {
		case 'right':
			return { words: label('says-right'), tone: 'right' };
		case 'too-much':
			return { words: label('says-overcharged', { cents: asked, minutes: stay.minutes }), tone: 'wrong', aside };
		case 'gives-back':
			return {
				words: label('says-paid-back', { cents: typeof asked === 'number' ? -asked : asked }),
				tone: 'wrong',
				aside
			};
		case 'too-little':
			return { words: `${label('cents', { cents: asked })} : ${label('too-little')}`, tone: 'odd', aside };
		case 'no-price':
			return { words: `${asked} ? ${label('no-price')}`, tone: 'wrong', aside };
	}
}

/** Which look a stay's car and driver have: Léonie always has her own. */
const lookOf = (stay: Stay, count: number) => (stay.leonie ? 0 : 1 + (count % 4));
const carOf = (stay: Stay, count: number) => (stay.leonie ? 3 : [0, 1, 2, 4][count % 4]!);

function nameTag(palette: Palette, x: number, y: number, size: number): void {
	const words = label('leonie');
	textStyle('bold');
	textSize(size);
	const wide = textWidth(words) + size;
	piece(palette.paper, [
		x - wide / 2,
		y - size * 1.5,
		x + wide / 2,
		y - size * 1.5,
		x + wide / 2,
		y,
		x + 5,
		y,
		x,
		y + 7,
		x - 5,
		y,
		x - wide / 2,
		y
	]);
	noStroke();
	fill(palette.ink);
	textAlign('center', 'alphabetic');
	text(words, x, y - size * 0.42);
}

function traffic(palette: Palette, layout: Layout, playing: Playing): void {
	const { count, current, now } = moment(playing);
	const { street: k } = layout;
	const bays = layout.bays.slice(0, 2);
	const units = layout.width / k;
	const park = (index: number, x: number, y: number, roll: number, ticket: boolean) => {
		const stay = playing.stays[((index % playing.stays.length) + playing.stays.length) % playing.stays.length]!;
		push();
		translate(x, -y);
		car(palette, carOf(stay, index + 50), roll, ticket);
		if (stay.leonie) moss(ageOf(playing.hers));
		pop();
		// What grows on the roof needs the place of the name.
		if (stay.leonie && index === count && ageOf(playing.hers) < TREE_AGE) nameTag(palette, x, -y - 68, 15 / k);
	};
	const bayOf = (index: number) => bays[((index % bays.length) + bays.length) % bays.length] ?? 0;
	const parked = heights.bay - 6;
	push();
	translate(layout.bays[2], -parked);
	car(palette, 5, 0, true);
	pop();
	const leaver = count - bays.length;
	const leaves = between(now, 0, 1.6);
	for (let index = leaver + 1; index < count; index++) park(index, bayOf(index), parked, 0, true);
	if (now < 1.6) {
		const x = bayOf(leaver) + leaves * leaves * (units + 120 - bayOf(leaver));
		park(leaver, x, parked - (parked - heights.lane) * between(leaves, 0, 0.3), x / 10, false);
	}
	const arrives = between(now, ...moments.arrives);
	const target = bayOf(count);
	const start = -140;
	const x = start + (target - start) * (1 - (1 - arrives) ** 1.6);
	park(
		current === count % playing.stays.length ? count : current,
		x,
		heights.lane + (parked - heights.lane) * between(arrives, 0.72, 1),
		x / 10,
		now > 4.4
	);
}

function coins(layout: Layout, stay: Stay, now: number, count: number): void {
	if (stay.asked.kind !== 'cents' || stay.asked.cents === 0) return;
	const back = stay.asked.cents < 0;
	const many = Math.min(back ? 11 : 6, Math.round(Math.abs(stay.asked.cents) / 25) + (back ? 6 : 1));
	const [from, to] = moments.coins;
	for (let index = 0; index < many; index++) {
		const begins = from + (index * (to - from - 0.6)) / many;
		const part = (now - begins) / 0.6;
		if (part <= 0) continue;
		if (stay.asked.cents > 0) {
			// From the hand into the slot.
			if (part < 1) coin(-72 + part * 40, -120 - Math.sin(part * Math.PI) * 26 + part * 24, part * 9);
			continue;
		}
		// Out of the tray, bouncing on the pavement, and there they lie.
		const spread = -16 - index * 15 - ((index * 37 + count * 11) % 9);
		const fall = Math.min(1, part / 0.7);
		const hop = part > 0.7 ? Math.abs(Math.sin((part - 0.7) * 5)) * 20 * Math.max(0, 1 - (part - 0.7) / 1.3) : 0;
		const slid = Math.min(1, part / 1.8);
		const gone = between(now, 6.6, 7.2);
		if (gone < 1)
			coin(-20 + spread * slid, -50 + fall * fall * 50 - hop + (index % 3) * 4, part < 1.8 ? part * 6 : index, 22);
	}
}

export function playStreet(palette: Palette, layout: Layout, playing: Playing): void {
	const { count, current, now } = moment(playing);
	const stay = playing.stays[current];
	layer('street', palette.hour, () => street(palette, layout));
	push();
	translate(0, layout.height);
	scale(layout.street);
	pharmacyCross(palette, playing.still ? 0 : playing.time);
	traffic(palette, layout, playing);
	pop();
	if (stay === undefined) return;

	const { front, floor, meterX, driverX } = layout;
	const priced = now >= moments.price;
	const inward = between(now, ...moments.walksIn);
	const outward = between(now, ...moments.walksOut);
	const mood = moodAt(stay.verdict, now);
	const walking = (inward > 0 && inward < 1) || (outward > 0 && outward < 1);
	const from = -90;
	const x = from + (driverX - from) * inward - outward * (driverX - from);
	const shaking =
		mood === 'indignant' && !playing.still ? Math.sin(now * 26) * 1.4 * Math.max(0, 1 - (now - 3.1) / 1.2) : 0;
	if (inward > 0) {
		push();
		translate(x + shaking, floor);
		scale(outward > 0 ? -front : front, front);
		const sway = playing.still ? 0 : walking ? -Math.abs(Math.sin(now * 9)) * 4 : Math.sin(playing.time * 2.1) * 1.1;
		person(
			palette,
			lookOf(stay, count),
			mood,
			walking ? Math.sin(now * 9) : 0,
			sway,
			!playing.still && playing.time % 3.7 < 0.12
		);
		pop();
	}
	push();
	translate(meterX, floor + 2);
	scale(front);
	meter(palette, stay, {
		minutes: Math.round(stay.minutes * between(now, ...moments.counts)),
		priced,
		pole: !layout.narrow || layout.height > 440,
		pressed: now > 2.25 && now < 2.5,
		glitch: playing.still ? 0 : Math.sin(playing.time * 31) > 0.7 ? 2 : 0
	});
	if (stay.leonie) ivy(ageOf(playing.hers));
	coins(layout, stay, now, count);
	pop();
	tickets(palette, layout, playing.stays, current, playing.still ? 0 : Math.sin(playing.time * 1.3) * 0.02);
	const grown =
		between(now, moments.speaks[0], moments.speaks[0] + 0.25) *
		(1 - between(now, moments.speaks[1], moments.speaks[1] + 0.2));
	const size = Math.max(15.5, 17 * Math.min(1.1, front));
	bubble(palette, speechOf(stay), { x: driverX - 24 * front, y: floor - 206 * front, left: 6, top: 112, size, grown });
	if (stay.leonie && inward >= 1 && outward <= 0 && grown === 0) nameTag(palette, driverX + 2, floor - 236 * front, 15);
}

function pharmacyCross(palette: Palette, time: number): void {
	const { x, y } = cross;
	const bright = 0.5 + 0.5 * Math.sin(time * 2.2);
	box(palette.metal, x, y - 2, 14, 4);
	noStroke();
	fill('#58d492', (palette.hour === 'day' ? 40 : 70) * bright);
	circle(x + 26, y, 62);
	fill('#14563a');
	rect(x + 8, y - 18, 36, 36, 5);
	fill(bright > 0.5 ? '#6fe3a5' : '#3fae74');
	rect(x + 21, y - 14, 10, 28, 1);
	rect(x + 12, y - 5, 28, 10, 1);
}

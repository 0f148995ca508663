import { ellipse, fill, noStroke, pop, push, scale, translate } from 'braise/draw';
import { between } from '../timeline.ts';
import type { Place } from '../stage.ts';

/** Seconds from the fall of the first coin to that of the last, and to the moment when all are picked up. */
const ALL_COINS_FALLEN_SECONDS = 1.4;
const COINS_PICKED_UP_SECONDS = 3.9;

/** `seconds` count from the first coin. With a negative price, coins come out of the machine. */
export function coins(place: Place, cents: number, seconds: number): void {
	if (!Number.isFinite(cents) || cents === 0) return;
	const isPaidBack = cents < 0;
	const coinCount = Math.min(isPaidBack ? 11 : 6, Math.round(Math.abs(cents) / 25) + (isPaidBack ? 6 : 1));
	push();
	translate(place.x, place.y + 2);
	scale(place.size);
	for (let index = 0; index < coinCount; index++) {
		const part = (seconds - (index * (ALL_COINS_FALLEN_SECONDS - 0.6)) / coinCount) / 0.6;
		if (part <= 0) continue;
		if (isPaidBack) drawFallingCoin(part, index, seconds);
		else if (part < 1) drawCoin(-72 + part * 40, -120 - Math.sin(part * Math.PI) * 26 + part * 24, part * 9);
	}
	pop();
}

function drawFallingCoin(part: number, index: number, seconds: number): void {
	if (between(seconds, COINS_PICKED_UP_SECONDS, COINS_PICKED_UP_SECONDS + 0.6) === 1) return;
	const restingX = -16 - index * 15 - ((index * 37) % 9);
	const fallenPart = Math.min(1, part / 0.7);
	const hopHeight = part > 0.7 ? Math.abs(Math.sin((part - 0.7) * 5)) * 20 * Math.max(0, 1 - (part - 0.7) / 1.3) : 0;
	const slidPart = Math.min(1, part / 1.8);
	drawCoin(
		-20 + restingX * slidPart,
		-50 + fallenPart * fallenPart * 50 - hopHeight + (index % 3) * 4,
		part < 1.8 ? part * 6 : index,
		22
	);
}

function drawCoin(x: number, y: number, angle: number, size = 17): void {
	const flatness = Math.max(0.25, Math.abs(Math.cos(angle)));
	noStroke();
	fill('#a9761d');
	ellipse(x + 1, y + 1.5, size * flatness, size);
	fill('#eebc48');
	ellipse(x, y, size * flatness, size);
	fill('#f9dd8b');
	ellipse(x - 1, y - 1, size * 0.55 * flatness, size * 0.6);
}

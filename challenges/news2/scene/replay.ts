/** Four nights under one rule of the decision, round by round, with what they cost counted at the foot of the picture. */
import { label, layer, pop, push, scale, translate } from 'braise/draw';
import { askRising } from './asked';
import { bubble } from './bubble';
import { clock } from './desk';
import type { Layout } from './layout';
import { row, type Scene } from './lying';
import { nurse } from './nurse';
import { atDawn, type Palette } from './palette';
import type { Face } from './person';
import { room } from './room';
import { momentAt, tallyAt, type Moment } from './nights';
import { chartScore, rises } from './rule';
import { nightOf, type Stay } from './rounds';
import { tally } from './tally';
import { walkTo, whereAt } from './walk';

export interface Replaying {
	stays: Stay[];
	time: number;
	still: boolean;
	/** The stretch: what the last rounds tell. */
	trends: boolean;
}

/** How long a round plays, of which the nurse walks most. */
const WALKED = 3;

function faceOf(stay: Stay, { round, morning, part }: Moment, reached: boolean): Face {
	const { worsened, rounds } = stay.patient;
	if (worsened) return round >= 2 || morning ? 'ill' : 'asleep';
	if (stay.moments[round]?.called === true && reached && !morning && part > 0.2) return 'woken';
	return rounds[round]?.measures.alert === false ? 'faint' : 'asleep';
}

/** Nobody has come yet to somebody who is getting worse. */
function greyOf(stay: Stay, { round, morning }: Moment): number {
	if (!stay.patient.worsened) return 0;
	if (stay.moments.slice(0, round + 1).some(({ called }) => called)) return 0;
	return morning ? 1 : Math.min(0.75, round * 0.18);
}

function sceneOf(replaying: Replaying, moment: Moment, stay: Stay, reached: boolean): Scene | null {
	const { patient, moments } = stay;
	const now = moments[moment.round];
	const measured = patient.rounds[moment.round];
	if (now === undefined || measured === undefined) return null;
	const face = faceOf(stay, moment, reached);
	const scores = moments.slice(0, moment.round + 1).map(({ score }) => score ?? 0);
	const trueScores = patient.rounds.slice(0, moment.round + 1).map(({ measures }) => chartScore(measures));
	return {
		index: patient.night * 3 + patient.bed,
		place: patient.bed,
		measures: measured.measures,
		face,
		grey: greyOf(stay, moment),
		time: replaying.still ? 1.1 : replaying.time,
		level: now.called ? 'hourly' : now.measured ? 'measure' : 'routine',
		answered: reached || moment.morning,
		score: now.score,
		mark: null,
		warm: now.called && reached,
		sleeps: face === 'asleep' && !patient.worsened,
		noted: now.noted,
		trend: replaying.trends ? { scores, said: askRising(scores), right: rises(trueScores) } : null
	};
}

export function playNights(palette: Palette, layout: Layout, replaying: Replaying): void {
	const moment = momentAt(replaying.time, replaying.still);
	const stays = nightOf(replaying.stays, moment.night);
	const outside = moment.morning ? atDawn(palette) : palette;
	layer('room', moment.morning ? `${palette.name} at dawn` : palette.name, () => room(outside, layout));
	clock(palette, layout, moment.hour);
	const visits = stays
		.filter(({ moments }) => moments[moment.round]?.called === true || moments[moment.round]?.measured === true)
		.map(({ patient }) => ({ bed: patient.bed, runs: true }));
	const walk = walkTo(layout, visits, { walks: 0.6, stays: 0.5 });
	// However many are called for, the round is over when the next begins: she has to run faster.
	const hurry = Math.max(1, walk.ends / WALKED);
	const now = moment.morning ? Infinity : moment.seconds * hurry;
	const nurseAt = whereAt(layout, walk, now);
	const reached = (index: number) => now >= (walk.reached.get(index) ?? Infinity);
	const beds = stays
		.map((stay) => sceneOf(replaying, moment, stay, reached(stay.patient.bed)))
		.filter((each) => each !== null);
	const walks = () => {
		push();
		translate(nurseAt.x, nurseAt.y);
		scale(layout.bed * 1.12);
		nurse(palette, { ...nurseAt, caring: nurseAt.at !== null, time: replaying.still ? 0 : replaying.time });
		pop();
	};
	const inFront = nurseAt.y > (layout.beds[5]?.y ?? 0) + layout.bed * 40;
	row(palette, layout, 'first row', beds.slice(0, 5));
	if (!inFront) walks();
	row(palette, layout, 'second row', beds.slice(5));
	if (inFront) walks();
	if (moment.morning && !replaying.trends) morning(palette, layout, stays, replaying.still ? 0 : moment.seconds);
	tally(palette, layout, moment, tallyAt(replaying.stays, moment), replaying.trends);
}

/** Who was missed, one after the other. */
function morning(palette: Palette, layout: Layout, stays: Stay[], seconds: number): void {
	const missed = stays.filter((stay) => stay.missed);
	const { width, height, letters: size } = layout;
	const first = missed[Math.min(missed.length - 1, Math.floor(seconds / 1.3))];
	if (first === undefined) return;
	const { x = 0, y = 0 } = layout.beds[first.patient.bed] ?? {};
	bubble(
		palette,
		{ words: label('too-late'), tone: 'wrong' },
		{ x, y: y - 34 * layout.bed, size, width, height, below: false }
	);
}

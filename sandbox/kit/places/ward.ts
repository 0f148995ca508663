import { fill, layer, linearGradient, noStroke, rect } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { nurse, type Whereabouts } from '../people/nurse.ts';
import { currentPalette } from '../stage.ts';
import type { BedPlan } from '../things/bed-plan.ts';
import { bedAreaAt, drawMovingBed, drawStillBed } from '../things/bed.ts';
import { clock } from '../things/clock.ts';
import { drawDesk, drawPlant, wardPlan, type WardPlan, drawWardWindows, drawWindowLight } from './ward-room.ts';
import { wardColoursAt, type WardColours } from '../ward-colours.ts';

interface WardScene {
	/** At most ten beds, in order; the first five stand under the windows. */
	beds?: readonly BedPlan[];
	nurse?: Whereabouts;
	/** What the clock shows, in minutes since midnight. */
	minutes?: number;
	isMorning?: boolean;
	/** Height that is kept free below the ward, in pixels. */
	foot?: number;
}

const DEFAULT_CLOCK_MINUTES = 3 * 60;
/** Number of steps in which a bed turns grey. Without steps, a bed would be painted anew sixty times a second. */
const GREYING_STEP_COUNT = 12;

const DAWN_COLOURS: WardColours['outside'] = {
	sky: ['#5f74aa', '#dca394', '#ffd9a3'],
	hill: ['#6a6f8e', '#474f73'],
	orb: '#f4e3d2',
	orbLight: '255, 208, 150'
};

export function ward({
	beds = [],
	nurse: walker,
	minutes = DEFAULT_CLOCK_MINUTES,
	isMorning = false,
	foot = 0
}: WardScene = {}): void {
	const plan = wardPlan(foot);
	const { width, height, wall, column } = plan;
	const version = `${currentPalette().hour} ${foot}`;
	// Night and morning have separate layers, so that neither is painted again each time that they alternate.
	const outside = isMorning ? 'morning' : 'night';
	layer(`ward wall ${outside}`, version, () => drawBackWall(plan, isMorning), { x: 0, y: 0, width, height: wall });
	// The layer begins above the floor, because the light of the lamp on the desk reaches the wall.
	const top = wall * 0.4;
	layer(`ward floor ${outside}`, version, () => drawFloorAndDesk(plan, isMorning), {
		x: 0,
		y: top,
		width,
		height: height - top
	});
	clock(plan.desk.x, wall * 0.42, Math.min((width - column * 5) * 0.7, wall * 0.5), minutes);
	const drawNurseOnRound = () => walker && nurse({ ...walker, size: walker.size * 1.12 }, walker);
	const isInFront = (walker?.y ?? 0) > (plan.beds[5]?.y ?? 0) + plan.desk.size * 40;
	drawBedRow(plan, beds.slice(0, 5), 0);
	if (!isInFront) drawNurseOnRound();
	drawBedRow(plan, beds.slice(5, 10), 5);
	if (isInFront) drawNurseOnRound();
}

/** Paints the still parts of a bed only when they change, and the moving parts in every picture. */
function drawBedRow({ beds: places }: WardPlan, beds: readonly BedPlan[], firstIndex: number): void {
	const visibleBeds = beds.flatMap((plan, index) => {
		const place = places[firstIndex + index];
		const waits = Math.round((plan.waits ?? 0) * GREYING_STEP_COUNT) / GREYING_STEP_COUNT;
		return place ? [{ place, plan: { who: firstIndex + index, ...plan, waits } }] : [];
	});
	for (const [index, { place, plan }] of visibleBeds.entries())
		layer(
			`ward bed ${firstIndex + index}`,
			JSON.stringify([currentPalette().hour, plan]),
			() => drawStillBed(place, plan),
			bedAreaAt(place)
		);
	for (const { place, plan } of visibleBeds) drawMovingBed(place, plan);
}

const outsideColoursIn = (colours: WardColours, isMorning: boolean) => (isMorning ? DAWN_COLOURS : colours.outside);

function drawBackWall(plan: WardPlan, isMorning: boolean): void {
	const { width, wall } = plan;
	const { hour } = currentPalette();
	const colours = wardColoursAt(hour);
	drawRoundedBox(colours.wall, 0, 0, width, wall);
	drawWardWindows(outsideColoursIn(colours, isMorning), colours.frame, plan, hour !== 'day');
	drawRoundedBox(colours.wallLow, 0, wall * 0.86, width, wall * 0.14);
	drawRoundedBox(colours.rail, 0, wall * 0.84, width, Math.max(2.5, wall * 0.03));
}

function drawFloorAndDesk(plan: WardPlan, isMorning: boolean): void {
	const { width, height, wall, column, desk: place } = plan;
	const colours = wardColoursAt(currentPalette().hour);
	noStroke();
	fill(linearGradient(0, wall, 0, height, ...colours.floor));
	rect(0, wall, width, height - wall);
	for (let x = 0; x < width; x += column / 2) drawRoundedBox(colours.seam, x, wall, 1.2, height - wall);
	for (let y = wall; y < height; y += column / 2) drawRoundedBox(colours.seam, 0, y, width, 1.2);
	drawRoundedBox(colours.shade, 0, wall, width, 3);
	drawWindowLight(outsideColoursIn(colours, isMorning), plan);
	const size = Math.min((width - column * 5) / 100, height * 0.0025);
	drawDesk({ x: place.x, y: wall + size * 46, size });
	drawPlant({ x: place.x, y: (plan.beds[5]?.y ?? 0) + place.size * 190, size: size * 0.91 });
}

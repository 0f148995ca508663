/** `km` on trial: the van trusts the program. It drives as far towards a village as `km` says, and stops there. */
import { circle, fill, label, line, noStroke, stroke, strokeWeight } from 'braise/draw';
import { askKm, type Amount } from './asked';
import { coast, depot, homes, pointOf, trueKm, type Place, type Point } from './country';
import { dashboard } from './dashboard';
import { decimal, type Frame } from './frame';
import { names } from './names';
import { between } from './paper';
import { plate } from './plates';
import { thread } from './thread';
import { van } from './van';
import { bubble } from './writing';

export interface Trip {
	place: Place;
	said: Amount;
	fair: number;
	right: boolean;
	/** Where the van stops. */
	end: Point;
}

export interface DistancePlay {
	kind: 'distance';
	trips: Trip[];
}

/** One towards each side of the sky; the sea lies to the west. */
const targets = ['Cap-Loriot', 'Lisière', 'Montclair', 'Fontsec'];
const PLAYS = 3.6;
/** Further than this the van is out of the picture anyway. */
const FAR = 22;

export function distances(): DistancePlay {
	const from = pointOf(depot);
	const trips = targets.map((name): Trip => {
		const place = homes.find((each) => each.name === name) ?? depot;
		const fair = trueKm(depot, place);
		const said = askKm(depot, place);
		const to = pointOf(place);
		const part = said.kind === 'number' ? Math.max(-FAR, Math.min(FAR, said.value)) / fair : 0;
		return {
			place,
			said,
			fair,
			right: said.kind === 'number' && Math.abs(said.value - fair) <= Math.max(0.05, fair * 0.01),
			end: { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
		};
	});
	return { kind: 'distance', trips };
}

const inSea = ({ x, y }: Point) => x < coast(y) - 0.1;

const saidBy = (trip: Trip, french: boolean) =>
	trip.said.kind === 'number' ? label('km', { km: decimal(trip.said.value, french) }) : trip.said.shown;

/** A ruler from the kitchen to the village: a tick each kilometre. */
function ruler({ palette, layout }: Frame, trip: Trip): void {
	const [from, to] = [layout.at(pointOf(depot)), layout.at(pointOf(trip.place))];
	const [across, down] = [(to.x - from.x) / (trip.fair * layout.scale), (to.y - from.y) / (trip.fair * layout.scale)];
	stroke(palette.pencil);
	strokeWeight(1.6);
	line(from.x, from.y, to.x, to.y);
	for (let tick = 1; tick < trip.fair; tick++) {
		const [x, y] = [from.x + across * tick * layout.scale, from.y + down * tick * layout.scale];
		line(x - down * 5, y + across * 5, x + down * 5, y - across * 5);
	}
}

export function playDistance(frame: Frame, { trips }: DistancePlay): void {
	const { palette, layout, french } = frame;
	const told = frame.still ? PLAYS * 0.7 : frame.time + 0.9;
	const index = Math.floor(told / PLAYS) % trips.length;
	const now = told % PLAYS;
	const trip = trips[index]!;
	const part = between(now, 0, 1.5);
	const from = pointOf(depot);
	for (const each of trips) ruler(frame, each);
	for (const [at, each] of trips.entries()) {
		const grown = at === index ? part : 1;
		const end = { x: from.x + (each.end.x - from.x) * grown, y: from.y + (each.end.y - from.y) * grown };
		thread(frame, [from, end], each.right ? palette.second : palette.thread);
		const stop = layout.at(end);
		if (at === index) continue;
		noStroke();
		fill(each.right ? palette.green : palette.red);
		circle(stop.x, stop.y, 9);
	}
	for (const [at, place] of homes.entries()) {
		const reached = trips.find((each) => each.place === place);
		const here = layout.at(pointOf(place));
		if (reached) plate(frame, here, reached.right ? 'hot' : 'awaited', at, 1);
	}
	names(frame);
	const place = { x: from.x + (trip.end.x - from.x) * part, y: from.y + (trip.end.y - from.y) * part };
	const at = layout.at(place);
	const leftwards = trip.end.x < from.x;
	van(frame, { x: at.x, y: at.y + 4 }, { stripe: palette.thread, leftwards, driving: part < 1, afloat: inSea(place) });
	dashboard(frame, null, [
		{ title: label('towards'), value: trip.place.name },
		{ title: label('km-says'), value: saidBy(trip, french), tone: trip.right ? 'right' : 'wrong' },
		{ title: label('counter'), value: label('km', { km: decimal(trip.fair, french) }) }
	]);
	const id = trip.right
		? 'driver-right'
		: inSea(trip.end)
			? 'driver-sea'
			: (trip.said.kind === 'number' ? trip.said.value : 0) < trip.fair
				? 'driver-short'
				: 'driver-far';
	const words =
		trip.said.kind === 'number'
			? label(id, { place: trip.place.name })
			: label('driver-nothing', { shown: trip.said.shown });
	const stays = Math.max(0, Math.min(layout.width, at.x));
	const deep = Math.max(layout.strip + 20, Math.min(layout.height - 30, at.y));
	const grown = frame.still ? 1 : between(now, 1.6, 1.9) * (1 - between(now, PLAYS - 0.2, PLAYS));
	bubble(frame, { who: label('driver'), words, tone: trip.right ? 'right' : 'wrong' }, { x: stays, y: deep }, grown);
}

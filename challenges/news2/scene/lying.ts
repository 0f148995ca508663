/** A row of beds: what stands still is painted when it changes, what breathes and beats in every picture. */
import { layer, pop, push, scale, translate } from 'braise/draw';
import { breathing, chart, sleep, stillBed, type Chart, type Lying } from './bed';
import { beating, lamp, type Lamp } from './lamp';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { glow } from './paper';
import { note, plate } from './plate';
import { trend, type Trend } from './trend';

/** All that is seen of one bed. */
export interface Scene extends Lying, Chart, Omit<Lamp, 'pulse' | 'time'> {
	/** From 0: where it stands. */
	place: number;
	/** Somebody ill is being cared for. */
	warm: boolean;
	/** May go on sleeping. */
	sleeps: boolean;
	/** A worry was written down. */
	noted: boolean;
	trend: Trend | null;
}

/** Greys in steps, so that a row is not painted anew sixty times a second. */
const stepped = (grey: number) => Math.round(grey * 12) / 12;

export function row(palette: Palette, layout: Layout, name: string, beds: Scene[]): void {
	const shown = beds.map((each) => ({ ...each, grey: stepped(each.grey) }));
	const at = (place: number, paint: () => void) => {
		const { x, y } = layout.beds[place] ?? layout.desk;
		push();
		translate(x, y);
		scale(layout.bed);
		paint();
		pop();
	};
	const version = JSON.stringify([palette.name, shown.map((each) => ({ ...each, time: 0 }))]);
	layer(name, version, () => {
		for (const each of shown) at(each.place, () => still(palette, each));
	});
	for (const each of shown) {
		at(each.place, () => {
			breathing(palette, each);
			beating(palette, { ...each, pulse: each.measures.pulse });
			if (each.trend !== null) trend(palette, each.trend);
			if (each.noted) note(palette);
			if (each.sleeps) sleep(palette, each.time, each.place);
		});
	}
}

function still(palette: Palette, bed: Scene): void {
	if (bed.warm) glow(palette.lamplight, 0, 96, 190, 0.62);
	lamp(palette, { ...bed, pulse: bed.measures.pulse });
	stillBed(palette, bed);
	plate(palette, bed.place + 1);
	chart(palette, bed);
}

import type { Hour } from './palette.ts';

/** States of a bed's lamp, which say what is to be done. */
export type BedLamp = 'calm' | 'watch' | 'call' | 'alarm' | 'measure' | 'odd';

export interface WardColours {
	wall: string;
	wallLow: string;
	rail: string;
	floor: [string, string];
	seam: string;
	outside: WindowViewColours;
	frame: string;
	/** Colour of light that fades out, as "red, green, blue"; `lampStrength` is how strong it is. */
	lamplight: string;
	lampStrength: number;
	shade: string;
	bedframe: string;
	bedframeDark: string;
	sheet: string;
	pillow: string;
	blankets: string[];
	wood: string;
	woodDark: string;
	deskLamp: string;
	leaves: [dark: string, light: string];
	screen: string;
	paper: string;
	line: string;
	/** Grey of a bed to which nobody comes; `ashSkin` is the grey of the patient's skin. */
	ash: string;
	ashSkin: string;
	/** Colour of the letters z over a sleeping patient, as "red, green, blue". */
	sleep: string;
	lamps: Record<BedLamp, string>;
}

interface WindowViewColours {
	sky: [string, string, string];
	hill: [string, string];
	/** Colour of sun or moon; `orbLight` is the colour of its light on the floor, as "red, green, blue". */
	orb: string;
	orbLight: string;
}

const duskWardColours: WardColours = {
	wall: '#efe0cb',
	wallLow: '#c9d6cf',
	rail: '#a98d6d',
	floor: ['#b7c9c8', '#cddad3'],
	seam: 'rgba(40, 70, 80, 0.09)',
	outside: {
		sky: ['#1d2b52', '#3a4f80', '#7c7fa0'],
		hill: ['#2b3a5c', '#1f2c49'],
		orb: '#fff3cf',
		orbLight: '226, 236, 255'
	},
	frame: '#fbf5ea',
	lamplight: '255, 196, 110',
	lampStrength: 0.34,
	shade: 'rgba(35, 50, 62, 0.24)',
	bedframe: '#f7f1e6',
	bedframeDark: '#b3aa9c',
	sheet: '#fffdf7',
	pillow: '#ffffff',
	blankets: ['#5f8fa3', '#8a7fb0', '#c58a6a', '#6f9b7c', '#b5788c'],
	wood: '#b98a5a',
	woodDark: '#8f6841',
	deskLamp: '#2f6f62',
	leaves: ['#3f7a58', '#5b9a6d'],
	screen: '#1b2a30',
	paper: '#fffaf0',
	line: '#cfc3ae',
	ash: '#8e9094',
	ashSkin: '#b9b6b3',
	sleep: '36, 60, 96',
	lamps: {
		calm: '#2f8f63',
		watch: '#d6a021',
		call: '#ef7d22',
		alarm: '#d8342a',
		measure: '#2f73c4',
		odd: '#7d7a75'
	}
};

const dayWardColours: WardColours = {
	...duskWardColours,
	outside: {
		sky: ['#9cc9e2', '#cfe5ea', '#fbf1dc'],
		hill: ['#b9bf95', '#93a878'],
		orb: '#fff1c4',
		orbLight: '255, 244, 214'
	},
	lampStrength: 0.12
};

const nightWardColours: WardColours = {
	...duskWardColours,
	wall: '#34395a',
	wallLow: '#2b3450',
	rail: '#59506a',
	floor: ['#232c46', '#2c3853'],
	seam: 'rgba(180, 205, 255, 0.06)',
	outside: {
		...duskWardColours.outside,
		sky: ['#0f1733', '#24335f', '#4b5686'],
		hill: ['#18213f', '#10172e'],
		orbLight: '168, 196, 255'
	},
	frame: '#666a8b',
	lamplight: '255, 178, 92',
	lampStrength: 0.42,
	shade: 'rgba(5, 8, 20, 0.45)',
	bedframe: '#8d8fa8',
	bedframeDark: '#5a5d7a',
	sheet: '#c9cde0',
	pillow: '#dde0ef',
	blankets: ['#3f6a86', '#5d5690', '#94624f', '#4b7463', '#84546f'],
	wood: '#7a5c4c',
	woodDark: '#5a4440',
	deskLamp: '#3b8a7a',
	leaves: ['#24503f', '#35684f'],
	screen: '#0b1220',
	paper: '#f3ecdf',
	line: '#b9ad99',
	ash: '#4d5058',
	ashSkin: '#7d7c80',
	sleep: '205, 220, 255',
	lamps: {
		calm: '#3fae79',
		watch: '#f0c04a',
		call: '#ff9440',
		alarm: '#ff5a4c',
		measure: '#5fa2f2',
		odd: '#a3a0aa'
	}
};

export function wardColoursAt(hour: Hour): WardColours {
	if (hour === 'day') return dayWardColours;
	return hour === 'dusk' ? duskWardColours : nightWardColours;
}

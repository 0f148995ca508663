/** Colours of rooms and of what hangs on their walls. */
import type { Hour } from './palette.ts';

export interface IndoorColours {
	wall: string[];
	joint: string;
	/** The two colours of the band along the wall. */
	band: [string, string];
	floor: string[];
	wood: string;
	woodDark: string;
	slate: string;
	chalk: string;
	chalkQuiet: string;
}

const dayIndoorColours: IndoorColours = {
	wall: ['#f4e6cf', '#f1e0c5', '#f7ecd9', '#efdcbd'],
	joint: '#ddc6a0',
	band: ['#3d7d84', '#e0a63a'],
	floor: ['#c1795a', '#b66f51', '#ca8465'],
	wood: '#b88a55',
	woodDark: '#8f683c',
	slate: '#34403e',
	chalk: '#fdf6e6',
	chalkQuiet: '#c3cdc5'
};

const duskIndoorColours: IndoorColours = {
	...dayIndoorColours,
	wall: ['#6a5f74', '#645a6f', '#71657a', '#5f556b'],
	joint: '#4c4459',
	band: ['#2c5563', '#a8743a'],
	floor: ['#5c3b40', '#553539', '#654247'],
	wood: '#7d5c43',
	woodDark: '#5b4131',
	slate: '#1f2a2d'
};

const nightIndoorColours: IndoorColours = {
	...duskIndoorColours,
	wall: ['#3f4260', '#3b3e5a', '#454868', '#373a55'],
	joint: '#2c2e48',
	band: ['#213a55', '#6b5230'],
	floor: ['#33304a', '#2e2b44', '#393650'],
	wood: '#5a4a4c',
	woodDark: '#40353c'
};

export function indoorColoursAt(hour: Hour): IndoorColours {
	if (hour === 'day') return dayIndoorColours;
	return hour === 'dusk' ? duskIndoorColours : nightIndoorColours;
}

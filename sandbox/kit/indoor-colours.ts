import type { Hour } from './palette.ts';

export interface IndoorColours {
	wall: string[];
	joint: string;
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

interface WorkshopColours {
	brick: string[];
	mortar: string;
	iron: string;
	fire: string[];
	steel: string;
	steelDark: string;
	steelLight: string;
	rubber: string;
	machine: { light: string; middle: string; dark: string };
	card: string;
	cardDark: string;
	cardInside: string;
	cold: { side: string; back: string; shelf: string; light: string; edge: string };
}

export const BRAND_COLOUR = '#a8472f';

const dayWorkshopColours: WorkshopColours = {
	brick: ['#b8694c', '#a95d43', '#c47757', '#9f5640'],
	mortar: '#dbb894',
	iron: '#2f2a28',
	fire: ['#fff0b0', '#ffb347', '#f26b21', '#c8381a'],
	steel: '#c3c8c4',
	steelDark: '#8b938f',
	steelLight: '#e3e6e2',
	rubber: '#4a4440',
	machine: { light: '#3f6472', middle: '#335460', dark: '#264049' },
	card: '#d9b27e',
	cardDark: '#b98e58',
	cardInside: '#efd9b4',
	cold: { side: '#cfd8d6', back: '#b4c3c3', shelf: '#eef4f2', light: 'rgba(255, 255, 255, 0.9)', edge: '#8ea3a4' }
};

const duskWorkshopColours: WorkshopColours = {
	...dayWorkshopColours,
	brick: ['#7d4643', '#70403f', '#87504a', '#663a3b'],
	mortar: '#5a4149',
	iron: '#1a171d',
	steel: '#8d8f9a',
	steelDark: '#5d5f6d',
	steelLight: '#aeb0b8',
	rubber: '#262330',
	machine: { light: '#3a5a6b', middle: '#2d4856', dark: '#203540' },
	card: '#b18a61',
	cardDark: '#8d6b48',
	cardInside: '#cbb08a',
	cold: { side: '#3a3f52', back: '#2b3044', shelf: '#454c66', light: 'rgba(255, 220, 150, 0.2)', edge: '#1f2334' }
};

const nightWorkshopColours: WorkshopColours = {
	...duskWorkshopColours,
	brick: ['#573741', '#4e323d', '#603f47', '#472d39'],
	mortar: '#3f3242',
	steel: '#6b6f82',
	steelDark: '#454a5f',
	steelLight: '#858a9c',
	rubber: '#1a1a28',
	machine: { light: '#2c465a', middle: '#223747', dark: '#182935' },
	card: '#8e7056',
	cardDark: '#6f5641',
	cardInside: '#a68f74'
};

export function workshopColoursAt(hour: Hour): WorkshopColours {
	if (hour === 'day') return dayWorkshopColours;
	return hour === 'dusk' ? duskWorkshopColours : nightWorkshopColours;
}

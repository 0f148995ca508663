/** A ward at night: with its lamps turned low in the light theme, by the moon alone in the dark one. */
export interface Palette {
	name: 'lamps' | 'moon';
	wall: string;
	wallLow: string;
	rail: string;
	floor: string[];
	seam: string;
	sky: string[];
	hill: string[];
	frame: string;
	moon: string;
	/** As three numbers, for light that fades out. */
	moonlight: string;
	lamplight: string;
	shade: string;
	bedframe: string;
	bedframeDark: string;
	sheet: string;
	pillow: string;
	blankets: string[];
	fold: string;
	paper: string;
	ink: string;
	quiet: string;
	line: string;
	wood: string;
	woodDark: string;
	screen: string;
	/** The colour of a bed that nobody comes to. */
	ash: string;
	ashSkin: string;
	red: string;
	redWash: string;
	green: string;
	greenWash: string;
	levels: { routine: string; watch: string; hourly: string; continuous: string; measure: string; none: string };
}

const lamps: Palette = {
	name: 'lamps',
	wall: '#efe0cb',
	wallLow: '#c9d6cf',
	rail: '#a98d6d',
	floor: ['#b7c9c8', '#cddad3'],
	seam: 'rgba(40, 70, 80, 0.09)',
	sky: ['#1d2b52', '#3a4f80', '#7c7fa0'],
	hill: ['#2b3a5c', '#1f2c49'],
	frame: '#fbf5ea',
	moon: '#fff3cf',
	moonlight: '226, 236, 255',
	lamplight: '255, 196, 110',
	shade: 'rgba(35, 50, 62, 0.24)',
	bedframe: '#f7f1e6',
	bedframeDark: '#b3aa9c',
	sheet: '#fffdf7',
	pillow: '#ffffff',
	blankets: ['#5f8fa3', '#8a7fb0', '#c58a6a', '#6f9b7c', '#b5788c'],
	fold: 'rgba(255, 255, 255, 0.34)',
	paper: '#fffaf0',
	ink: '#24211d',
	quiet: '#5f574c',
	line: '#cfc3ae',
	wood: '#b98a5a',
	woodDark: '#8f6841',
	screen: '#1b2a30',
	ash: '#8e9094',
	ashSkin: '#b9b6b3',
	red: '#a8231c',
	redWash: '#fbdcd3',
	green: '#1b6b3a',
	greenWash: '#e0f1e4',
	levels: {
		routine: '#2f8f63',
		watch: '#d6a021',
		hourly: '#ef7d22',
		continuous: '#d8342a',
		measure: '#2f73c4',
		none: '#7d7a75'
	}
};

const moon: Palette = {
	...lamps,
	name: 'moon',
	wall: '#34395a',
	wallLow: '#2b3450',
	rail: '#59506a',
	floor: ['#232c46', '#2c3853'],
	seam: 'rgba(180, 205, 255, 0.06)',
	sky: ['#0f1733', '#24335f', '#4b5686'],
	hill: ['#18213f', '#10172e'],
	frame: '#666a8b',
	moonlight: '168, 196, 255',
	lamplight: '255, 178, 92',
	shade: 'rgba(5, 8, 20, 0.45)',
	bedframe: '#8d8fa8',
	bedframeDark: '#5a5d7a',
	sheet: '#c9cde0',
	pillow: '#dde0ef',
	blankets: ['#3f6a86', '#5d5690', '#94624f', '#4b7463', '#84546f'],
	fold: 'rgba(255, 255, 255, 0.16)',
	paper: '#f3ecdf',
	wood: '#7a5c4c',
	woodDark: '#5a4440',
	screen: '#0b1220',
	line: '#b9ad99',
	ash: '#4d5058',
	ashSkin: '#7d7c80',
	levels: {
		routine: '#3fae79',
		watch: '#f0c04a',
		hourly: '#ff9440',
		continuous: '#ff5a4c',
		measure: '#5fa2f2',
		none: '#a3a0aa'
	}
};

export const paletteFor = (theme: 'light' | 'dark'): Palette => (theme === 'dark' ? moon : lamps);

/** The windows in the morning; inside, the lamps are still on. */
export const atDawn = (palette: Palette): Palette => ({
	...palette,
	sky: ['#5f74aa', '#dca394', '#ffd9a3'],
	hill: ['#6a6f8e', '#474f73'],
	moon: '#f4e3d2',
	moonlight: '255, 208, 150'
});

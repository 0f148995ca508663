/** Papers to cut a country from: by day, and at dusk for the dark theme. */
export interface Palette {
	day: boolean;
	sea: string[];
	shallows: string[];
	foam: string;
	beach: string;
	land: string;
	hills: string[];
	contour: string;
	water: string;
	bank: string;
	fields: string[];
	furrow: string;
	hedge: string;
	leaf: string[];
	road: string;
	walls: string[];
	roofs: string[];
	slate: string;
	window: string;
	door: string;
	smoke: string;
	shade: string;
	shadow: string;
	paper: string;
	card: string;
	ink: string;
	quiet: string;
	pencil: string;
	thread: string;
	second: string;
	third: string;
	twist: string;
	hot: string;
	hotWash: string;
	cold: string;
	coldWash: string;
	red: string;
	redWash: string;
	green: string;
	greenWash: string;
}

const day: Palette = {
	day: true,
	sea: ['#7fb4bf', '#9ccbcd'],
	shallows: ['#a9d3d0', '#bbdfd5', '#cfeadb'],
	foam: 'rgba(255, 255, 255, 0.55)',
	beach: '#f6e3b4',
	land: '#dfe2b2',
	hills: ['#d2d69b', '#c8c988', '#c3b87b', '#bda472', '#cbb794'],
	contour: 'rgba(92, 78, 34, 0.18)',
	water: '#82b8c4',
	bank: '#eceecb',
	fields: ['#ead99c', '#cdd893', '#f0cf8f', '#d9cd8d', '#bfd08c', '#e3c98a'],
	furrow: 'rgba(112, 90, 30, 0.22)',
	hedge: '#8ba35f',
	leaf: ['#7f9a52', '#93ab5f', '#6c8748', '#a3b567'],
	road: '#fbf2dd',
	walls: ['#fff6e4', '#f7e2c4', '#fdeedd', '#f3d9bd'],
	roofs: ['#c8643f', '#d97b4d', '#b4553a', '#cf7048'],
	slate: '#5a687d',
	window: '#7d97a0',
	door: '#8a5a3c',
	smoke: '#fffdf6',
	shade: 'rgba(74, 55, 20, 0.24)',
	shadow: 'rgba(50, 30, 5, 0.26)',
	paper: '#fffaf0',
	card: '#fffaf0',
	ink: '#2a2420',
	quiet: '#655949',
	pencil: 'rgba(74, 52, 36, 0.62)',
	thread: '#d9480f',
	second: '#0f6671',
	third: '#7a3f8f',
	twist: 'rgba(255, 240, 220, 0.6)',
	hot: '#b8410b',
	hotWash: '#ffe3c2',
	cold: '#2c5c8a',
	coldWash: '#dbe9f5',
	red: '#b02a1f',
	redWash: '#fbdcd3',
	green: '#1f7041',
	greenWash: '#e3f0d9'
};

const dusk: Palette = {
	...day,
	day: false,
	sea: ['#1f3350', '#33506b'],
	shallows: ['#3b5a72', '#466779', '#557680'],
	foam: 'rgba(220, 230, 255, 0.26)',
	beach: '#85786a',
	land: '#56624f',
	hills: ['#4d5a4d', '#4a5150', '#4c4a56', '#52475d', '#665a70'],
	contour: 'rgba(255, 236, 200, 0.1)',
	water: '#33506b',
	bank: '#66725c',
	fields: ['#6d6a4e', '#5c6b4d', '#7a6a4d', '#676447', '#536648', '#736547'],
	furrow: 'rgba(20, 20, 30, 0.28)',
	hedge: '#3e5040',
	leaf: ['#3c4f40', '#465a44', '#324538', '#52624a'],
	road: '#8b8271',
	walls: ['#b5a595', '#a5917f', '#b0a098', '#9c8878'],
	roofs: ['#7d4338', '#8a5040', '#6c3a36', '#80483c'],
	slate: '#333b52',
	window: '#ffd27f',
	door: '#4f3830',
	smoke: '#d9d2d6',
	shade: 'rgba(8, 8, 20, 0.4)',
	shadow: 'rgba(5, 5, 15, 0.5)',
	paper: '#f6ead6',
	card: '#f6ead6',
	pencil: 'rgba(250, 236, 214, 0.66)',
	thread: '#ff8a4c',
	second: '#6fd3dd',
	third: '#d9a3ee',
	twist: 'rgba(70, 20, 0, 0.55)',
	redWash: '#f8cfc3',
	greenWash: '#dbe9cf'
};

export const paletteFor = (theme: 'light' | 'dark'): Palette => (theme === 'dark' ? dusk : day);

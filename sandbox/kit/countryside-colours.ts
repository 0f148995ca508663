import type { Hour } from './palette.ts';

export interface CountrysideColours {
	sea: [string, string];
	shallows: string[];
	foam: string;
	beach: string;
	land: string;
	/** Colours of the sheets of paper that a hill is drawn with, from its foot to its top. */
	hills: string[];
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
	pencil: string;
	threads: string[];
	twist: string;
	writing: [ink: string, halo: string];
}

const dayCountrysideColours: CountrysideColours = {
	sea: ['#7fb4bf', '#9ccbcd'],
	shallows: ['#a9d3d0', '#bbdfd5', '#cfeadb'],
	foam: 'rgba(255, 255, 255, 0.55)',
	beach: '#f6e3b4',
	land: '#dfe2b2',
	hills: ['#d2d69b', '#c8c988', '#c3b87b', '#bda472', '#cbb794'],
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
	pencil: 'rgba(74, 52, 36, 0.62)',
	threads: ['#d9480f', '#0f6671', '#7a3f8f'],
	twist: 'rgba(255, 240, 220, 0.6)',
	writing: ['#2a2420', 'rgba(255, 250, 236, 0.86)']
};

const duskCountrysideColours: CountrysideColours = {
	sea: ['#1f3350', '#33506b'],
	shallows: ['#3b5a72', '#466779', '#557680'],
	foam: 'rgba(220, 230, 255, 0.26)',
	beach: '#85786a',
	land: '#56624f',
	hills: ['#4d5a4d', '#4a5150', '#4c4a56', '#52475d', '#665a70'],
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
	pencil: 'rgba(250, 236, 214, 0.66)',
	threads: ['#ff8a4c', '#6fd3dd', '#d9a3ee'],
	twist: 'rgba(70, 20, 0, 0.55)',
	writing: ['#fff3dd', 'rgba(20, 20, 34, 0.8)']
};

const nightCountrysideColours: CountrysideColours = {
	...duskCountrysideColours,
	sea: ['#111a35', '#1d2b4a'],
	shallows: ['#22325a', '#2b3c60', '#364a69'],
	beach: '#4f4c5c',
	land: '#333d4a',
	hills: ['#2f3848', '#2d3247', '#2f2f4a', '#332f50', '#413c5e'],
	water: '#22325a',
	bank: '#3d4856',
	fields: ['#40424c', '#37434a', '#47434c', '#3d404a', '#334047', '#434049'],
	hedge: '#26333f',
	leaf: ['#26343f', '#2c3a43', '#20303a', '#334048'],
	road: '#56566b',
	walls: ['#6f6a80', '#666074', '#6b677c', '#5f5a6f'],
	roofs: ['#4c3245', '#553a49', '#442c41', '#4f3547'],
	slate: '#22283f'
};

export function countrysideColoursAt(hour: Hour): CountrysideColours {
	if (hour === 'day') return dayCountrysideColours;
	return hour === 'dusk' ? duskCountrysideColours : nightCountrysideColours;
}

export type Hour = 'day' | 'dusk' | 'night';

export interface Palette {
	hour: Hour;
	sky: string[];
	sun: string;
	halo: string;
	far: string;
	hill: string;
	steeple: string;
	walls: string[];
	stone: string;
	slate: string[];
	brick: string;
	shutters: string[];
	frame: string;
	glass: string;
	lit: string;
	pavement: string;
	kerb: string;
	road: string;
	marking: string;
	near: string;
	leaf: string[];
	bark: string[];
	metal: string;
	shade: string;
	paper: string;
	ink: string;
	quiet: string;
	red: string;
	redWash: string;
	green: string;
	greenWash: string;
	ember: string;
}

const dayPalette: Palette = {
	hour: 'day',
	sky: ['#f3d3a4', '#f9e6c8', '#fdf4e3'],
	sun: '#f4a55c',
	halo: '#fbdcae',
	far: '#d9cfa9',
	hill: '#b9bf95',
	steeple: '#c2a888',
	walls: ['#f3e2c4', '#e9b47c', '#f6ede0', '#dd9a83', '#c9d2c6', '#efcf9f'],
	stone: '#fbf3e4',
	slate: ['#4d5b70', '#5a687d', '#44526a'],
	brick: '#b8694c',
	shutters: ['#3d7d84', '#b0503b', '#5d7d4c', '#4a6795', '#8a6a9a'],
	frame: '#fffaf0',
	glass: '#8eabb0',
	lit: '#ffdf9e',
	pavement: '#dccbae',
	kerb: '#f2e7d3',
	road: '#8b8378',
	marking: '#f6eddc',
	near: '#cdb996',
	leaf: ['#7f9a52', '#93ab5f', '#6c8748', '#a9b96e'],
	bark: ['#b3a183', '#cdbf9f', '#8f7e65'],
	metal: '#3a4038',
	shade: 'rgba(74, 45, 20, 0.28)',
	paper: '#fffaf0',
	ink: '#2a2420',
	quiet: '#6d6153',
	red: '#b02a1f',
	redWash: '#fbdcd3',
	green: '#1f7041',
	greenWash: '#e3f0d9',
	ember: '#f26b21'
};

const duskPalette: Palette = {
	...dayPalette,
	hour: 'dusk',
	sky: ['#2b2c4a', '#6b4a66', '#d17f5c'],
	sun: '#ffb066',
	halo: '#e08f5f',
	far: '#5d4863',
	hill: '#473f5c',
	steeple: '#3c3550',
	walls: ['#8d7a79', '#99685a', '#948a8d', '#85535a', '#6c7281', '#9a7f6c'],
	stone: '#a99893',
	slate: ['#2d3048', '#363a54', '#272a40'],
	brick: '#6d4144',
	shutters: ['#2c5563', '#6f3438', '#3f5446', '#33436d', '#54405f'],
	frame: '#b9a69c',
	glass: '#3d4763',
	lit: '#ffcf7d',
	pavement: '#6f6168',
	kerb: '#8c7b7c',
	road: '#3b3846',
	marking: '#a99c99',
	near: '#574c57',
	leaf: ['#4a5947', '#566650', '#3d4c40', '#66704f'],
	bark: ['#6b5d5c', '#84736a', '#4d4347'],
	metal: '#1e1d28',
	shade: 'rgba(10, 6, 20, 0.42)',
	paper: '#f6ead6',
	redWash: '#f8cfc3',
	greenWash: '#dbe9cf'
};

const nightPalette: Palette = {
	...duskPalette,
	hour: 'night',
	sky: ['#12152b', '#1e2444', '#3a3a60'],
	sun: '#f3e7c4',
	halo: '#4a4d78',
	far: '#252a4b',
	hill: '#1f2340',
	steeple: '#1a1d37',
	walls: ['#4b4f6e', '#56485f', '#525674', '#4d3f59', '#404a68', '#5a5166'],
	stone: '#636788',
	slate: ['#1a1e36', '#20243f', '#16192e'],
	brick: '#40304a',
	shutters: ['#213a55', '#452a40', '#2a3b45', '#262f57', '#3a2f50'],
	frame: '#787a94',
	glass: '#252b4a',
	pavement: '#3f4260',
	kerb: '#585b78',
	road: '#23253d',
	marking: '#777a93',
	near: '#33354f',
	leaf: ['#2b3a44', '#33434a', '#24313c', '#3b4a4c'],
	bark: ['#3d3c52', '#4c4b60', '#2c2b40'],
	metal: '#0f1020'
};

export function paletteFor(hour: Hour): Palette {
	if (hour === 'day') return dayPalette;
	return hour === 'dusk' ? duskPalette : nightPalette;
}

/** The workshop's colours: by day, and in the evening for the dark theme. */
export interface Palette {
	hour: 'day' | 'evening';
	wall: string[];
	joint: string;
	frieze: string[];
	floor: string[];
	wood: string;
	woodDark: string;
	sky: string[];
	sun: string;
	far: string;
	hill: string;
	steeple: string;
	frame: string;
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
	slate: string;
	chalk: string;
	chalkQuiet: string;
	shade: string;
	paper: string;
	ink: string;
	quiet: string;
	red: string;
	redWash: string;
	green: string;
	greenWash: string;
	ember: string;
	lamp: string;
}

const day: Palette = {
	hour: 'day',
	wall: ['#f4e6cf', '#f1e0c5', '#f7ecd9', '#efdcbd'],
	joint: '#ddc6a0',
	frieze: ['#3d7d84', '#e0a63a'],
	floor: ['#c1795a', '#b66f51', '#ca8465'],
	wood: '#b88a55',
	woodDark: '#8f683c',
	sky: ['#9fcbd0', '#d9e8da', '#fbeccb'],
	sun: '#f7bf6a',
	far: '#b9c39a',
	hill: '#93a870',
	steeple: '#a98b6c',
	frame: '#fffaf0',
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
	slate: '#34403e',
	chalk: '#fdf6e6',
	chalkQuiet: '#c3cdc5',
	shade: 'rgba(74, 45, 20, 0.26)',
	paper: '#fffaf0',
	ink: '#2a2420',
	quiet: '#6d6153',
	red: '#b02a1f',
	redWash: '#fbdcd3',
	green: '#1f7041',
	greenWash: '#e3f0d9',
	ember: '#f26b21',
	lamp: '#ffdf9e'
};

const evening: Palette = {
	...day,
	hour: 'evening',
	wall: ['#6a5f74', '#645a6f', '#71657a', '#5f556b'],
	joint: '#4c4459',
	frieze: ['#2c5563', '#a8743a'],
	floor: ['#5c3b40', '#553539', '#654247'],
	wood: '#7d5c43',
	woodDark: '#5b4131',
	sky: ['#23264a', '#5d4468', '#d17f5c'],
	sun: '#ffb066',
	far: '#4f4263',
	hill: '#3b3655',
	steeple: '#2f2a48',
	frame: '#b9a69c',
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
	slate: '#1f2a2d',
	shade: 'rgba(10, 6, 20, 0.42)',
	paper: '#f6ead6',
	redWash: '#f8cfc3',
	greenWash: '#dbe9cf',
	lamp: '#ffcf7d'
};

export const paletteFor = (theme: 'light' | 'dark'): Palette => (theme === 'dark' ? evening : day);

/** Drawn by us, letter first: not the registered logo. */
export const letters: Record<string, { fill: string; ink: string }> = {
	A: { fill: '#1f7a46', ink: '#ffffff' },
	B: { fill: '#6d9a2d', ink: '#14210a' },
	C: { fill: '#f0c22b', ink: '#2a2006' },
	D: { fill: '#e5832a', ink: '#2b1403' },
	E: { fill: '#c8381f', ink: '#ffffff' }
};
